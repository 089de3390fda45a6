package org.portcullis.risk.breaker;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portcullis.risk.domain.breaker.CrashRegime;
import org.portcullis.risk.domain.breaker.CrashShare;
import org.portcullis.risk.domain.breaker.DayResult;
import org.portcullis.risk.domain.breaker.Drawdown;
import org.portcullis.risk.domain.breaker.FeeShare;
import org.portcullis.risk.domain.breaker.LiquidityShare;
import org.portcullis.risk.domain.breaker.LosingStreak;
import org.portcullis.risk.domain.breaker.LossLimits;
import org.portcullis.risk.domain.breaker.LossRate;
import org.portcullis.risk.domain.breaker.SlippageRatio;
import org.portcullis.risk.domain.breaker.WeekResult;

/**
 * Says of measures that come with every bar and every fill whether they reach their limits, as the shipped rules of
 * {@code rules/risk/tripping.drl} compare them. What it does not know is for the rules.
 */
final class Measures {

    /** Only the rules can say. */
    static final long UNKNOWN = -1;
    /** Compared without reaching a limit; bits of breakers are all below. */
    private static final long SHORT = 1L << 32;

    private Measures() {
    }

    /** The bit of a breaker. */
    static long bit(Breaker breaker) {
        return 1L << breaker.ordinal();
    }

    /**
     * The bits of the breakers that the shipped rules trip by these measures; none when all are short of their limits,
     * {@link #UNKNOWN} when a measure is unknown or an expected breaker is not compared.
     */
    static long reached(List<Record> facts, Set<Breaker> expected) {
        try {
            LossLimits limits = limits(facts);
            long compared = 0;
            long reached = 0;
            for (int i = 0; i < facts.size(); i++) {
                long one = facts.get(i) == limits ? SHORT : compared(facts.get(i), limits);
                if (one == UNKNOWN) {
                    return UNKNOWN;
                }
                compared |= one & ~SHORT;
                reached |= (one & SHORT) == 0 ? one : 0;
            }
            for (Breaker breaker : expected) {
                if ((compared & bit(breaker)) == 0) {
                    return UNKNOWN;
                }
            }
            return reached;
        } catch (ArithmeticException beyondNumbers) {
            return UNKNOWN; // the rules fail on it, and that trips too
        }
    }

    private static @Nullable LossLimits limits(List<Record> facts) {
        for (int i = facts.size() - 1; i >= 0; i--) {
            if (facts.get(i) instanceof LossLimits limits) {
                return limits;
            }
        }
        return null;
    }

    /** The bit of the breaker that the fact is a measure of, and whether it is short of its limit. */
    private static long compared(Record fact, @Nullable LossLimits limits) {
        if (fact instanceof LossRate rate) {
            return when(rate.pct().e8() < rate.pctMax().e8(), Breaker.LOSS_RATE);
        }
        if (fact instanceof FeeShare fees) {
            return when(fees.pct().e8() < fees.pctMax().e8(), Breaker.FEES);
        }
        if (fact instanceof SlippageRatio slippage) {
            return when(slippage.timesE8() <= slippage.timesE8Max(), Breaker.SLIPPAGE);
        }
        if (fact instanceof LiquidityShare signals) {
            return when(signals.share().e8() <= signals.shareMax().e8(), Breaker.LOW_LIQUIDITY);
        }
        if (fact instanceof CrashRegime crash) {
            return when(crash.bars() < crash.barsMax(), Breaker.CRASH_REGIME);
        }
        if (fact instanceof CrashShare market) {
            return when(market.share().e8() < market.shareMax().e8(), Breaker.CRASH_REGIME);
        }
        return limits == null ? UNKNOWN : lost(fact, limits);
    }

    private static long lost(Record fact, LossLimits limits) {
        if (fact instanceof Drawdown fall) {
            return when(fall.pct().e8() < limits.drawdownPctMax().e8(), Breaker.DRAWDOWN);
        }
        if (fact instanceof DayResult day) {
            return when(day.loss().e8() < limits.dayMax().e8() && day.lossPct().e8() < limits.dayPctMax().e8(),
                    Breaker.DAILY_LOSS);
        }
        if (fact instanceof WeekResult week) {
            return when(week.lossPct().e8() < limits.weekPctMax().e8(), Breaker.WEEKLY_LOSS);
        }
        if (fact instanceof LosingStreak streak) {
            return when(streak.trades() < limits.streakMax(), Breaker.LOSING_STREAK);
        }
        return UNKNOWN;
    }

    private static long when(boolean shortOfLimit, Breaker breaker) {
        return shortOfLimit ? bit(breaker) | SHORT : bit(breaker);
    }
}
