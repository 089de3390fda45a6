package org.portcullis.venue.stream;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Makes the requests that a {@link VenueHistory} tells, over the network. Any thread. */
public interface HistoryClient {

    /** The same without headers. */
    default String get(URI address) throws IOException, InterruptedException {
        return get(address, Map.of());
    }

    /**
     * The body of the answer.
     *
     * @param headers what the request bears besides, by name; never written to a log
     * @throws Refused              when the venue answered that it does not answer
     * @throws IOException          when there was no answer
     * @throws InterruptedException when the thread is stopped
     */
    String get(URI address, Map<String, String> headers) throws IOException, InterruptedException;

    /** The venue answered with something else than what was asked for. */
    final class Refused extends IOException {

        private static final long serialVersionUID = 1L;

        private final int status;
        private final transient Duration pause;

        /**
         * @param status HTTP status
         * @param pause  how long the venue wants to be left alone; zero when it does not say
         */
        public Refused(int status, Duration pause, String text) {
            super("HTTP " + status + ": " + text);
            this.status = status;
            this.pause = pause;
        }

        /** HTTP status. */
        public int status() {
            return status;
        }

        /** How long nothing may be asked of the venue; zero when only this request was refused. */
        public Duration pause() {
            return pause == null ? Duration.ZERO : pause;
        }
    }
}
