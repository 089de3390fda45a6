package org.portcullis.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.market.Indicator;
import org.portcullis.market.IndicatorUse;
import org.portcullis.market.ReferenceBars;

/**
 * B-S2: the indicators of the catalogue beside what Skender.Stock.Indicators expects of itself. Numbers beyond 1 are
 * compared by their share, for sums of volume have ten digits before the point. A fractal and a detrended price are
 * drawn there at the bar that they are about, which looks ahead; ours are compared at the bar on which they are known.
 * The newest fractal stays in ours until the next.
 */
final class SkenderCatalogue implements ConformanceSource {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double TOLERANCE = 1e-9;

    private final List<ConformanceCheck> checks = new ArrayList<>();

    @Override
    public String name() {
        return "Skender.Stock.Indicators";
    }

    @Override
    public List<ConformanceCheck> checks() {
        if (checks.isEmpty()) {
            averages();
            oscillators();
            volumes();
            channels();
            trends();
            levels();
        }
        return List.copyOf(checks);
    }

    private void averages() {
        add("wma", "wma", "wma=value", "length", 14);
        add("hma", "hma", "hma=value", "length", 14);
        add("dema", "dema", "dema=value", "length", 14);
        add("tema", "tema", "tema=value", "length", 20);
        add("kama", "kama", "kama=value", "length", 10, "fast", 2, "slow", 30);
        add("alma", "alma", "alma=value", "length", 9, "offset", 0.85, "sigma", 6);
        add("smma", "smma", "smma=value", "length", 20);
        add("t3", "t3", "t3=value", "length", 5, "factor", 0.7);
        add("vwma", "vwma", "vwma=value", "length", 14);
        add("linear-regression", "slope", "slope=slope rSquared=r-squared", "length", 14);
        add("linear-regression", "epma", "epma=end", "length", 10);
    }

    private void oscillators() {
        add("roc", "roc", "roc=percent momentum=momentum", "length", 14);
        add("trix", "trix", "trix=value", "length", 14);
        add("tsi", "tsi", "tsi=value signal=signal", "long", 25, "short", 13, "signal", 7);
        add("cmo", "cmo", "cmo=value", "length", 14);
        add("pmo", "pmo", "pmo=value signal=signal", "time", 35, "smooth", 20, "signal", 10);
        add("stochastic", "stoch", "k=k d=d j=j", "length", 14, "smooth", 3, "signal", 3);
        add("stoch-rsi", "stoch-rsi", "stochRsi=value signal=signal", "rsi", 14, "length", 14, "signal", 3, "smooth",
                1);
        add("cci", "cci", "cci=value", "length", 20);
        add("williams-r", "willr", "williamsR=value", "length", 14);
        add("smi", "smi", "smi=value signal=signal", "length", 13, "first", 25, "second", 2, "signal", 3);
        add("fisher", "fisher", "fisher=value trigger=trigger", "length", 10, "of", "hl2");
        add("percentage-oscillator", "pvo", "pvo=line signal=signal histogram=histogram", "fast", 12, "slow", 26,
                "signal", 9, "of", "volume");
        add("awesome", "awesome", "oscillator=value normalized=percent", "fast", 5, "slow", 34);
        later(8, "dpo", "dpo", "dpo=value", "length", 14);
        add("ultimate", "uo", "ultimate=value", "short", 7, "middle", 14, "long", 28);
    }

    private void volumes() {
        add("obv", "obv", "obv=value");
        add("adl", "adl", "adl=value");
        add("chaikin-oscillator", "chaikin-osc", "oscillator=value", "fast", 3, "slow", 10);
        add("cmf", "cmf", "cmf=value", "length", 20);
        add("mfi", "mfi", "mfi=value", "length", 14);
        add("force-index", "force", "forceIndex=value", "length", 2);
        add("klinger", "kvo", "oscillator=value signal=signal", "fast", 34, "slow", 55, "signal", 13);
        add("elder-ray", "elder-ray", "bullPower=bull bearPower=bear", "length", 13);
        add("bop", "bop", "bop=value", "length", 14);
    }

    private void channels() {
        add("keltner", "keltner", "centerline=middle upperBand=upper lowerBand=lower width=width", "length", 20,
                "multiple", 2, "atr", 10);
        add("donchian", "donchian", "centerline=middle upperBand=upper lowerBand=lower width=width", "length", 20);
        add("starc", "starc", "centerline=middle upperBand=upper lowerBand=lower", "length", 5, "multiple", 2, "atr",
                10);
        add("envelope", "ma-env", "centerline=middle upperEnvelope=upper lowerEnvelope=lower", "length", 20, "percent",
                2.5);
        add("true-range", "tr", "tr=value");
        add("ulcer", "ulcer", "ulcerIndex=value", "length", 14);
    }

    private void trends() {
        add("aroon", "aroon", "aroonUp=up aroonDown=down oscillator=oscillator", "length", 25);
        add("vortex", "vortex", "pvi=plus nvi=minus", "length", 14);
        add("choppiness", "chop", "chop=value", "length", 14);
        add("ichimoku", "ichimoku", "tenkanSen=tenkan kijunSen=kijun senkouSpanA=span-a senkouSpanB=span-b", "tenkan",
                9, "kijun", 26, "senkou", 52);
        add("alligator", "alligator", "jaw=jaw teeth=teeth lips=lips", "jaw", 13, "jaw-shift", 8, "teeth", 8,
                "teeth-shift", 5, "lips", 5, "lips-shift", 3);
        add("supertrend", "supertrend", "superTrend=line", "length", 10, "multiple", 3);
        add("atr-stop", "atr-stop", "atrStop=stop", "length", 21, "multiple", 3);
        add("psar", "psar", "sar=stop", "step", 0.02, "max", 0.2);
        add("chandelier", "chexit", "chandelierExit=long", "length", 22, "multiple", 3);
    }

    private void levels() {
        add("heikin-ashi", "heikinashi", "open=open high=high low=low close=close");
        add("pivots-rolling", "rolling-pivots", "pp=pivot r1=r1 r2=r2 r3=r3 s1=s1 s2=s2 s3=s3", "length", 20);
        later(2, "fractal", "fractal", "fractalBear=high", "span", 2);
        later(2, "fractal", "fractal", "fractalBull=low", "span", 2);
    }

    private void add(String use, String file, String fields, Object... settings) {
        later(0, use, file, fields, settings);
    }

    /** @param fields their fields and our outputs, as {@code theirs=ours} with blanks between */
    private void later(int bars, String use, String file, String fields, Object... settings) {
        Map<String, Object> declared = new HashMap<>(Map.of("use", use));
        StringBuilder what = new StringBuilder(use);
        for (int i = 0; i < settings.length; i += 2) {
            declared.put((String) settings[i], settings[i + 1]);
            what.append(' ').append(settings[i + 1]);
        }
        IndicatorUse wanted = IndicatorUse.declared(declared);
        for (String pair : fields.split(" ")) {
            String[] names = pair.split("=");
            int output = wanted.kind().outputs().indexOf(names[1]);
            checks.add(ConformanceCheck.within("catalogue: " + what + ", " + names[1], TOLERANCE,
                    tally -> compare(tally, file, names[0], wanted.make(), output, bars)));
        }
    }

    private static void compare(Tally tally, String file, String field, Indicator ours, int output, int later)
            throws IOException {
        JsonNode rows = JSON.readTree(ReferenceBars.file("indicators/skender-results/" + file + ".standard.json")
                .toFile());
        List<ReferenceDay> bars = ReferenceDay.read("indicators/skender-quotes.csv");
        if (bars.size() != rows.size()) {
            throw new IOException(file + " has " + rows.size() + " rows for " + bars.size() + " bars");
        }
        boolean newestStays = file.equals("fractal");
        double theirs = Double.NaN;
        for (int i = 0; i < bars.size(); i++) {
            ReferenceDay bar = bars.get(i);
            ours.push(LocalDate.EPOCH.plusDays(i).toEpochDay() * 86_400_000L, bar.open(), bar.high(), bar.low(),
                    bar.close(), bar.volume());
            if (i >= later) {
                JsonNode told = rows.get(i - later).get(field);
                theirs = !told.isNull() ? told.asDouble() : newestStays ? theirs : Double.NaN;
                double scale = Double.isNaN(theirs) ? 1 : Math.max(1, Math.abs(theirs));
                tally.number("bar " + (i - later), ours.value(output) / scale, theirs / scale);
            }
        }
    }
}
