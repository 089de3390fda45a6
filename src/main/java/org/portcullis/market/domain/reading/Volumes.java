package org.portcullis.market.domain.reading;

import static org.portcullis.market.domain.reading.Family.count;
import static org.portcullis.market.domain.reading.Family.largest;
import static org.portcullis.market.domain.reading.Family.length;
import static org.portcullis.market.domain.reading.Family.several;

import java.util.List;
import java.util.Map;
import org.portcullis.market.IndicatorKind;
import org.portcullis.market.IndicatorKind.Memory;
import org.portcullis.market.domain.indicator.Adl;
import org.portcullis.market.domain.indicator.Bop;
import org.portcullis.market.domain.indicator.ChaikinOscillator;
import org.portcullis.market.domain.indicator.Cmf;
import org.portcullis.market.domain.indicator.ElderRay;
import org.portcullis.market.domain.indicator.ForceIndex;
import org.portcullis.market.domain.indicator.Klinger;
import org.portcullis.market.domain.indicator.Mfi;
import org.portcullis.market.domain.indicator.Obv;
import org.portcullis.market.domain.indicator.VolumeZ;

/** Indicators of volume and power of the catalogue. */
public final class Volumes {

    private Volumes() {
    }

    /** Adds them by name. */
    public static void addTo(Map<String, IndicatorKind> kinds) {
        Family family = new Family("volume and power", kinds);
        lines(family);
        indices(family);
    }

    private static void lines(Family family) {
        family.bar("obv", List.of(), use -> 1, Memory.STAYS, "On balance volume: added when the close rises.",
                "J. Granville, 1963", use -> {
                    Obv obv = new Obv();
                    return (o, h, l, c, v) -> obv.push(c, v);
                });
        family.bar("adl", List.of(), use -> 1, Memory.STAYS, "Accumulation and distribution line.", "M. Chaikin",
                use -> {
                    Adl adl = new Adl();
                    return (o, h, l, c, v) -> adl.push(h, l, c, v);
                });
        family.bar("chaikin-oscillator", List.of(count("fast", 3), count("slow", 10)),
                use -> largest(use, "fast", "slow"), Memory.FADES, "Fast minus slow average of that line.",
                "M. Chaikin", use -> {
                    ChaikinOscillator line = new ChaikinOscillator(use.bars("fast"), use.bars("slow"));
                    return (o, h, l, c, v) -> line.push(h, l, c, v);
                });
        family.bar("force-index", length(2, 1), use -> use.bars("length") + 1, Memory.FADES,
                "Average of change times volume.", "A. Elder, 1993", use -> {
                    ForceIndex force = new ForceIndex(use.bars("length"));
                    return (o, h, l, c, v) -> force.push(c, v);
                });
        family.bars("klinger", List.of(count("fast", 34), count("slow", 55), count("signal", 13)),
                List.of("value", "signal"), use -> largest(use, "fast", "slow") + use.bars("signal") + 1,
                Memory.FADES, "Klinger volume oscillator and its signal.", "S. Klinger, 1997", use -> {
                    Klinger klinger = new Klinger(use.bars("fast"), use.bars("slow"), use.bars("signal"));
                    double[] value = {Double.NaN};
                    return several((t, o, h, l, c, v) -> value[0] = klinger.push(h, l, c, v), () -> value[0],
                            klinger::signal);
                });
    }

    private static void indices(Family family) {
        family.bar("cmf", length(20, 1), use -> use.bars("length"), Memory.WINDOW, "Chaikin money flow, -1 to 1.",
                "M. Chaikin", use -> {
                    Cmf flow = new Cmf(use.bars("length"));
                    return (o, h, l, c, v) -> flow.push(h, l, c, v);
                });
        family.bar("mfi", length(14, 1), use -> use.bars("length") + 1, Memory.WINDOW,
                "Money flow index, 0 to 100: a relative strength index with volume.", "G. Quong, A. Soudack, 1989",
                use -> {
                    Mfi index = new Mfi(use.bars("length"));
                    return (o, h, l, c, v) -> index.push(h, l, c, v);
                });
        family.bars("elder-ray", length(13, 1), List.of("bull", "bear"), use -> use.bars("length"), Memory.FADES,
                "Bull and bear power: high and low minus the average.", "A. Elder, 1989", use -> {
                    ElderRay ray = new ElderRay(use.bars("length"));
                    return several((t, o, h, l, c, v) -> ray.push(h, l, c), ray::bull, ray::bear);
                });
        family.bar("bop", length(14, 1), use -> use.bars("length"), Memory.WINDOW,
                "Balance of power: close over open as a share of the range, -1 to 1.", "I. Livshin, 2001", use -> {
                    Bop balance = new Bop(use.bars("length"));
                    return (o, h, l, c, v) -> balance.push(o, h, l, c);
                });
        family.bar("volume-z", length(20, 2), use -> use.bars("length") + 1, Memory.WINDOW,
                "Volume from the mean of the bars before, in standard deviations.", "textbook", use -> {
                    VolumeZ z = new VolumeZ(use.bars("length"));
                    return (o, h, l, c, v) -> z.push(v);
                });
    }
}
