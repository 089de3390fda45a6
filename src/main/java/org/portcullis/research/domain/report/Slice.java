package org.portcullis.research.domain.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.portcullis.kernel.Money;
import org.portcullis.research.BacktestTrade;

/**
 * Trades that have something in common, added up.
 *
 * @param trades how many
 * @param wins   of them, those with profit
 * @param profit together, after fees
 * @param fees   together
 */
public record Slice(long trades, long wins, Money profit, Money fees) {

    private static final Slice NOTHING = new Slice(0, 0, Money.ZERO, Money.ZERO);
    private static final String UNKNOWN = "unknown";

    /** Trades by what {@code name} says of them; iterates by name. */
    static Map<String, Slice> by(Function<BacktestTrade, String> name, List<BacktestTrade> trades) {
        Map<String, Slice> slices = new TreeMap<>();
        for (BacktestTrade trade : trades) {
            String said = name.apply(trade);
            String key = said.isBlank() ? UNKNOWN : said;
            slices.put(key, slices.getOrDefault(key, NOTHING).with(trade));
        }
        return slices;
    }

    private Slice with(BacktestTrade trade) {
        return new Slice(trades + 1, wins + (trade.profit().e8() > 0 ? 1 : 0), profit.plus(trade.profit()),
                fees.plus(trade.fees()));
    }
}
