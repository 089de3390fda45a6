package org.portcullis.risk.domain.sizing;

import java.math.RoundingMode;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.risk.TrackRecord.Closed;

/**
 * What a strategy's own closed trades say about how much one more may risk (S3-13, quarter of Kelly's fraction by the
 * lower bound of the chance to win).
 *
 * @param trades closed trades looked at
 * @param wins those that gained
 * @param winChanceLowPct lower bound of the chance to win; zero while too few trades are closed
 * @param kellyPct Kelly's whole fraction at that chance; zero when there is no edge or too few trades
 * @param riskPct share of equity that one trade may risk before volatility is looked at
 */
public record StrategyEdge(int trades, int wins, Percent winChanceLowPct, Percent kellyPct, Percent riskPct)
        implements BoundsSize {

    @Override
    public String sizeCode() {
        return "size.strategy-risk";
    }

    /** Reads the record by the limits. Average gain is rounded down, average loss up. */
    public static StrategyEdge of(Closed closed, KellyLimits limits) {
        int losses = closed.trades() - closed.wins();
        if (closed.trades() < limits.tradesMin()) {
            return new StrategyEdge(closed.trades(), closed.wins(), percent(0), percent(0), limits.unprovenPct());
        }
        long lowE8 = Kelly.winChanceLowE8(closed.wins(), closed.trades(), limits.confidenceE8());
        long kellyE8 = Kelly.fractionE8(lowE8, mean(closed.gained(), closed.wins(), RoundingMode.DOWN),
                mean(closed.lost(), losses, RoundingMode.UP));
        return new StrategyEdge(closed.trades(), closed.wins(), percent(lowE8), percent(kellyE8),
                kellyE8 == 0 ? limits.noEdgePct() : clipped(percent(kellyE8), limits));
    }

    private static Percent clipped(Percent kelly, KellyLimits limits) {
        long shareE8 = FixedPoint.multiplyDivide(kelly.e8(), limits.fractionPct().e8(), 100 * FixedPoint.ONE,
                RoundingMode.DOWN);
        return new Percent(Math.min(Math.max(shareE8, limits.pctMin().e8()), limits.pctMax().e8()));
    }

    private static Money mean(Money sum, int count, RoundingMode rounding) {
        return count == 0 ? Money.ZERO : new Money(FixedPoint.multiplyDivide(sum.e8(), 1, count, rounding));
    }

    private static Percent percent(long shareE8) {
        return new Percent(Math.multiplyExact(shareE8, 100));
    }
}
