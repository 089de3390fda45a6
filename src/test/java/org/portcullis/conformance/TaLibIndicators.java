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
import java.util.regex.Pattern;
import org.portcullis.market.ReferenceBars;
import org.portcullis.market.domain.indicator.Adx;
import org.portcullis.market.domain.indicator.Bollinger;
import org.portcullis.market.domain.indicator.Ema;
import org.portcullis.market.domain.indicator.Lookback;
import org.portcullis.market.domain.indicator.RollingSpread;
import org.portcullis.market.domain.indicator.Sma;
import org.portcullis.market.domain.indicator.WilderAtr;
import org.portcullis.market.domain.indicator.WilderRsi;

/**
 * The rows that the regression test of TA-Lib 0.4.0 expects on its 252 daily bars, rounded as it prints them. Of its
 * directional movement only rows after bar 100 are compared: it begins its sums one bar shorter than Wilder does, and
 * that is forgotten by then. Its MACD begins the fast average together with the slow one, which is not ours.
 */
final class TaLibIndicators implements ConformanceSource {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** From which bar on two ways to begin a directional movement give the same printed number. */
    private static final int FORGOTTEN = 100;
    /** TA-Lib lists directional movement a second time, rounded at each step as Wilder did on paper. */
    private static final Pattern ROUNDED_ON_PAPER = Pattern.compile("\\d+\\.0");
    private static final String BANDS = "optInTimePeriod=20 optInNbDevUp=2.0 optInNbDevDn=2.0 "
            + "optInMethod_3=TA_MAType_SMA";
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
                check("SMA 2", "test_ma", "optInMAType_1=TA_MAType_SMA optInTimePeriod=2", "",
                        () -> closes(new Sma(2)::push)),
                check("SMA 30", "test_ma", "optInMAType_1=TA_MAType_SMA optInTimePeriod=30", "",
                        () -> closes(new Sma(30)::push)),
                check("standard deviation 5", "test_stddev", "optInTimePeriod=5 optInNbDeviation_1=1.0", "0",
                        () -> deviation(5)),
                check("momentum 14", "test_mom", "theFunction=TA_MOM_TEST optInTimePeriod=14", "0", () -> {
                    Lookback before = new Lookback(14);
                    return bar -> bar.close() - before.push(bar.close());
                }),
                check("Bollinger 20 2 upper", "test_bbands", BANDS, "0", () -> bollinger(Bollinger::upper)),
                check("Bollinger 20 2 middle", "test_bbands", BANDS, "1", () -> bollinger(Bollinger::middle)),
                check("Bollinger 20 2 lower", "test_bbands", BANDS, "2", () -> bollinger(Bollinger::lower)),
                check("ADX 14", "test_adx", "id=TST_ADX optInTimePeriod=14", "0", () -> adx(Adx::value)),
                // its last value is printed as 21.0000 for 20.9996; its own test allows 0.01
                ConformanceCheck.within("ADX 14 +DI", 0.01, work("test_adx", "id=TST_PLUS_DI optInTimePeriod=14", "0",
                        () -> adx(Adx::plusDi), (tally, bar, ours, theirs) ->
                                tally.number(bar, ours, Double.parseDouble(theirs)))),
                check("ADX 14 -DI", "test_adx", "id=TST_MINUS_DI optInTimePeriod=14", "0", () -> adx(Adx::minusDi)),
                check("ADX 14 DX", "test_adx", "id=TST_DX optInTimePeriod=14", "0", () -> adx(Adx::dx)));
    }

    private static ToDoubleFunction<ReferenceDay> closes(DoubleUnaryOperator indicator) {
        return bar -> indicator.applyAsDouble(bar.close());
    }

    private static ToDoubleFunction<ReferenceDay> deviation(int window) {
        RollingSpread spread = new RollingSpread(window);
        return bar -> {
            spread.push(bar.close());
            return spread.full() ? spread.deviation() : Double.NaN;
        };
    }

    private static ToDoubleFunction<ReferenceDay> bollinger(ToDoubleFunction<Bollinger> output) {
        Bollinger bands = new Bollinger(20, 2);
        return bar -> {
            bands.push(bar.close());
            return output.applyAsDouble(bands);
        };
    }

    private static ToDoubleFunction<ReferenceDay> adx(ToDoubleFunction<Adx> output) {
        Adx adx = new Adx(14);
        return bar -> {
            adx.push(bar.high(), bar.low(), bar.close());
            return output.applyAsDouble(adx);
        };
    }

    /**
     * @param test   which of TA-Lib's test tables
     * @param where  what a row must say beside the usual, as {@code field=value} with blanks between
     * @param output which output of the function, as the names of its columns end
     */
    private static ConformanceCheck check(String what, String test, String where, String output,
            Supplier<ToDoubleFunction<ReferenceDay>> indicator) {
        return ConformanceCheck.printed(what, work(test, where, output, indicator, Tally::printed));
    }

    private static ConformanceCheck.Work work(String test, String where, String output,
            Supplier<ToDoubleFunction<ReferenceDay>> indicator, Comparison comparison) {
        return tally -> {
            ToDoubleFunction<ReferenceDay> ours = indicator.get();
            double[] values = ReferenceDay.read("indicators/talib/ref_daily_252.csv").stream().mapToDouble(ours)
                    .toArray();
            for (Map<String, String> row : rows(test, where)) {
                int bar = whole(row, "expectedBegIdx") + whole(row, "oneOfTheExpectedOutRealIndex" + output);
                String told = row.getOrDefault("oneOfTheExpectedOutReal" + output, "");
                if (!test.equals("test_adx") || bar > FORGOTTEN && !ROUNDED_ON_PAPER.matcher(told).matches()) {
                    comparison.compare(tally, "bar " + bar, values[bar], told);
                }
            }
        };
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

    /** How a number of ours is compared with one of theirs. */
    private interface Comparison {

        void compare(Tally tally, String where, double ours, String theirs);
    }
}
