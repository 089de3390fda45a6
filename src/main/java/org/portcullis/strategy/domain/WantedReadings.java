package org.portcullis.strategy.domain;

import java.util.List;
import org.portcullis.market.ReadingPlan;
import org.portcullis.strategy.StrategyPack;

/** What the packs asked now want to be computed, put together anew only when one of them wants something else. */
public final class WantedReadings {

    private volatile Known known = new Known(new ReadingPlan[0], ReadingPlan.NONE);

    private static final class Known {
        private final ReadingPlan[] plans;
        private final ReadingPlan union;

        Known(ReadingPlan[] plans, ReadingPlan union) {
            this.plans = plans;
            this.union = union;
        }
    }

    /** All that these packs want; the same object as before while nothing has changed. */
    public ReadingPlan of(List<StrategyPack> packs) {
        Known now = known;
        boolean same = packs.size() == now.plans.length;
        for (int i = 0; same && i < packs.size(); i++) {
            same = packs.get(i).readings() == now.plans[i];
        }
        return same ? now.union : renewed(packs);
    }

    private synchronized ReadingPlan renewed(List<StrategyPack> packs) {
        ReadingPlan[] plans = packs.stream().map(StrategyPack::readings).toArray(ReadingPlan[]::new);
        ReadingPlan union = ReadingPlan.union(List.of(plans));
        known = new Known(plans, union);
        return union;
    }
}
