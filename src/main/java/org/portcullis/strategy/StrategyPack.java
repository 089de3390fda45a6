package org.portcullis.strategy;

import java.util.List;
import org.portcullis.market.Features;

/** One strategy as the floor sees it: features in, hits out. It reaches neither a venue nor a clock (S2-REQ-STR1). */
public interface StrategyPack {

    /** Name of the strategy. */
    String name();

    /** Asks the rules. Used by one thread at a time. */
    Answer ask(Features features);

    /** Looks whether the pack's parameters were edited; called by the watcher of the rules folder, on any thread. */
    void refresh();

    /**
     * What a pack says to one bar.
     *
     * @param hits         what fired; empty when nothing did
     * @param rulesVersion version of the rules that were asked
     * @param stopAtr      distance of stops below the close, in average true ranges
     * @param targetAtr    distance of targets above the close, in average true ranges
     * @param nearest      when nothing fired: how near the nearest trigger came, for a person; may be empty
     */
    record Answer(List<TriggerHit> hits, String rulesVersion, double stopAtr, double targetAtr, String nearest) {

        public Answer {
            hits = List.copyOf(hits);
        }
    }
}
