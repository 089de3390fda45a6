package org.portcullis.market;

import org.portcullis.kernel.InstrumentId;

/**
 * A hole in a series of bars. What was known before it says nothing about what comes after: the series starts anew.
 *
 * @param instrument     whose series it is
 * @param fromMs         first missing minute, UTC milliseconds
 * @param toMs           first minute present again, UTC milliseconds
 * @param missingMinutes whole minutes that are missing
 */
public record SeriesGap(InstrumentId instrument, long fromMs, long toMs, long missingMinutes) {
}
