package org.portcullis.bench;

import java.util.concurrent.atomic.AtomicReference;
import org.portcullis.market.Bar;
import org.portcullis.market.BarCheck;
import org.portcullis.market.FeaturePeriods;
import org.portcullis.market.Features;
import org.portcullis.market.MarketLimits;
import org.portcullis.market.domain.BarRun;
import org.portcullis.market.domain.Lane;
import org.portcullis.strategy.MomentumParameters;

/**
 * The floor: the series of an instrument with guard and trigger conditions in one loop. No flags, no reasons, no
 * outcomes: only how many bars would have brought a proposal.
 */
final class BareBrain {

    private final MarketLimits limits;
    private final MomentumParameters parameters;
    private final Lane[] lanes;
    private final BarRun run = new BarRun();

    BareBrain(MarketLimits limits, FeaturePeriods periods, MomentumParameters parameters, int instruments) {
        this.limits = limits;
        this.parameters = parameters;
        this.lanes = new Lane[instruments];
        for (int i = 0; i < instruments; i++) {
            lanes[i] = new Lane(periods, null, null, new AtomicReference<>());
        }
    }

    /** Whether this bar triggers anything. */
    boolean triggers(Bar bar, int instrument) {
        Lane lane = lanes[instrument];
        run.clear();
        BarCheck check = lane.check(bar, run.look(bar), bar.closeTimeMs(), limits);
        boolean outlier = check.deviationPct() > limits.deviationPctMax()
                & check.volumeRatio() < limits.confirmingVolumeRatioMin()
                & check.agreeingOutlierBars() < limits.agreeingOutlierBarsMax();
        boolean invalid = invalid(check);
        if (outlier | invalid) {
            if (!invalid) {
                lane.refuseOutlier(bar, limits);
            }
            return false;
        }
        if (check.missingMinutes() > limits.missingMinutesMax()) {
            lane.restart(lane.gapBefore(bar));
        }
        run.add(bar, lane);
        Features features = run.features(0);
        boolean held = check.volume() <= limits.liquidityVolumeMax() | check.ageMs() > limits.ageMsMax();
        return features != null && !held && JavaTriggers.any(features, parameters);
    }

    private boolean invalid(BarCheck bar) {
        return bar.high() < bar.low() | bar.open() > bar.high() | bar.open() < bar.low() | bar.close() > bar.high()
                | bar.close() < bar.low() | bar.lowest() < limits.priceMin() | bar.volume() < limits.volumeMin()
                | bar.misalignedMs() > limits.misalignedMsMax() | bar.stepMs() < limits.stepMsMin()
                | bar.aheadMs() > limits.aheadMsMax();
    }
}
