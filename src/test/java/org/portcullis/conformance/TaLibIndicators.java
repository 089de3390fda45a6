package org.portcullis.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.portcullis.market.ReferenceBars;
import org.portcullis.market.domain.indicator.Ema;
import org.portcullis.market.domain.indicator.RollingSpread;
import org.portcullis.market.domain.indicator.WilderAtr;
import org.portcullis.market.domain.indicator.WilderRsi;

/** The rows that the regression test of TA-Lib 0.4.0 expects on its 252 daily bars, rounded as it prints them. */
final class TaLibIndicators implements ConformanceSource {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** What every row has to say: the whole series, in TA-Lib's own way, without bars thrown away. */
    private static final Map<String, String> USUAL = Map.of("startIdx", "0", "endIdx", "251", "unstablePeriod", "0",
            "compatibility", "TA_COMPATIBILITY_DEFAULT", "expectedRetCode", "TA_SUCCESS");

    @Override
    public String name() {
        return "TA-Lib 0.4.0";
    }

    @Override
    public List<ConformanceCheck> checks() {
        return List.of(
                check("RSI 14", "test_rsi", "theFunction=TA_RSI_TEST optInTimePeriod=14", "0",
                        () -> closes(new WilderRsi(14)::push)),
                check("ATR 14", "test_trange", "doAverage=1 optInTimePeriod=14", "", () -> {
                    WilderAtr atr = new WilderAtr(14);
                    return bar -> atr.push(bar.high(), bar.low(), bar.close());
                }),
                check("EMA 2", "test_ma", "optInMAType_1=TA_MAType_EMA optInTimePeriod=2", "",
                        () -> closes(new Ema(2)::push)),
                check("EMA 10", "test_ma", "optInMAType_1=TA_MAType_EMA optInTimePeriod=10", "",
                        () -> closes(new Ema(10)::push)),
                check("SMA 2", "test_ma", "optInMAType_1=TA_MAType_SMA optInTimePeriod=2", "", () -> mean(2)),
                check("SMA 30", "test_ma", "optInMAType_1=TA_MAType_SMA optInTimePeriod=30", "", () -> mean(30)));
    }

    private static ToDoubleFunction<ReferenceDay> closes(DoubleUnaryOperator indicator) {
        return bar -> indicator.applyAsDouble(bar.close());
    }

    private static ToDoubleFunction<ReferenceDay> mean(int window) {
        RollingSpread spread = new RollingSpread(window);
        return bar -> {
            spread.push(bar.close());
            return spread.full() ? spread.mean() : Double.NaN;
        };
    }

    /**
     * @param test   which of TA-Lib's test tables
     * @param where  what a row must say beside the usual, as {@code field=value} with blanks between
     * @param output which output of the function, as the names of its columns end
     */
    private static ConformanceCheck check(String what, String test, String where, String output,
            Supplier<ToDoubleFunction<ReferenceDay>> indicator) {
        return ConformanceCheck.printed(what, tally -> {
            ToDoubleFunction<ReferenceDay> ours = indicator.get();
            double[] values = ReferenceDay.read("indicators/talib/ref_daily_252.csv").stream().mapToDouble(ours)
                    .toArray();
            for (Map<String, String> row : rows(test, where)) {
                int bar = whole(row, "expectedBegIdx") + whole(row, "oneOfTheExpectedOutRealIndex" + output);
                tally.printed("bar " + bar, values[bar], row.getOrDefault("oneOfTheExpectedOutReal" + output, ""));
            }
        });
    }

    private static List<Map<String, String>> rows(String test, String where) throws IOException {
        JsonNode table = JSON.readTree(ReferenceBars.file("indicators/talib/expected.json").toFile()).get("tests")
                .get(test);
        List<Map<String, String>> rows = new ArrayList<>();
        for (JsonNode cells : table.get("rows")) {
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(table.get("fields").get(i).asText(), cells.get(i).asText());
            }
            if (says(row, where)) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static boolean says(Map<String, String> row, String where) {
        for (String wanted : where.split(" ")) {
            String[] parts = wanted.split("=");
            if (!parts[1].equals(row.get(parts[0]))) {
                return false;
            }
        }
        return USUAL.entrySet().stream().allMatch(usual ->
                row.getOrDefault(usual.getKey(), usual.getValue()).equals(usual.getValue()));
    }

    /** A whole number, or a difference of two as TA-Lib writes it: {@code 252-15}. */
    private static int whole(Map<String, String> row, String field) {
        String[] parts = row.getOrDefault(field, "").split("-");
        return parts.length == 1 ? Integer.parseInt(parts[0])
                : Integer.parseInt(parts[0]) - Integer.parseInt(parts[1]);
    }
}
