package org.portcullis.strategy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.kernel.LateMap;
import org.portcullis.market.ReadingPlan;
import org.portcullis.market.ReadingsSeen;

/**
 * One strategy as the floor sees it: what is known in, hits out. It reaches neither a venue nor a clock, and the same
 * context gives the same answer (S2-REQ-STR1). A strategy written in Java is a Spring bean of this type; its name needs
 * an entry in {@code rules/strategies.yaml} like any other (S2-REQ-STR2).
 */
public interface StrategyPack {

    /** Name of the strategy. */
    String name();

    /** What it says to a closed bar. Used by one thread at a time. */
    Answer ask(StrategyContext context);

    /** What it says to a signal from outside; nothing unless it follows signals. Used by one thread at a time. */
    default Answer follow(SignalContext context) {
        return Answer.silent("");
    }

    /**
     * Whether what its declared indicators say to a bar is enough to know that it has nothing to say to it. A pack that
     * looks at anything else does not know.
     */
    default boolean silentOn(ReadingsSeen readings) {
        return false;
    }

    /** Whether it wants patterns to be scored. */
    default boolean wantsScore() {
        return false;
    }

    /**
     * How long after a signal its other side may still be entered, because what is held has to be closed first, in
     * milliseconds; 0 when a position is never turned.
     */
    default long turnMs() {
        return 0;
    }

    /** Whether {@link #follow} can say anything. */
    default boolean followsSignals() {
        return false;
    }

    /**
     * What has to be computed for it; the same object as long as that is the same. A pack that does not say so may look
     * at structure.
     */
    default ReadingPlan readings() {
        return ReadingPlan.STRUCTURE;
    }

    /** Looks whether the pack's parameters were edited; called by the watcher of the rules folder, on any thread. */
    default void refresh() {
        // a strategy without parameters has nothing to look at
    }

    /**
     * What a pack says to one bar or signal.
     *
     * @param hits         what fired; empty when nothing did
     * @param rulesVersion version of the rules that were asked
     * @param stopAtr      distance of stops from the close, in average true ranges; NaN when its hits bring their own
     * @param targetAtr    distance of targets from the close, in average true ranges; NaN likewise
     * @param words        when nothing fired: how near the nearest trigger came, for a person; may be empty
     * @param saw          what the pack measured itself, by name, for the explanation
     */
    record Answer(List<TriggerHit> hits, String rulesVersion, double stopAtr, double targetAtr, Words words,
            SortedMap<String, Double> saw) {

        private static final SortedMap<String, Double> NOTHING_SEEN = Collections.emptySortedMap();
        /** Nothing fired and nothing is said of it, as on most bars. */
        private static final Answer SILENT = new Answer(List.of(), "", Double.NaN, Double.NaN, Words.NONE,
                NOTHING_SEEN);

        public Answer {
            hits = List.copyOf(hits);
            saw = saw instanceof LateMap ? saw : saw == NOTHING_SEEN || saw.isEmpty() ? NOTHING_SEEN
                    : Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Double>) saw));
        }

        /** An answer of a pack that measured nothing itself. */
        public Answer(List<TriggerHit> hits, String rulesVersion, double stopAtr, double targetAtr, String nearest) {
            this(hits, rulesVersion, stopAtr, targetAtr, Words.of(nearest), NOTHING_SEEN);
        }

        /** Nothing fired. */
        public static Answer silent(String nearest) {
            return silent(Words.of(nearest));
        }

        /** Nothing fired, in words that are found when somebody reads them. */
        public static Answer silent(Words nearest) {
            return nearest == Words.NONE ? SILENT
                    : new Answer(List.of(), "", Double.NaN, Double.NaN, nearest, NOTHING_SEEN);
        }
    }
}
