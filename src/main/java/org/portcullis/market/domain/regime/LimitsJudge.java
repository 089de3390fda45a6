package org.portcullis.market.domain.regime;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.market.Regime;
import org.portcullis.market.RegimeJudge;
import org.portcullis.market.RegimeLimits;
import org.portcullis.market.RegimeMeasures;
import org.portcullis.market.RegimeVote;

/**
 * The tests of {@code rules/market/regime.drl} as plain comparisons, for runs in which nobody edits rules. A test holds
 * the two together.
 */
public final class LimitsJudge implements RegimeJudge {

    @Override
    public List<RegimeVote> judge(RegimeMeasures measures, RegimeLimits limits) {
        boolean rising = measures.close() > measures.emaLong() && measures.trendAtrPct() > 0;
        boolean falling = measures.close() < measures.emaLong() && measures.trendAtrPct() < 0;
        if (!rising && !falling && !crashes(measures, limits)) {
            return List.of();
        }
        List<RegimeVote> votes = new ArrayList<>();
        if (rising) {
            trend(votes, Regime.BULL, measures, limits.bullAdxMin(), limits.bullEfficiencyMin());
        }
        if (falling) {
            trend(votes, Regime.BEAR, measures, limits.bearAdxMin(), limits.bearEfficiencyMin());
        }
        crash(votes, measures, limits);
        return votes;
    }

    private static void trend(List<RegimeVote> votes, Regime regime, RegimeMeasures measures, double adxMin,
            double efficiencyMin) {
        if (measures.adx() >= adxMin) {
            votes.add(new RegimeVote(regime, measures.adx(), adxMin));
        }
        if (measures.efficiency() >= efficiencyMin) {
            votes.add(new RegimeVote(regime, measures.efficiency(), efficiencyMin));
        }
    }

    private static void crash(List<RegimeVote> votes, RegimeMeasures measures, RegimeLimits limits) {
        if (measures.shockZ() <= limits.crashShockZMax()) {
            votes.add(new RegimeVote(Regime.CRASH, measures.shockZ(), limits.crashShockZMax()));
        }
        if (fallen(measures, limits)) {
            votes.add(new RegimeVote(Regime.CRASH, measures.drawdownAtr(), limits.crashDrawdownAtrMin()));
        }
        if (measures.halted()) {
            votes.add(new RegimeVote(Regime.CRASH, 1, 1));
        }
    }

    private static boolean crashes(RegimeMeasures measures, RegimeLimits limits) {
        return measures.halted() || measures.shockZ() <= limits.crashShockZMax() || fallen(measures, limits);
    }

    private static boolean fallen(RegimeMeasures measures, RegimeLimits limits) {
        return measures.drawdownAtr() >= limits.crashDrawdownAtrMin()
                && measures.volatilityRank() >= limits.crashRankMin();
    }
}
