package org.portcullis.signal;

import java.time.Duration;

/**
 * What is expected of a webhook source.
 *
 * @param source its name in the path, lower-case letters, digits and dashes
 * @param every longest time between two calls, one second to thirty days
 * @param calendar in whose open hours that time passes
 * @param meaning what the source sends, for whoever reads the alert
 */
public record ExpectedCalls(String source, Duration every, String calendar, String meaning) {

    private static final Duration EVERY_MIN = Duration.ofSeconds(1);
    private static final Duration EVERY_MAX = Duration.ofDays(30);

    public ExpectedCalls {
        if (!source.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("a source is called by 1 to 40 lower-case letters, digits and dashes");
        }
        if (every.compareTo(EVERY_MIN) < 0 || every.compareTo(EVERY_MAX) > 0) {
            throw new IllegalArgumentException("expect-every is " + every + ", permitted are 1s to 30d");
        }
    }
}
