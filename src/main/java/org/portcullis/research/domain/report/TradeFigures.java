package org.portcullis.research.domain.report;

import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.research.BacktestTrade;

/**
 * Figures of closed trades. Profit is after fees; sums are exact. A trade whose profit is exactly zero is neither won
 * nor lost and ends a losing run.
 *
 * @param total            closed trades
 * @param wins             of them, those with profit
 * @param losses           of them, those with loss
 * @param profit           profit of all together
 * @param won              profit of those that won
 * @param lost             loss of those that lost, as a positive amount
 * @param fees             fees of all
 * @param slippage         slippage of all
 * @param longestLosingRun most trades in a row that lost, in the order of closing
 * @param best             trade with the largest profit, the earlier of two; null without trades
 * @param worst            trade with the smallest profit, the earlier of two; null without trades
 */
public record TradeFigures(long total, long wins, long losses, Money profit, Money won, Money lost, Money fees,
        Money slippage, long longestLosingRun, @Nullable BacktestTrade best, @Nullable BacktestTrade worst) {

    static TradeFigures of(List<BacktestTrade> trades) {
        long wins = 0;
        long losses = 0;
        Money won = Money.ZERO;
        Money lost = Money.ZERO;
        Money fees = Money.ZERO;
        Money slippage = Money.ZERO;
        long run = 0;
        long longest = 0;
        BacktestTrade best = null;
        BacktestTrade worst = null;
        for (BacktestTrade trade : trades) {
            Money profit = trade.profit();
            boolean loses = profit.isNegative();
            wins += profit.e8() > 0 ? 1 : 0;
            losses += loses ? 1 : 0;
            won = loses ? won : won.plus(profit);
            lost = loses ? lost.minus(profit) : lost;
            fees = fees.plus(trade.fees());
            slippage = slippage.plus(trade.slippage());
            run = loses ? run + 1 : 0;
            longest = Math.max(longest, run);
            best = best == null || profit.compareTo(best.profit()) > 0 ? trade : best;
            worst = worst == null || profit.compareTo(worst.profit()) < 0 ? trade : worst;
        }
        return new TradeFigures(trades.size(), wins, losses, won.minus(lost), won, lost, fees, slippage, longest, best,
                worst);
    }

    /** Share of the trades that won; 0 to 1. */
    public Figure winRate() {
        return Figure.ratio(wins, total, "no trade");
    }

    /** What was won over what was lost. */
    public Figure profitFactor() {
        return Figure.ratio(won.e8(), lost.e8(), total == 0 ? "no trade" : "no trade lost");
    }

    /** Mean profit of a trade, rounded half even; null without trades. */
    public @Nullable Money expectancy() {
        return mean(profit, total);
    }

    /** Mean profit of a trade that won; null without one. */
    public @Nullable Money averageWin() {
        return mean(won, wins);
    }

    /** Mean loss of a trade that lost, as a negative amount; null without one. */
    public @Nullable Money averageLoss() {
        return mean(lost.negated(), losses);
    }

    private static @Nullable Money mean(Money sum, long count) {
        return count == 0 ? null : new Money(FixedPoint.multiplyDivide(sum.e8(), 1, count, RoundingMode.HALF_EVEN));
    }
}
