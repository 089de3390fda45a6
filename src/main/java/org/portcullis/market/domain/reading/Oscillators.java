package org.portcullis.market.domain.reading;

import static org.portcullis.market.domain.reading.Family.count;
import static org.portcullis.market.domain.reading.Family.largest;
import static org.portcullis.market.domain.reading.Family.length;
import static org.portcullis.market.domain.reading.Family.several;

import java.util.List;
import java.util.Map;
import org.portcullis.market.IndicatorKind;
import org.portcullis.market.IndicatorKind.Memory;
import org.portcullis.market.IndicatorParameter;
import org.portcullis.market.domain.indicator.Awesome;
import org.portcullis.market.domain.indicator.Cci;
import org.portcullis.market.domain.indicator.Cmo;
import org.portcullis.market.domain.indicator.Dpo;
import org.portcullis.market.domain.indicator.Fisher;
import org.portcullis.market.domain.indicator.Macd;
import org.portcullis.market.domain.indicator.Pmo;
import org.portcullis.market.domain.indicator.Pvo;
import org.portcullis.market.domain.indicator.RateOfChange;
import org.portcullis.market.domain.indicator.Smi;
import org.portcullis.market.domain.indicator.StochRsi;
import org.portcullis.market.domain.indicator.Stochastic;
import org.portcullis.market.domain.indicator.Trix;
import org.portcullis.market.domain.indicator.Tsi;
import org.portcullis.market.domain.indicator.UltimateOscillator;
import org.portcullis.market.domain.indicator.WilderRsi;
import org.portcullis.market.domain.indicator.WilliamsR;

/** Oscillators of the catalogue. */
public final class Oscillators {

    private static final String FAMILY = "oscillators";

    private Oscillators() {
    }

    /** Adds them by name. */
    public static void addTo(Map<String, IndicatorKind> kinds) {
        Family family = new Family(FAMILY, kinds);
        changes(family);
        places(family);
        differences(family);
    }

    private static void changes(Family family) {
        family.price("rsi", length(14, 1), use -> use.bars("length") + 1, Memory.FADES,
                "Relative strength index, 0 to 100.", "J. W. Wilder, 1978",
                use -> new WilderRsi(use.bars("length"))::push);
        family.prices("roc", length(14, 1), List.of("percent", "momentum"), use -> use.bars("length") + 1,
                Memory.WINDOW, "Change over the window, in percent and as it is (momentum).", "textbook", use -> {
                    RateOfChange change = new RateOfChange(use.bars("length"));
                    double[] percent = {Double.NaN};
                    return several(use, value -> percent[0] = change.push(value), () -> percent[0], change::momentum);
                });
        family.price("trix", length(14, 1), use -> use.bars("length") + 1, Memory.FADES,
                "Change a bar of a triple exponential average, in percent.", "J. Hutson, 1983",
                use -> new Trix(use.bars("length"))::push);
        family.prices("tsi", List.of(count("long", 25), count("short", 13), count("signal", 7)),
                List.of("value", "signal"), use -> use.bars("long") + use.bars("short") + use.bars("signal") - 1,
                Memory.FADES, "True strength index: changes smoothed twice, -100 to 100.", "W. Blau, 1991", use -> {
                    Tsi tsi = new Tsi(use.bars("long"), use.bars("short"), use.bars("signal"));
                    double[] value = {Double.NaN};
                    return several(use, next -> value[0] = tsi.push(next), () -> value[0], tsi::signal);
                });
        family.price("cmo", length(14, 1), use -> use.bars("length") + 1, Memory.WINDOW,
                "Rises minus falls over both, -100 to 100.", "T. Chande, 1994",
                use -> new Cmo(use.bars("length"))::push);
        family.prices("pmo", List.of(IndicatorParameter.bars("time", 35, 2),
                IndicatorParameter.bars("smooth", 20, 2), count("signal", 10)),
                List.of("value", "signal"), use -> use.bars("time") + use.bars("smooth") + use.bars("signal") - 1,
                Memory.FADES, "Price momentum oscillator: percent changes smoothed twice.", "C. Swenlin", use -> {
                    Pmo pmo = new Pmo(use.bars("time"), use.bars("smooth"), use.bars("signal"));
                    double[] value = {Double.NaN};
                    return several(use, next -> value[0] = pmo.push(next), () -> value[0], pmo::signal);
                });
    }

    private static void places(Family family) {
        family.bars("stochastic", List.of(count("length", 14), count("smooth", 3), count("signal", 3)),
                List.of("k", "d", "j"), use -> use.bars("length") + use.bars("smooth") + use.bars("signal") - 2,
                Memory.WINDOW, "Where the close lies in the range, 0 to 100: %K, %D and %J.", "G. Lane, 1957", use -> {
                    Stochastic place = new Stochastic(use.bars("length"), use.bars("smooth"), use.bars("signal"));
                    return several((t, o, h, l, c, v) -> place.push(h, l, c), place::k, place::d, place::j);
                });
        family.prices("stoch-rsi", List.of(count("rsi", 14), count("length", 14), count("signal", 3),
                count("smooth", 1)), List.of("value", "signal"), use -> use.bars("rsi") + use.bars("length")
                + use.bars("smooth") + use.bars("signal") - 2, Memory.FADES,
                "Where the relative strength index lies in its own range, 0 to 100.", "T. Chande, S. Kroll, 1994",
                use -> {
                    StochRsi place = new StochRsi(use.bars("rsi"), use.bars("length"), use.bars("signal"),
                            use.bars("smooth"));
                    double[] value = {Double.NaN};
                    return several(use, next -> value[0] = place.push(next), () -> value[0], place::signal);
                });
        family.bar("cci", length(20, 1), use -> use.bars("length"), Memory.WINDOW,
                "Typical price from its mean in mean deviations; one pass over the window a bar.", "D. Lambert, 1980",
                use -> {
                    Cci cci = new Cci(use.bars("length"));
                    return (o, h, l, c, v) -> cci.push(h, l, c);
                });
        stretched(family);
    }

    private static void stretched(Family family) {
        family.bar("williams-r", length(14, 1), use -> use.bars("length"), Memory.WINDOW,
                "How far below the highest high the close lies, -100 to 0.", "L. Williams, 1973", use -> {
                    WilliamsR place = new WilliamsR(use.bars("length"));
                    return (o, h, l, c, v) -> place.push(h, l, c);
                });
        family.bars("smi", List.of(count("length", 13), count("first", 25), count("second", 2), count("signal", 3)),
                List.of("value", "signal"), use -> use.bars("length"), Memory.FADES,
                "Stochastic momentum: close from the middle of the range, -100 to 100.", "W. Blau, 1993", use -> {
                    Smi smi = new Smi(use.bars("length"), use.bars("first"), use.bars("second"), use.bars("signal"));
                    double[] value = {Double.NaN};
                    return several((t, o, h, l, c, v) -> value[0] = smi.push(h, l, c), () -> value[0], smi::signal);
                });
        family.prices("fisher", length(10, 1), List.of("value", "trigger"), use -> 2, Memory.FADES,
                "Place in the range, stretched to look normal; usually of hl2.", "J. Ehlers, 2002", use -> {
                    Fisher fisher = new Fisher(use.bars("length"));
                    double[] value = {Double.NaN};
                    return several(use, next -> value[0] = fisher.push(next), () -> value[0], fisher::trigger);
                });
    }

    private static void differences(Family family) {
        family.prices("macd", List.of(count("fast", 12), count("slow", 26), count("signal", 9)),
                List.of("line", "signal", "histogram"), use -> largest(use, "fast", "slow") + use.bars("signal") - 1,
                Memory.FADES, "Fast minus slow exponential average, its average and the distance.", "G. Appel", use -> {
                    Macd macd = new Macd(use.bars("fast"), use.bars("slow"), use.bars("signal"));
                    return several(use, macd::push, macd::line, macd::signal, macd::histogram);
                });
        family.prices("percentage-oscillator", List.of(count("fast", 12), count("slow", 26), count("signal", 9)),
                List.of("line", "signal", "histogram"), use -> largest(use, "fast", "slow") + use.bars("signal") - 1,
                Memory.FADES, "The same in percent of the slow average: PPO of closes, PVO of volume.", "textbook",
                use -> {
                    Pvo line = new Pvo(use.bars("fast"), use.bars("slow"), use.bars("signal"));
                    double[] value = {Double.NaN};
                    return several(use, next -> value[0] = line.push(next), () -> value[0], line::signal,
                            line::histogram);
                });
        family.bars("awesome", List.of(count("fast", 5), count("slow", 34)), List.of("value", "percent"),
                use -> largest(use, "fast", "slow"), Memory.WINDOW, "Fast minus slow mean of middle prices.",
                "B. Williams, 1998", use -> {
                    Awesome awesome = new Awesome(use.bars("fast"), use.bars("slow"));
                    double[] value = {Double.NaN};
                    return several((t, o, h, l, c, v) -> value[0] = awesome.push(h, l), () -> value[0],
                            awesome::percent);
                });
        family.price("dpo", length(14, 1), use -> Math.max(use.bars("length"), use.bars("length") / 2 + 2),
                Memory.WINDOW, "Detrended price: an older value minus the mean of now.", "textbook",
                use -> new Dpo(use.bars("length"))::push);
        family.bars("ultimate", List.of(count("short", 7), count("middle", 14), count("long", 28)), List.of("value"),
                use -> largest(use, "short", "middle", "long") + 1, Memory.WINDOW,
                "Buying pressure over three windows, 0 to 100.", "L. Williams, 1976", use -> {
                    UltimateOscillator ultimate = new UltimateOscillator(use.bars("short"), use.bars("middle"),
                            use.bars("long"));
                    double[] value = {Double.NaN};
                    return several((t, o, h, l, c, v) -> value[0] = ultimate.push(h, l, c), () -> value[0]);
                });
    }
}
