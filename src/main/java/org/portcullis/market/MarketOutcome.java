package org.portcullis.market;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;

/** What became of one bar: exactly one of three things. */
public sealed interface MarketOutcome {

    /** Whose bar it was. */
    InstrumentId instrument();

    /** Which bar it was, by its open time in UTC milliseconds. */
    long barOpenTimeMs();

    /**
     * A guard stopped the bar: no trigger sees it.
     *
     * @param flags what was found, at least one that stops a bar
     * @param gap   the hole before this bar, when there is one and the bar was believed
     */
    record Flagged(InstrumentId instrument, long barOpenTimeMs, List<Flag> flags, @Nullable SeriesGap gap)
            implements MarketOutcome {

        public Flagged {
            flags = List.copyOf(flags);
        }

        /** Whether the bar was not believed: it moved no price. */
        public boolean refused() {
            return flags.stream().anyMatch(flag -> flag.code().effect() == FlagCode.Effect.REFUSE);
        }
    }

    /**
     * The bar is good, its series still too short to say anything.
     *
     * @param barsSoFar  bars of the series, this one included
     * @param barsNeeded bars at which the first features are formed
     * @param gap        the hole before this bar, when there is one
     */
    record Warming(InstrumentId instrument, long barOpenTimeMs, long barsSoFar, long barsNeeded,
            @Nullable SeriesGap gap) implements MarketOutcome {
    }

    /**
     * The bar is good and its features are known.
     *
     * @param features  what indicators say at its close
     * @param structure what price structure says at its close
     * @param regime    what kind of market it is at its close
     * @param readings  what the indicators that packs declare say at its close
     */
    record Formed(Features features, Structure structure, RegimeView regime, ReadingsSeen readings)
            implements MarketOutcome {

        /** A bar for which no pack asked for more. */
        public Formed(Features features, Structure structure, RegimeView regime) {
            this(features, structure, regime, ReadingsSeen.NONE);
        }

        @Override
        public InstrumentId instrument() {
            return features.instrument();
        }

        @Override
        public long barOpenTimeMs() {
            return features.openTimeMs();
        }
    }
}
