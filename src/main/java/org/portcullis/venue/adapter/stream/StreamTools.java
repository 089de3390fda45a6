package org.portcullis.venue.adapter.stream;

import java.net.http.HttpClient;
import java.util.function.Consumer;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.Jitter;
import org.portcullis.engine.time.TimeOracle;
import org.portcullis.engine.time.WallTime;
import org.portcullis.market.StatusUpdate;
import org.portcullis.venue.stream.HistoryClient;

/**
 * What the streams need of the world.
 *
 * @param http       opens connections
 * @param history    fetches what was missed
 * @param background runs requests
 * @param oracle     the time that receipts are stamped with
 * @param stopwatch  measures silences and waits
 * @param jitter     spreads waits
 * @param statuses   told at once what may be done with an instrument from now on
 */
record StreamTools(HttpClient http, HistoryClient history, Background background, TimeOracle oracle,
        WallTime stopwatch, Jitter jitter, Consumer<StatusUpdate> statuses) {
}
