package org.portcullis.venue.adapter.stream;

import java.util.List;

/**
 * What came since the last batch, in the order it came.
 *
 * @param nowMs    moment up to which everything that came is in this batch or an earlier one, our time, UTC
 *         milliseconds
 * @param arrivals what came
 */
record StreamBatch(long nowMs, List<Arrival> arrivals) {

    StreamBatch {
        arrivals = List.copyOf(arrivals);
    }
}
