package org.portcullis.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;

/**
 * What trades with one tag brought (B-S13). A trade is an order that closed a position or a part of one; its profit is
 * realised, after the fees of both sides.
 *
 * @param tag    what the trades have in common: a rule, a strategy or an instrument
 * @param trades how many
 * @param won    how many with profit
 * @param profit sum of those with profit
 * @param loss   sum of those with loss; not positive
 * @param best   the best
 * @param worst  the worst
 */
public record PerformanceLine(String tag, long trades, long won, Money profit, Money loss, Money best, Money worst) {

    /** Profit and loss together. */
    @JsonProperty("realised")
    public Money realised() {
        return profit.plus(loss);
    }

    /** Share of trades with profit, in percent, rounded down. */
    @JsonProperty("winRatePct")
    public Percent winRate() {
        return new Percent(Math.multiplyExact(won, Percent.of("100").e8()) / Math.max(1, trades));
    }

    /** Profit over loss, two places; nothing without a loss. */
    @JsonProperty("profitFactor")
    public @Nullable String profitFactor() {
        return loss.e8() == 0 ? null : BigDecimal.valueOf(profit.e8())
                .divide(BigDecimal.valueOf(loss.e8()).negate(), 2, RoundingMode.HALF_EVEN).toPlainString();
    }
}
