package org.portcullis.order.shadow;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How far trades were from what was intended, over the newest of them.
 *
 * @param trades how many were looked at
 * @param differences how many of each kind; kinds that did not happen are absent
 * @param priceP50BpsE8 median of what outcomes were worse than intended, in 10<sup>-8</sup> basis points
 * @param priceP95BpsE8 the same, 95th percentile
 * @param delayP50Ms median from decision to first fill, in milliseconds
 * @param delayP95Ms the same, 95th percentile
 */
public record ShadowSummary(int trades, Map<Difference, Integer> differences, @Nullable Long priceP50BpsE8,
        @Nullable Long priceP95BpsE8, @Nullable Long delayP50Ms, @Nullable Long delayP95Ms) {

    private static final int MEDIAN = 50;
    private static final int HIGH = 95;
    private static final int WHOLE = 100;

    public ShadowSummary {
        Map<Difference, Integer> copy = new EnumMap<>(Difference.class);
        copy.putAll(differences);
        differences = java.util.Collections.unmodifiableMap(copy);
    }

    /** The summary of these trades; percentiles by nearest rank, nothing where no trade was filled. */
    public static ShadowSummary of(List<ShadowTrade> trades) {
        Map<Difference, Integer> differences = new EnumMap<>(Difference.class);
        trades.forEach(trade -> differences.merge(trade.difference(), 1, Integer::sum));
        List<Long> prices = sorted(trades, ShadowTrade::slippageBpsE8);
        List<Long> delays = sorted(trades, ShadowTrade::delayMs);
        return new ShadowSummary(trades.size(), differences, rank(prices, MEDIAN), rank(prices, HIGH),
                rank(delays, MEDIAN), rank(delays, HIGH));
    }

    private static List<Long> sorted(List<ShadowTrade> trades, Function<ShadowTrade, @Nullable Long> figure) {
        return trades.stream().map(figure).filter(Objects::nonNull).map(Objects::requireNonNull).sorted().toList();
    }

    private static @Nullable Long rank(List<Long> sorted, int percent) {
        return sorted.isEmpty() ? null : sorted.get((sorted.size() * percent + WHOLE - 1) / WHOLE - 1);
    }
}
