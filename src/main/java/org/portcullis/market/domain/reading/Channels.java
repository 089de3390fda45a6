package org.portcullis.market.domain.reading;

import static org.portcullis.market.domain.reading.Family.count;
import static org.portcullis.market.domain.reading.Family.length;
import static org.portcullis.market.domain.reading.Family.multiple;
import static org.portcullis.market.domain.reading.Family.several;

import java.util.List;
import java.util.Map;
import org.portcullis.market.Indicator;
import org.portcullis.market.IndicatorKind;
import org.portcullis.market.IndicatorKind.Memory;
import org.portcullis.market.IndicatorParameter;
import org.portcullis.market.domain.indicator.Band;
import org.portcullis.market.domain.indicator.Bollinger;
import org.portcullis.market.domain.indicator.Donchian;
import org.portcullis.market.domain.indicator.Envelope;
import org.portcullis.market.domain.indicator.Keltner;
import org.portcullis.market.domain.indicator.Parkinson;
import org.portcullis.market.domain.indicator.RealisedVolatility;
import org.portcullis.market.domain.indicator.RollingSpread;
import org.portcullis.market.domain.indicator.Starc;
import org.portcullis.market.domain.indicator.TrueRange;
import org.portcullis.market.domain.indicator.Ulcer;
import org.portcullis.market.domain.indicator.WilderAtr;

/** Channels and measures of volatility of the catalogue. */
public final class Channels {

    private static final List<String> LINES = List.of("middle", "upper", "lower", "width");
    private static final double MINUTES_A_YEAR = 525_600;

    private Channels() {
    }

    /** Adds them by name. */
    public static void addTo(Map<String, IndicatorKind> kinds) {
        Family family = new Family("channels and volatility", kinds);
        channels(family);
        volatility(family);
    }

    private static void channels(Family family) {
        family.prices("bollinger", List.of(IndicatorParameter.bars("length", 20, 2), multiple(2)),
                List.of("middle", "upper", "lower", "width", "percent-b", "z"), use -> use.bars("length"),
                Memory.WINDOW, "Mean and standard deviations around it; where the value lies between.", "J. Bollinger",
                use -> {
                    Bollinger bands = new Bollinger(use.bars("length"), use.number("multiple"));
                    return several(use, bands::push, bands::middle, bands::upper, bands::lower, bands::width,
                            bands::percentB, bands::z);
                });
        family.bars("keltner", List.of(count("length", 20), multiple(2), count("atr", 10)), LINES,
                use -> Math.max(use.bars("length"), use.bars("atr") + 1), Memory.FADES,
                "Exponential average and average true ranges around it.", "C. Keltner, 1960", use -> {
                    Keltner bands = new Keltner(use.bars("length"), use.number("multiple"), use.bars("atr"));
                    return banded((t, o, h, l, c, v) -> bands.push(h, l, c), bands.band());
                });
        family.bars("donchian", length(20, 1), LINES, use -> use.bars("length") + 1, Memory.WINDOW,
                "Highest high and lowest low of the bars before this one.", "R. Donchian", use -> {
                    Donchian bands = new Donchian(use.bars("length"));
                    return banded((t, o, h, l, c, v) -> bands.push(h, l), bands.band());
                });
        family.bars("starc", List.of(count("length", 5), multiple(2), count("atr", 10)), LINES,
                use -> Math.max(use.bars("length"), use.bars("atr") + 1), Memory.FADES,
                "Plain mean and average true ranges around it.", "M. Stoller", use -> {
                    Starc bands = new Starc(use.bars("length"), use.number("multiple"), use.bars("atr"));
                    return banded((t, o, h, l, c, v) -> bands.push(h, l, c), bands.band());
                });
        family.prices("envelope", List.of(count("length", 20), IndicatorParameter.number("percent", 2.5, 0.001, 99)),
                LINES, use -> use.bars("length"), Memory.WINDOW, "Plain mean and lines a percentage away.",
                "textbook", use -> {
                    Envelope bands = new Envelope(use.bars("length"), use.number("percent"));
                    return banded((t, o, h, l, c, v) -> bands.push(use.of().of(o, h, l, c, v)), bands.band());
                });
    }

    private static void volatility(Family family) {
        family.bar("atr", length(14, 1), use -> use.bars("length") + 1, Memory.FADES, "Average true range.",
                "J. W. Wilder, 1978", use -> {
                    WilderAtr atr = new WilderAtr(use.bars("length"));
                    return (o, h, l, c, v) -> atr.push(h, l, c);
                });
        family.bar("true-range", List.of(), use -> 2, Memory.WINDOW, "Range of the bar, its gap included.",
                "J. W. Wilder, 1978", use -> {
                    TrueRange range = new TrueRange();
                    return (o, h, l, c, v) -> range.push(h, l, c);
                });
        family.prices("spread", length(14, 2), List.of("deviation", "mean", "z"), use -> use.bars("length"),
                Memory.WINDOW, "Population standard deviation, mean, and the value's distance in deviations.",
                "textbook", use -> {
                    RollingSpread spread = new RollingSpread(use.bars("length"));
                    double[] last = {Double.NaN};
                    return several(use, value -> {
                        spread.push(value);
                        last[0] = value;
                        return value;
                    }, () -> spread.full() ? spread.deviation() : Double.NaN,
                            () -> spread.full() ? spread.mean() : Double.NaN,
                            () -> spread.full() ? spread.zScore(last[0]) : Double.NaN);
                });
        family.price("realised-volatility", length(20, 2), use -> use.bars("length") + 1, Memory.WINDOW,
                "Standard deviation of log returns, for a year of minutes, as a share.", "textbook",
                use -> new RealisedVolatility(use.bars("length"), MINUTES_A_YEAR)::push);
        family.bar("parkinson", length(20, 1), use -> use.bars("length"), Memory.WINDOW,
                "Volatility a bar from highs and lows, as a share.", "M. Parkinson, 1980", use -> {
                    Parkinson parkinson = new Parkinson(use.bars("length"));
                    return (o, h, l, c, v) -> parkinson.push(h, l);
                });
        family.price("ulcer", length(14, 1), use -> use.bars("length"), Memory.WINDOW,
                "How deep and how long values fell from their peak; one pass over the window a bar.",
                "P. Martin, 1987", use -> new Ulcer(use.bars("length"))::push);
    }

    private static Indicator banded(Family.Push push, Band band) {
        return several(push, band::middle, band::upper, band::lower, band::width);
    }
}
