package org.portcullis.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.portcullis.market.ReferenceBars;
import org.portcullis.market.domain.indicator.Adx;
import org.portcullis.market.domain.indicator.Bollinger;
import org.portcullis.market.domain.indicator.EfficiencyRatio;
import org.portcullis.market.domain.indicator.Ema;
import org.portcullis.market.domain.indicator.Lookback;
import org.portcullis.market.domain.indicator.Macd;
import org.portcullis.market.domain.indicator.RollingExtreme;
import org.portcullis.market.domain.indicator.RollingSpread;
import org.portcullis.market.domain.indicator.RollingVwap;
import org.portcullis.market.domain.indicator.Sma;
import org.portcullis.market.domain.indicator.Vwap;
import org.portcullis.market.domain.indicator.WilderAtr;
import org.portcullis.market.domain.indicator.WilderRsi;

/** The results that Skender.Stock.Indicators expects of itself on 502 daily bars, in full precision. */
final class SkenderIndicators implements ConformanceSource {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double TOLERANCE = 1e-9;

    @Override
    public String name() {
        return "Skender.Stock.Indicators";
    }

    @Override
    public List<ConformanceCheck> checks() {
        return List.of(
                check("RSI 14", "rsi", "rsi", () -> closes(new WilderRsi(14)::push)),
                check("ATR 14", "atr", "atr", () -> bars(new WilderAtr(14)::push)),
                check("EMA 20", "ema", "ema", () -> closes(new Ema(20)::push)),
                check("SMA 20", "sma", "sma", () -> closes(new Sma(20)::push)),
                check("standard deviation 14", "stdev", "stdDev", () -> spread(14, (s, close) -> s.deviation())),
                check("mean 14", "stdev", "mean", () -> spread(14, (s, close) -> s.mean())),
                check("z-score 14", "stdev", "zScore", () -> spread(14, RollingSpread::zScore)),
                check("ADX 14", "adx", "adx", () -> adx(Adx::value)),
                check("ADX 14 +DI", "adx", "pdi", () -> adx(Adx::plusDi)),
                check("ADX 14 -DI", "adx", "mdi", () -> adx(Adx::minusDi)),
                check("ADX 14 DX", "adx", "dx", () -> adx(Adx::dx)),
                check("MACD 12 26 9 line", "macd", "macd", () -> macd(Macd::line)),
                check("MACD 12 26 9 signal", "macd", "signal", () -> macd(Macd::signal)),
                check("MACD 12 26 9 histogram", "macd", "histogram", () -> macd(Macd::histogram)),
                check("Bollinger 20 2 middle", "bb", "sma", () -> bollinger(Bollinger::middle)),
                check("Bollinger 20 2 upper", "bb", "upperBand", () -> bollinger(Bollinger::upper)),
                check("Bollinger 20 2 lower", "bb", "lowerBand", () -> bollinger(Bollinger::lower)),
                check("Bollinger 20 2 %B", "bb", "percentB", () -> bollinger(Bollinger::percentB)),
                check("Bollinger 20 2 width", "bb", "width", () -> bollinger(Bollinger::width)),
                check("Bollinger 20 2 z-score", "bb", "zScore", () -> bollinger(Bollinger::z)),
                check("VWAP", "vwap", "vwap", () -> {
                    Vwap vwap = new Vwap();
                    return bar -> vwap.push(bar.high(), bar.low(), bar.close(), bar.volume());
                }),
                check("volume-weighted mean 14", "vwma", "vwma", () -> {
                    RollingVwap vwap = new RollingVwap(14);
                    return bar -> vwap.push(bar.close(), bar.volume());
                }),
                check("efficiency ratio 10", "kama", "er", () -> closes(new EfficiencyRatio(10)::push)),
                check("momentum 14", "roc", "momentum", () -> {
                    Lookback before = new Lookback(14);
                    return bar -> bar.close() - before.push(bar.close());
                }),
                check("highest of 20 before (Donchian)", "donchian", "upperBand", () -> highest(ReferenceDay::high, 1)),
                check("lowest of 20 before (Donchian)", "donchian", "lowerBand", () -> highest(ReferenceDay::low, -1)));
    }

    private static ToDoubleFunction<ReferenceDay> closes(DoubleUnaryOperator indicator) {
        return bar -> indicator.applyAsDouble(bar.close());
    }

    private static ToDoubleFunction<ReferenceDay> bars(OnBar indicator) {
        return bar -> indicator.push(bar.high(), bar.low(), bar.close());
    }

    private static ToDoubleFunction<ReferenceDay> adx(ToDoubleFunction<Adx> output) {
        Adx adx = new Adx(14);
        return bar -> {
            adx.push(bar.high(), bar.low(), bar.close());
            return output.applyAsDouble(adx);
        };
    }

    private static ToDoubleFunction<ReferenceDay> macd(ToDoubleFunction<Macd> output) {
        Macd macd = new Macd(12, 26, 9);
        return bar -> {
            macd.push(bar.close());
            return output.applyAsDouble(macd);
        };
    }

    private static ToDoubleFunction<ReferenceDay> bollinger(ToDoubleFunction<Bollinger> output) {
        Bollinger bands = new Bollinger(20, 2);
        return bar -> {
            bands.push(bar.close());
            return output.applyAsDouble(bands);
        };
    }

    private static ToDoubleFunction<ReferenceDay> highest(ToDoubleFunction<ReferenceDay> price, int sign) {
        RollingExtreme extreme = new RollingExtreme(20);
        return bar -> {
            double before = extreme.full() ? sign * extreme.largest() : Double.NaN;
            extreme.push(sign * price.applyAsDouble(bar));
            return before;
        };
    }

    private static ToDoubleFunction<ReferenceDay> spread(int window, ToDoubleBiFunction<RollingSpread, Double> value) {
        RollingSpread spread = new RollingSpread(window);
        return bar -> {
            spread.push(bar.close());
            return spread.full() ? value.applyAsDouble(spread, bar.close()) : Double.NaN;
        };
    }

    private static ConformanceCheck check(String what, String file, String field,
            Supplier<ToDoubleFunction<ReferenceDay>> indicator) {
        return ConformanceCheck.within(what, TOLERANCE, tally -> compare(tally, file, field, indicator.get()));
    }

    private static void compare(Tally tally, String file, String field, ToDoubleFunction<ReferenceDay> ours)
            throws IOException {
        JsonNode rows = JSON.readTree(ReferenceBars.file("indicators/skender-results/" + file + ".standard.json")
                .toFile());
        List<ReferenceDay> bars = ReferenceDay.read("indicators/skender-quotes.csv");
        if (bars.size() != rows.size()) {
            throw new IOException(file + " has " + rows.size() + " rows for " + bars.size() + " bars");
        }
        for (int i = 0; i < bars.size(); i++) {
            JsonNode theirs = rows.get(i).get(field);
            tally.number("bar " + i, ours.applyAsDouble(bars.get(i)), theirs.isNull() ? Double.NaN
                    : theirs.asDouble());
        }
    }

    /** An indicator that takes high, low and close. */
    private interface OnBar {

        double push(double high, double low, double close);
    }
}
