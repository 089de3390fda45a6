package org.portcullis.market.domain.reading;

import static org.portcullis.market.domain.reading.Family.count;
import static org.portcullis.market.domain.reading.Family.length;
import static org.portcullis.market.domain.reading.Family.several;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.portcullis.market.IndicatorKind;
import org.portcullis.market.IndicatorKind.Memory;
import org.portcullis.market.domain.indicator.Fractal;
import org.portcullis.market.domain.indicator.HeikinAshi;
import org.portcullis.market.domain.indicator.PivotPoints;
import org.portcullis.market.domain.indicator.RollingExtreme;
import org.portcullis.market.domain.indicator.RollingPivots;
import org.portcullis.market.domain.indicator.Vwap;

/** Prices and levels of the catalogue. */
public final class Levels {

    private static final long DAY_MS = 86_400_000L;
    private static final List<String> PIVOTS = List.of("pivot", "r1", "r2", "r3", "s1", "s2", "s3");

    private Levels() {
    }

    /** Adds them by name. */
    public static void addTo(Map<String, IndicatorKind> kinds) {
        Family family = new Family("prices and levels", kinds);
        prices(family);
        levels(family);
    }

    private static void prices(Family family) {
        family.price("price", List.of(), use -> 1, Memory.WINDOW, "A number of the bar itself, to compare with.",
                "the bar", use -> value -> value);
        family.price("highest", length(20, 1), use -> use.bars("length"), Memory.WINDOW,
                "Largest of the last values, this bar included.", "textbook", use -> extreme(use.bars("length"), 1));
        family.price("lowest", length(20, 1), use -> use.bars("length"), Memory.WINDOW,
                "Smallest of the last values, this bar included.", "textbook", use -> extreme(use.bars("length"), -1));
        family.bars("heikin-ashi", List.of(), List.of("close", "open", "high", "low"), use -> 1, Memory.FADES,
                "Averaged bars that smooth a trend.", "M. Homma", use -> {
                    HeikinAshi bar = new HeikinAshi();
                    return several((t, o, h, l, c, v) -> bar.push(o, h, l, c), bar::close, bar::open, bar::high,
                            bar::low);
                });
        family.bars("vwap-day", List.of(), List.of("value"), use -> 1, Memory.FADES,
                "Mean price by volume since the begin of the UTC day.", "textbook", use -> {
                    Vwap vwap = new Vwap();
                    long[] day = {Long.MIN_VALUE};
                    return several((t, o, h, l, c, v) -> {
                        if (Math.floorDiv(t, DAY_MS) != day[0]) {
                            day[0] = Math.floorDiv(t, DAY_MS);
                            vwap.reset();
                        }
                        vwap.push(h, l, c, v);
                    }, vwap::value);
                });
    }

    private static void levels(Family family) {
        family.bars("pivots-day", List.of(), PIVOTS, use -> 2, Memory.WINDOW,
                "Pivot levels of the previous UTC day; told from its end on.", "textbook", use -> {
                    PivotPoints levels = new PivotPoints();
                    return several((t, o, h, l, c, v) -> levels.push(h, l, c, Math.floorDiv(t, DAY_MS)),
                            levels::pivot, () -> levels.resistance(1), () -> levels.resistance(2),
                            () -> levels.resistance(3), () -> levels.support(1), () -> levels.support(2),
                            () -> levels.support(3));
                });
        family.bars("pivots-rolling", length(20, 1), PIVOTS, use -> use.bars("length") + 1, Memory.WINDOW,
                "Pivot levels of the bars before this one.", "textbook", use -> {
                    RollingPivots levels = new RollingPivots(use.bars("length"));
                    return several((t, o, h, l, c, v) -> levels.push(h, l, c), levels::pivot,
                            () -> levels.resistance(1), () -> levels.resistance(2), () -> levels.resistance(3),
                            () -> levels.support(1), () -> levels.support(2), () -> levels.support(3));
                });
        family.bars("fractal", List.of(count("span", 2)), List.of("high", "low", "confirmed"),
                use -> 2 * use.bars("span") + 1, Memory.FADES,
                "Newest high above, and low below, so many bars on either side; told when confirmed.",
                "B. Williams, 1995", use -> {
                    Fractal fractal = new Fractal(use.bars("span"));
                    return several((t, o, h, l, c, v) -> fractal.push(h, l), fractal::high, fractal::low,
                            fractal::confirmed);
                });
    }

    private static DoubleUnaryOperator extreme(int window, int sign) {
        RollingExtreme extreme = new RollingExtreme(window);
        return value -> {
            extreme.push(sign * value);
            return extreme.full() ? sign * extreme.largest() : Double.NaN;
        };
    }
}
