package org.portcullis.market.domain;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.RefusalCode;

/** Reads one row of bars after another and says what is wrong with those that are none. Used by one thread. */
public final class BarRow {

    private static final long YEAR_2000_MS = 946_684_800_000L;
    private static final long YEAR_2100_MS = 4_102_444_800_000L;
    private static final String[] NAMES = {"open time", "open", "high", "low", "close", "volume"};
    private static final int SHOWN_MAX = 40;

    private final InstrumentId instrument;
    private final BarLayout layout;
    private final boolean inOrder;
    private long[] values = new long[NAMES.length];
    private long[] plain = new long[NAMES.length];
    private final int[] starts = new int[32];
    private final int[] ends = new int[32];
    private long lastOpenTimeMs = Long.MIN_VALUE;

    public BarRow(InstrumentId instrument, BarLayout layout) {
        this.instrument = instrument;
        this.layout = layout;
        this.inOrder = layout.plain();
    }

    /**
     * What is wrong with a row.
     *
     * @param code    the reason
     * @param message the same in words, with the value found
     */
    public record Fault(RefusalCode code, String message) {
    }

    /** Reads a row; nothing when it is a good bar, which {@link #bar} then gives. */
    public @Nullable Fault read(byte[] line, int from, int to) {
        int fields = split(line, from, to);
        for (int i = 0; i < NAMES.length; i++) {
            int column = layout.columns()[i];
            if (column >= fields) {
                return new Fault(RefusalCode.MISSING_FIELD, "no " + NAMES[i] + ": the row has " + fields + " fields");
            }
            long value = i == 0 ? time(line, starts[column], ends[column])
                    : DecimalReader.e8(line, starts[column], ends[column]);
            if (value == DecimalReader.NOT_A_NUMBER) {
                return new Fault(RefusalCode.NOT_A_NUMBER, NAMES[i] + " is not a number: " + shown(line, column));
            }
            if (value == DecimalReader.OUT_OF_RANGE) {
                return new Fault(RefusalCode.OUT_OF_RANGE, NAMES[i] + " is out of range: " + shown(line, column)
                        + (i == 0 ? " is no UTC millisecond of the years 2000 to 2099" : ""));
            }
            values[i] = value;
        }
        Fault fault = contradiction();
        if (fault == null) {
            lastOpenTimeMs = values[0];
        }
        return fault;
    }

    /**
     * Reads a row that is whole and plain in one pass: the six fields first and in their order, decimals without sign,
     * exponent, blanks or quotes. Almost every row is.
     *
     * @param limit how far bytes are there
     * @return where the next row begins; -1 when {@link #read} has to look at the row
     */
    public int plain(byte[] bytes, int from, int limit) {
        long[] row = plain;
        int at = inOrder ? PlainDecimals.read(bytes, from, limit, row) : -1;
        if (at < 0 || row[0] <= lastOpenTimeMs || !sound(row)) {
            return -1;
        }
        plain = values;
        values = row;
        lastOpenTimeMs = row[0];
        return at;
    }

    /** What {@link #contradiction} would not object to. */
    private static boolean sound(long[] row) {
        long open = row[1];
        long high = row[2];
        long low = row[3];
        long close = row[4];
        return row[0] >= YEAR_2000_MS && row[0] < YEAR_2100_MS && low > 0 && open <= high && open >= low
                && close <= high && close >= low;
    }

    /** The bar of the row read last. */
    public Bar bar() {
        return new Bar(instrument, values[0], values[1], values[2], values[3], values[4], values[5]);
    }

    private @Nullable Fault contradiction() {
        for (int i = 1; i < NAMES.length; i++) {
            if (values[i] < 0 || values[i] == 0 && i < NAMES.length - 1) {
                return new Fault(RefusalCode.NEGATIVE, NAMES[i] + " must be " + (i < NAMES.length - 1
                        ? "positive" : "zero or more") + ", is " + FixedPoint.format(values[i]));
            }
        }
        long high = values[2];
        long low = values[3];
        if (high < low) {
            return new Fault(RefusalCode.HIGH_BELOW_LOW, "high " + FixedPoint.format(high) + " is below low "
                    + FixedPoint.format(low));
        }
        for (int i : new int[] {1, 4}) {
            if (values[i] > high || values[i] < low) {
                return new Fault(RefusalCode.OUTSIDE_RANGE, NAMES[i] + " " + FixedPoint.format(values[i])
                        + " lies outside " + FixedPoint.format(low) + " to " + FixedPoint.format(high));
            }
        }
        if (values[0] == lastOpenTimeMs) {
            return new Fault(RefusalCode.TIME_REPEATED, "open time " + values[0] + " was there already");
        }
        if (values[0] < lastOpenTimeMs) {
            return new Fault(RefusalCode.TIME_BACKWARDS, "open time goes back from " + lastOpenTimeMs + " to "
                    + values[0]);
        }
        return null;
    }

    private long time(byte[] line, int from, int to) {
        long value = DecimalReader.whole(line, from, to);
        if (value == DecimalReader.NOT_A_NUMBER) {
            return value;
        }
        long ms = value >= YEAR_2100_MS ? value / layout.timeDivisor() : value;
        return ms < YEAR_2000_MS || ms >= YEAR_2100_MS ? DecimalReader.OUT_OF_RANGE : ms;
    }

    private int split(byte[] line, int from, int to) {
        int field = 0;
        int start = from;
        for (int at = from; at <= to && field < starts.length; at++) {
            if (at == to || line[at] == ',') {
                trim(line, field++, start, at);
                start = at + 1;
            }
        }
        return field;
    }

    private void trim(byte[] line, int field, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && (line[start] <= ' ' && line[start] >= 0 || line[start] == '"')) {
            start++;
        }
        while (end > start && (line[end - 1] <= ' ' && line[end - 1] >= 0 || line[end - 1] == '"')) {
            end--;
        }
        starts[field] = start;
        ends[field] = end;
    }

    private String shown(byte[] line, int column) {
        return printable(line, starts[column], ends[column]);
    }

    /** At most forty characters of what stands there, with everything that could disturb a log made visible. */
    public static String printable(byte[] line, int from, int to) {
        String text = new String(line, from, Math.min(to - from, SHOWN_MAX), StandardCharsets.US_ASCII);
        return "'" + text.replaceAll("[^ -~]", "?") + (to - from > SHOWN_MAX ? "..." : "") + "'";
    }
}
