package org.portcullis.market.domain.reading;

import static org.portcullis.market.domain.reading.Family.count;
import static org.portcullis.market.domain.reading.Family.length;
import static org.portcullis.market.domain.reading.Family.multiple;
import static org.portcullis.market.domain.reading.Family.several;

import java.util.List;
import java.util.Map;
import org.portcullis.market.IndicatorKind;
import org.portcullis.market.IndicatorKind.Memory;
import org.portcullis.market.IndicatorParameter;
import org.portcullis.market.domain.indicator.Adx;
import org.portcullis.market.domain.indicator.Alligator;
import org.portcullis.market.domain.indicator.Aroon;
import org.portcullis.market.domain.indicator.AtrStop;
import org.portcullis.market.domain.indicator.ChandelierExit;
import org.portcullis.market.domain.indicator.Choppiness;
import org.portcullis.market.domain.indicator.EfficiencyRatio;
import org.portcullis.market.domain.indicator.Ichimoku;
import org.portcullis.market.domain.indicator.ParabolicSar;
import org.portcullis.market.domain.indicator.SuperTrend;
import org.portcullis.market.domain.indicator.Vortex;

/** Measures of trend and trailing stops of the catalogue. */
public final class Trends {

    private Trends() {
    }

    /** Adds them by name. */
    public static void addTo(Map<String, IndicatorKind> kinds) {
        Family family = new Family("trends and stops", kinds);
        measures(family);
        systems(family);
        stops(family);
    }

    private static void measures(Family family) {
        family.bars("adx", length(14, 1), List.of("adx", "plus", "minus", "dx"), use -> 2 * use.bars("length"),
                Memory.FADES, "Directional movement: strength of trend, 0 to 100, and its two sides.",
                "J. W. Wilder, 1978", use -> {
                    Adx adx = new Adx(use.bars("length"));
                    return several((t, o, h, l, c, v) -> adx.push(h, l, c), adx::value, adx::plusDi, adx::minusDi,
                            adx::dx);
                });
        family.bars("aroon", length(25, 1), List.of("oscillator", "up", "down"), use -> use.bars("length") + 1,
                Memory.WINDOW, "How long ago the extremes were, 0 to 100, and the difference.", "T. Chande, 1995",
                use -> {
                    Aroon aroon = new Aroon(use.bars("length"));
                    return several((t, o, h, l, c, v) -> aroon.push(h, l), () -> aroon.up() - aroon.down(), aroon::up,
                            aroon::down);
                });
        family.bars("vortex", length(14, 1), List.of("plus", "minus"), use -> use.bars("length") + 1, Memory.WINDOW,
                "Ways up and down over true ranges.", "E. Botes, D. Siepman, 2010", use -> {
                    Vortex vortex = new Vortex(use.bars("length"));
                    return several((t, o, h, l, c, v) -> vortex.push(h, l, c), vortex::plus, vortex::minus);
                });
        family.bar("choppiness", length(14, 2), use -> use.bars("length") + 1, Memory.WINDOW,
                "Near 100 price goes to and fro, near 0 one way.", "E. W. Dreiss", use -> {
                    Choppiness chop = new Choppiness(use.bars("length"));
                    return (o, h, l, c, v) -> chop.push(h, l, c);
                });
        family.price("efficiency-ratio", length(10, 1), use -> use.bars("length") + 1, Memory.WINDOW,
                "How straight the way was, 0 to 1.", "P. J. Kaufman, 1995",
                use -> new EfficiencyRatio(use.bars("length"))::push);
    }

    private static void systems(Family family) {
        family.bars("ichimoku", List.of(count("tenkan", 9), count("kijun", 26), count("senkou", 52)),
                List.of("tenkan", "kijun", "span-a", "span-b"), use -> use.bars("kijun") + Math.max(use.bars("senkou"),
                        Math.max(use.bars("tenkan"), use.bars("kijun"))), Memory.WINDOW,
                "Middles of three ranges and the cloud as it stands now.", "G. Hosoda, 1969", use -> {
                    Ichimoku lines = new Ichimoku(use.bars("tenkan"), use.bars("kijun"), use.bars("senkou"));
                    return several((t, o, h, l, c, v) -> lines.push(h, l), lines::tenkan, lines::kijun, lines::spanA,
                            lines::spanB);
                });
        family.bars("alligator", List.of(count("jaw", 13), count("jaw-shift", 8), count("teeth", 8),
                count("teeth-shift", 5), count("lips", 5), count("lips-shift", 3)), List.of("jaw", "teeth", "lips"),
                use -> Math.max(use.bars("jaw") + use.bars("jaw-shift"), Math.max(use.bars("teeth")
                        + use.bars("teeth-shift"), use.bars("lips") + use.bars("lips-shift"))), Memory.FADES,
                "Three smoothed averages of some bars ago.", "B. Williams, 1995", use -> {
                    Alligator lines = new Alligator(use.bars("jaw"), use.bars("jaw-shift"), use.bars("teeth"),
                            use.bars("teeth-shift"), use.bars("lips"), use.bars("lips-shift"));
                    return several((t, o, h, l, c, v) -> lines.push(h, l), lines::jaw, lines::teeth, lines::lips);
                });
    }

    private static void stops(Family family) {
        family.bars("supertrend", List.of(count("length", 10), multiple(3)), List.of("line", "direction"),
                use -> use.bars("length") + 1, Memory.FADES, "A line that trails price; 1 below it, -1 above.",
                "O. Seban", use -> {
                    SuperTrend trend = new SuperTrend(use.bars("length"), use.number("multiple"));
                    double[] line = {Double.NaN};
                    return several((t, o, h, l, c, v) -> line[0] = trend.push(h, l, c), () -> line[0],
                            trend::direction);
                });
        family.bars("atr-stop", List.of(count("length", 21), multiple(3)), List.of("stop", "direction"),
                use -> use.bars("length") + 1, Memory.FADES, "A stop that trails the close; 1 below it, -1 above.",
                "J. W. Wilder, 1978", use -> {
                    AtrStop stop = new AtrStop(use.bars("length"), use.number("multiple"));
                    double[] line = {Double.NaN};
                    return several((t, o, h, l, c, v) -> line[0] = stop.push(h, l, c), () -> line[0],
                            stop::direction);
                });
        family.bars("psar", List.of(IndicatorParameter.number("step", 0.02, 0.001, 1), IndicatorParameter.number("max",
                0.2, 0.001, 1)), List.of("stop", "direction"), use -> 3, Memory.FADES,
                "Parabolic stop and reverse; told after its first reversal.", "J. W. Wilder, 1978", use -> {
                    ParabolicSar sar = new ParabolicSar(use.number("step"), use.number("max"));
                    double[] stop = {Double.NaN};
                    return several((t, o, h, l, c, v) -> stop[0] = sar.push(h, l), () -> stop[0],
                            () -> Double.isNaN(stop[0]) ? Double.NaN : sar.direction());
                });
        family.bars("chandelier", List.of(count("length", 22), multiple(3)), List.of("long", "short"),
                use -> use.bars("length") + 1, Memory.FADES, "Stops of a long and a short from the extremes.",
                "C. Le Beau", use -> {
                    ChandelierExit stop = new ChandelierExit(use.bars("length"), use.number("multiple"));
                    return several((t, o, h, l, c, v) -> stop.push(h, l, c), stop::longStop, stop::shortStop);
                });
    }
}
