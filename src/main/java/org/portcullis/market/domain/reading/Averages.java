package org.portcullis.market.domain.reading;

import static org.portcullis.market.domain.reading.Family.count;
import static org.portcullis.market.domain.reading.Family.length;
import static org.portcullis.market.domain.reading.Family.several;

import java.util.List;
import java.util.Map;
import org.portcullis.market.IndicatorKind;
import org.portcullis.market.IndicatorKind.Memory;
import org.portcullis.market.IndicatorParameter;
import org.portcullis.market.domain.indicator.Alma;
import org.portcullis.market.domain.indicator.Dema;
import org.portcullis.market.domain.indicator.Ema;
import org.portcullis.market.domain.indicator.Hma;
import org.portcullis.market.domain.indicator.Kama;
import org.portcullis.market.domain.indicator.LinearRegression;
import org.portcullis.market.domain.indicator.RollingVwap;
import org.portcullis.market.domain.indicator.Sma;
import org.portcullis.market.domain.indicator.Smma;
import org.portcullis.market.domain.indicator.T3;
import org.portcullis.market.domain.indicator.Tema;
import org.portcullis.market.domain.indicator.Wma;

/** Averages of the catalogue. */
public final class Averages {

    private Averages() {
    }

    /** Adds them by name. */
    public static void addTo(Map<String, IndicatorKind> kinds) {
        Family family = new Family("averages", kinds);
        family.price("sma", length(20, 1), use -> use.bars("length"), Memory.WINDOW, "Plain mean of the last values.",
                "textbook", use -> new Sma(use.bars("length"))::push);
        family.price("ema", length(20, 1), use -> use.bars("length"), Memory.FADES,
                "Exponential average, begun with the plain mean.", "textbook",
                use -> new Ema(use.bars("length"))::push);
        family.price("wma", length(14, 1), use -> use.bars("length"), Memory.WINDOW,
                "Weighted average: the newest value counts most.", "textbook",
                use -> new Wma(use.bars("length"))::push);
        family.price("hma", length(14, 2), use -> use.bars("length") + (int) Math.sqrt(use.bars("length")) - 1,
                Memory.WINDOW, "Hull average: fast, and overshoots at turns.", "A. Hull, 2005",
                use -> new Hma(use.bars("length"))::push);
        family.price("dema", length(14, 1), use -> use.bars("length"), Memory.FADES,
                "Double exponential average: less lag.", "P. Mulloy, 1994", use -> new Dema(use.bars("length"))::push);
        family.price("tema", length(20, 1), use -> use.bars("length"), Memory.FADES,
                "Triple exponential average: least lag.", "P. Mulloy, 1994",
                use -> new Tema(use.bars("length"))::push);
        adaptive(family);
        weighted(family);
    }

    private static void adaptive(Family family) {
        family.price("kama", List.of(count("length", 10), count("fast", 2), count("slow", 30)),
                use -> use.bars("length"), Memory.FADES, "Adaptive average: quick in trends, slow in noise.",
                "P. J. Kaufman, 1995", use -> new Kama(use.bars("length"), use.bars("fast"), use.bars("slow"))::push);
        family.price("alma", List.of(count("length", 9), IndicatorParameter.number("offset", 0.85, 0, 1),
                IndicatorParameter.number("sigma", 6, 0.1, 100)), use -> use.bars("length"), Memory.WINDOW,
                "Average with Gaussian weights; one pass over the window a bar.", "A. Legoux, 2009",
                use -> new Alma(use.bars("length"), use.number("offset"), use.number("sigma"))::push);
        family.price("smma", length(20, 1), use -> use.bars("length"), Memory.FADES,
                "Smoothed average, as Wilder averages.", "J. W. Wilder, 1978",
                use -> new Smma(use.bars("length"))::push);
        family.price("t3", List.of(count("length", 5), IndicatorParameter.number("factor", 0.7, 0, 1)), use -> 1,
                Memory.FADES, "Six exponential averages against lag; told from the first bar, wait some lengths.",
                "T. Tillson, 1998", use -> new T3(use.bars("length"), use.number("factor"))::push);
    }

    private static void weighted(Family family) {
        family.bar("vwma", length(14, 1), use -> use.bars("length"), Memory.WINDOW,
                "Mean of closes weighted by volume.", "textbook", use -> {
                    RollingVwap mean = new RollingVwap(use.bars("length"));
                    return (o, h, l, c, v) -> mean.push(c, v);
                });
        family.prices("linear-regression", length(14, 2), List.of("end", "slope", "r-squared"),
                use -> use.bars("length"), Memory.WINDOW,
                "Straight line by least squares: its end (LSMA), its slope a bar, what it explains.", "textbook",
                use -> {
                    LinearRegression line = new LinearRegression(use.bars("length"));
                    return several(use, line::push, line::end, line::slope, line::rSquared);
                });
    }
}
