package org.portcullis.research;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.portcullis.kernel.Money;

/**
 * What a backtest was run with: two runs of equal terms by the same program give the same trades.
 *
 * @param seed         decides every draw
 * @param dataHash     hash of the bars that were walked, lower-case hexadecimal
 * @param rulesVersion version of the rules that judged
 * @param policyHash   hash of the limits and parameters in force
 * @param fromMs       open time of the first minute, milliseconds since 1970 UTC
 * @param toMs         close time of the last minute; not before {@code fromMs}
 * @param symbols      canonical symbols that were walked
 * @param strategies   strategies that were asked
 * @param cash         what the account held at the start; never negative
 * @param costModel    names and values of what trading was assumed to cost; iterates by name
 * @param approvals    what became of orders that would have waited for a person, such as {@code refuse}
 */
public record BacktestTerms(long seed, String dataHash, String rulesVersion, String policyHash, long fromMs, long toMs,
        List<String> symbols, List<String> strategies, Money cash, Map<String, String> costModel, String approvals) {

    public BacktestTerms {
        if (toMs < fromMs) {
            throw new IllegalArgumentException("a backtest ends at " + toMs + ", before it begins at " + fromMs);
        }
        if (cash.isNegative()) {
            throw new IllegalArgumentException("a backtest begins with negative cash: " + cash);
        }
        symbols = List.copyOf(symbols);
        strategies = List.copyOf(strategies);
        costModel = Collections.unmodifiableMap(new TreeMap<>(costModel));
    }
}
