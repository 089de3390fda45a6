package org.portcullis.strategy.adapter.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarWalk;
import org.portcullis.market.HistoryTaker;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.UniverseDesk;
import org.springframework.core.annotation.Order;

/**
 * Walks kept bars for the brain, each thread on a walk of its own, and hands the warm series over at the end: the brain
 * then says to the next bar what it would have said without the stop (S3-17). Strategies are not asked.
 */
@Order(3)
final class BrainHistory implements HistoryTaker {

    private final BarWalk walk;
    private final Brain brain;
    private final @Nullable UniverseDesk universe;

    /**
     * @param walk the brain's own
     * @param universe sees believed bars too; nothing where every instrument may be entered
     */
    BrainHistory(BarWalk walk, Brain brain, @Nullable UniverseDesk universe) {
        this.walk = walk;
        this.brain = brain;
        this.universe = universe;
    }

    @Override
    public Hearing begin(String feed, int hands) {
        List<BarWalk> walks = new ArrayList<>();
        for (int hand = 0; hand < hands; hand++) {
            walks.add(walk.beside());
        }
        return new Walking(List.copyOf(walks));
    }

    private final class Walking implements Hearing {

        private final List<BarWalk> walks;
        private final Map<InstrumentId, MarketOutcome.Formed> formed = new ConcurrentHashMap<>();
        private final Queue<List<Bar>> believed = new ConcurrentLinkedQueue<>();

        Walking(List<BarWalk> walks) {
            this.walks = walks;
        }

        @Override
        public void take(int hand, InstrumentId instrument, List<Bar> bars) {
            BarWalk own = walks.get(hand);
            List<Bar> seen = new ArrayList<>();
            long keptFromMs = keptFromMs(bars);
            for (Bar bar : bars) {
                MarketOutcome outcome = own.onBar(bar, bar.closeTimeMs());
                Brain.sayGap(outcome);
                if (outcome instanceof MarketOutcome.Formed now) {
                    formed.put(instrument, now);
                }
                boolean refused = outcome instanceof MarketOutcome.Flagged flagged && flagged.refused();
                if (universe != null && !refused && (seen.isEmpty() || bar.openTimeMs() >= keptFromMs)) {
                    seen.add(bar);
                }
            }
            believed.add(seen);
        }

        @Override
        public void end() {
            brain.warm(walks, formed.values());
            if (universe != null) {
                universe.onHistory(believed);
            }
        }

        private long keptFromMs(Collection<Bar> bars) {
            long newestMs = bars.stream().mapToLong(Bar::openTimeMs).max().orElse(0);
            return universe == null ? newestMs : newestMs - Math.min(newestMs, universe.lookBackMs());
        }
    }
}
