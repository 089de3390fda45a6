package org.portcullis.market.domain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the fields of a bar stand in a row.
 *
 * @param columns     column of open time, open, high, low, close and volume, counted from zero
 * @param hasHeader   whether the first line names the columns and is no bar
 * @param timeDivisor 1000 for exchange dumps that may count microseconds, else 1
 */
public record BarLayout(int[] columns, boolean hasHeader, int timeDivisor) {

    private static final List<String> NAMES = List.of("open_time_ms", "open", "high", "low", "close", "volume");
    private static final Map<String, String> SAME = Map.of("ts", "open_time_ms", "open_time", "open_time_ms",
            "timestamp", "open_time_ms", "time", "open_time_ms", "vol", "volume");
    private static final int[] PLAIN = {0, 1, 2, 3, 4, 5};
    private static final int KLINE_COLUMNS = 12;
    private static final int MICROS_PER_MS = 1_000;

    /**
     * Reads the first line of a file.
     *
     * @return the layout, or nothing when {@link #missing} names a column that is not there
     */
    public static @Nullable BarLayout of(byte[] line, int from, int to) {
        String[] fields = split(line, from, to);
        if (isKline(fields)) {
            return new BarLayout(new int[] {0, 1, 2, 3, 4, 5}, false, MICROS_PER_MS);
        }
        int[] columns = NAMES.stream().mapToInt(name -> Arrays.asList(fields).indexOf(name)).toArray();
        // a dump with a header counts in the units of one without
        return Arrays.stream(columns).anyMatch(column -> column < 0) ? null
                : new BarLayout(columns, true, fields.length == KLINE_COLUMNS ? MICROS_PER_MS : 1);
    }

    /** Whether the six fields come first and in their order. */
    boolean plain() {
        return Arrays.equals(columns, PLAIN);
    }

    /** The names of the columns that the first line lacks. */
    public static List<String> missing(byte[] line, int from, int to) {
        List<String> fields = Arrays.asList(split(line, from, to));
        return NAMES.stream().filter(name -> !fields.contains(name)).toList();
    }

    /** Exchange dumps come without header: twelve columns, the first one a time. */
    private static boolean isKline(String[] fields) {
        return fields.length == KLINE_COLUMNS && fields[0].matches("\\d{13,16}");
    }

    private static String[] split(byte[] line, int from, int to) {
        String text = new String(line, from, to - from, StandardCharsets.UTF_8).replace("\uFEFF", "");
        String[] fields = text.toLowerCase(Locale.ROOT).split(",", -1);
        for (int i = 0; i < fields.length; i++) {
            String name = fields[i].replace("\"", "").strip();
            fields[i] = SAME.getOrDefault(name, name);
        }
        return fields;
    }
}
