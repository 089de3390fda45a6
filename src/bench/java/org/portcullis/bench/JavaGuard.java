package org.portcullis.bench;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.market.BarCheck;
import org.portcullis.market.BarGuard;
import org.portcullis.market.Flag;
import org.portcullis.market.FlagCode;
import org.portcullis.market.MarketLimits;

/** The guard rules of {@code rules/market} written in Java. */
final class JavaGuard implements BarGuard {

    @Override
    public List<Flag> judge(BarCheck bar, MarketLimits limits) {
        List<Flag> flags = new ArrayList<>(0);
        range(bar, flags);
        flag(flags, bar.lowest() < limits.priceMin(), FlagCode.BAR_INVALID, bar.lowest(), limits.priceMin());
        flag(flags, bar.volume() < limits.volumeMin(), FlagCode.BAR_INVALID, bar.volume(), limits.volumeMin());
        flag(flags, bar.misalignedMs() > limits.misalignedMsMax(), FlagCode.BAR_INVALID, bar.misalignedMs(),
                limits.misalignedMsMax());
        flag(flags, bar.stepMs() < limits.stepMsMin(), FlagCode.TIME_BACKWARDS, bar.stepMs(), limits.stepMsMin());
        flag(flags, bar.aheadMs() > limits.aheadMsMax(), FlagCode.BAR_FROM_FUTURE, bar.aheadMs(), limits.aheadMsMax());
        flag(flags, outlier(bar, limits), FlagCode.OUTLIER, bar.deviationPct(), limits.deviationPctMax());
        flag(flags, bar.ageMs() > limits.ageMsMax(), FlagCode.BAR_STALE, bar.ageMs(), limits.ageMsMax());
        flag(flags, bar.volume() <= limits.liquidityVolumeMax() && bar.volume() >= limits.volumeMin(),
                FlagCode.LOW_LIQUIDITY, bar.volume(), limits.liquidityVolumeMax());
        flag(flags, bar.missingMinutes() > limits.missingMinutesMax(), FlagCode.GAP, bar.missingMinutes(),
                limits.missingMinutesMax());
        return flags;
    }

    private static void range(BarCheck bar, List<Flag> flags) {
        flag(flags, bar.high() < bar.low(), FlagCode.BAR_INVALID, bar.high(), bar.low());
        flag(flags, bar.open() > bar.high(), FlagCode.BAR_INVALID, bar.open(), bar.high());
        flag(flags, bar.open() < bar.low(), FlagCode.BAR_INVALID, bar.open(), bar.low());
        flag(flags, bar.close() > bar.high(), FlagCode.BAR_INVALID, bar.close(), bar.high());
        flag(flags, bar.close() < bar.low(), FlagCode.BAR_INVALID, bar.close(), bar.low());
    }

    private static boolean outlier(BarCheck bar, MarketLimits limits) {
        return bar.deviationPct() > limits.deviationPctMax()
                && bar.volumeRatio() < limits.confirmingVolumeRatioMin()
                && bar.agreeingOutlierBars() < limits.agreeingOutlierBarsMax();
    }

    private static void flag(List<Flag> flags, boolean found, FlagCode code, double actual, double limit) {
        if (found) {
            flags.add(new Flag(code, actual, limit));
        }
    }
}
