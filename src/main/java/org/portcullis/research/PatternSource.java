package org.portcullis.research;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.portcullis.market.Bar;
import org.portcullis.market.BarStream;
import org.portcullis.market.ScalpFeatures;

/** Finds the patterns in a stream of bars, with the same arithmetic that finds them in trading. */
@FunctionalInterface
public interface PatternSource {

    /**
     * A believed bar and what is known at its close.
     *
     * @param bar      the bar
     * @param atr      average true range, in quote currency; {@link Double#NaN} while the series is too short
     * @param features features of the pattern that the bar completed, or nothing when it completed none
     */
    record PatternBar(Bar bar, double atr, @Nullable ScalpFeatures features) {
    }

    /** Walks the bars and hands on each one that is believed, in event time. */
    void walk(BarStream bars, Consumer<PatternBar> visitor);
}
