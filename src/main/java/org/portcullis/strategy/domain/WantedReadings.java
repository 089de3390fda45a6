package org.portcullis.strategy.domain;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.market.ReadingPlan;
import org.portcullis.strategy.StrategyPack;

/** What the packs asked now want to be computed, put together anew only when one of them wants something else. */
public final class WantedReadings {

    private List<ReadingPlan> plans = List.of();
    private ReadingPlan union = ReadingPlan.NONE;

    /** All that these packs want; the same object as before while nothing has changed. */
    public synchronized ReadingPlan of(List<StrategyPack> packs) {
        boolean same = packs.size() == plans.size();
        for (int i = 0; same && i < packs.size(); i++) {
            same = packs.get(i).readings() == plans.get(i);
        }
        if (!same) {
            List<ReadingPlan> now = new ArrayList<>();
            packs.forEach(pack -> now.add(pack.readings()));
            plans = now;
            union = ReadingPlan.union(now);
        }
        return union;
    }
}
