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
import org.portcullis.market.domain.indicator.Ema;
import org.portcullis.market.domain.indicator.RollingSpread;
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
                check("ATR 14", "atr", "atr", () -> {
                    WilderAtr atr = new WilderAtr(14);
                    return bar -> atr.push(bar.high(), bar.low(), bar.close());
                }),
                check("EMA 20", "ema", "ema", () -> closes(new Ema(20)::push)),
                check("SMA 20", "sma", "sma", () -> spread(20, (s, close) -> s.mean())),
                check("standard deviation 14", "stdev", "stdDev", () -> spread(14, (s, close) -> s.deviation())),
                check("z-score 14", "stdev", "zScore", () -> spread(14, RollingSpread::zScore)));
    }

    private static ToDoubleFunction<ReferenceDay> closes(DoubleUnaryOperator indicator) {
        return bar -> indicator.applyAsDouble(bar.close());
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
}
