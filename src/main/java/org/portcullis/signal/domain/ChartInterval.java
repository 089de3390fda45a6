package org.portcullis.signal.domain;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The length of a chart's bar as TradingView and others write it: {@code 5}, {@code 30S}, {@code 1D}, {@code 15m}. */
final class ChartInterval {

    /** Only months tell a case apart: {@code 1M} is a month, {@code 1m} a minute. */
    private static final Pattern FORM = Pattern.compile("(\\d{0,4})([SsmHhDdWwM]?)");
    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    private ChartInterval() {
    }

    /**
     * How long a bar lasts at most, in milliseconds: months have thirty-one days. A length that cannot be read counts
     * as a day, so that bars which nobody charts by the month or the week are never taken for older than they are.
     */
    static long millis(String interval) {
        Matcher parts = FORM.matcher(interval.strip());
        if (interval.isBlank() || !parts.matches()) {
            return DAY_MS;
        }
        long count = parts.group(1).isEmpty() ? 1 : Long.parseLong(parts.group(1));
        return count * switch (parts.group(2)) {
            case "S", "s" -> Duration.ofSeconds(1).toMillis();
            case "", "m" -> Duration.ofMinutes(1).toMillis();
            case "H", "h" -> Duration.ofHours(1).toMillis();
            case "W", "w" -> 7 * DAY_MS;
            case "M" -> 31 * DAY_MS;
            default -> DAY_MS;
        };
    }
}
