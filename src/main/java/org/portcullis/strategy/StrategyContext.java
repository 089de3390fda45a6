package org.portcullis.strategy;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portcullis.market.Features;
import org.portcullis.market.ReadingsSeen;
import org.portcullis.market.RegimeView;
import org.portcullis.market.Structure;

/**
 * All that a strategy may know when it looks at a closed bar (S2-REQ-STR1): values only, no venue, clock or account.
 *
 * @param features  indicators at the close of the bar
 * @param structure patterns, levels and pools at the close of the bar
 * @param regime    what kind of market it is
 * @param score     score of the pattern that the bar completed, or nothing when it completed none
 * @param readings  what the indicators that packs declare say at the close of the bar
 */
public record StrategyContext(Features features, Structure structure, RegimeView regime, @Nullable Score score,
        ReadingsSeen readings) {

    public StrategyContext {
        Objects.requireNonNull(features, "features");
        Objects.requireNonNull(readings, "readings");
        Objects.requireNonNull(structure, "structure");
        Objects.requireNonNull(regime, "regime");
    }

    /** A bar for which no pack asked for more. */
    public StrategyContext(Features features, Structure structure, RegimeView regime, @Nullable Score score) {
        this(features, structure, regime, score, ReadingsSeen.NONE);
    }
}
