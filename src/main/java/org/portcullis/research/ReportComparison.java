package org.portcullis.research;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Two reports set beside each other (S2-REQ-BT3).
 *
 * @param passed    whether every key is within the tolerance
 * @param tolerance how far a key may be from the baseline, either way, in percent of the baseline; never negative
 * @param keys      the figures that are compared, in the order of the report
 * @param different terms and versions in which the two runs are not alike
 */
public record ReportComparison(boolean passed, BigDecimal tolerance, List<Key> keys, List<Difference> different) {

    /**
     * A figure that is compared.
     *
     * @param key      its name in {@code regression_keys}
     * @param baseline null when the baseline has no number, such as a win rate without trades
     * @param now      null when the report has no number
     * @param change   {@code now} less {@code baseline} in percent of the baseline, to four decimals; null without
     *     both numbers or when the baseline is zero
     * @param passed   whether it is within the tolerance, exactly on it included
     */
    public record Key(String key, @Nullable BigDecimal baseline, @Nullable BigDecimal now, @Nullable BigDecimal change,
            boolean passed) {
    }

    /**
     * A term or version that differs.
     *
     * @param name     its name in {@code metadata}
     * @param baseline what the baseline says; {@code none} when nothing
     * @param now      what the report says; {@code none} when nothing
     */
    public record Difference(String name, String baseline, String now) {

        @Override
        public String toString() {
            return name + " (" + now + ", not " + baseline + ")";
        }
    }

    public ReportComparison {
        keys = List.copyOf(keys);
        different = List.copyOf(different);
    }

    /** Names of the keys that are not within the tolerance, separated by commas; empty when all are. */
    public String failed() {
        return keys.stream().filter(key -> !key.passed()).map(Key::key).collect(Collectors.joining(", "));
    }
}
