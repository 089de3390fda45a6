package org.portcullis.market.domain.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.market.ReferenceBars;

/** Our indicators against the published results of two other libraries. */
@DisplayName("S1-31 indicators agree with published vectors")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IndicatorVectorsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    record Quote(double high, double low, double close) {
    }

    @Test
    void rsi_agrees_with_skender_on_every_bar() throws IOException {
        WilderRsi rsi = new WilderRsi(14);
        assertThat(agreeing("rsi", "rsi", quote -> rsi.push(quote.close()))).isEqualTo(488);
    }

    @Test
    void atr_agrees_with_skender_on_every_bar() throws IOException {
        WilderAtr atr = new WilderAtr(14);
        assertThat(agreeing("atr", "atr", quote -> atr.push(quote.high(), quote.low(), quote.close()))).isEqualTo(488);
    }

    @Test
    void ema_agrees_with_skender_on_every_bar() throws IOException {
        Ema ema = new Ema(20);
        assertThat(agreeing("ema", "ema", quote -> ema.push(quote.close()))).isEqualTo(483);
    }

    @Test
    void rolling_mean_agrees_with_skender_on_every_bar() throws IOException {
        RollingSpread spread = new RollingSpread(20);
        assertThat(agreeing("sma", "sma", quote -> meanOf(spread, quote.close()))).isEqualTo(483);
    }

    @Test
    void z_score_agrees_with_skender_on_every_bar() throws IOException {
        RollingSpread spread = new RollingSpread(14);
        assertThat(agreeing("stdev", "zScore", quote -> {
            spread.push(quote.close());
            return spread.full() ? spread.zScore(quote.close()) : Double.NaN;
        })).isEqualTo(489);
    }

    @Test
    void rsi_agrees_with_ta_lib() throws IOException {
        WilderRsi rsi = new WilderRsi(14);
        double[] values = taLib().stream().mapToDouble(quote -> rsi.push(quote.close())).toArray();
        assertThat(values[13]).isNaN();
        assertThat(new double[] {values[14], values[15], values[16], values[251]})
                .containsExactly(new double[] {49.14, 52.32, 46.07, 49.63}, within(0.01));
    }

    @Test
    void atr_agrees_with_ta_lib() throws IOException {
        WilderAtr atr = new WilderAtr(14);
        double[] values = taLib().stream().mapToDouble(quote -> atr.push(quote.high(), quote.low(), quote.close()))
                .toArray();
        assertThat(values[13]).isNaN();
        assertThat(new double[] {values[14], values[15], values[16], values[26], values[251]})
                .containsExactly(new double[] {3.578, 3.4876, 3.55, 3.245, 3.26}, within(0.01));
    }

    @Test
    void averages_agree_with_ta_lib() throws IOException {
        Ema ema = new Ema(10);
        RollingSpread mean = new RollingSpread(30);
        double[] emas = taLib().stream().mapToDouble(quote -> ema.push(quote.close())).toArray();
        double[] means = taLib().stream().mapToDouble(quote -> meanOf(mean, quote.close())).toArray();
        assertThat(new double[] {emas[9], emas[10], emas[29], emas[251]})
                .containsExactly(new double[] {93.22, 93.75, 86.46, 108.97}, within(0.01));
        assertThat(new double[] {means[29], means[30], means[58], means[251]})
                .containsExactly(new double[] {90.42, 90.21, 87.12, 108.42}, within(0.01));
    }

    private static double meanOf(RollingSpread spread, double value) {
        spread.push(value);
        return spread.full() ? spread.mean() : Double.NaN;
    }

    /** How many bars have a published value; each of them equals ours to 1e-9, the others have none here either. */
    private static int agreeing(String result, String field, ToDoubleFunction<Quote> indicator) throws IOException {
        JsonNode rows = JSON.readTree(ReferenceBars.file("indicators/skender-results/" + result + ".standard.json")
                .toFile());
        List<Quote> quotes = quotes("indicators/skender-quotes.csv", 2);
        assertThat(rows).hasSize(quotes.size()).hasSize(502);
        int published = 0;
        for (int i = 0; i < quotes.size(); i++) {
            double ours = indicator.applyAsDouble(quotes.get(i));
            JsonNode theirs = rows.get(i).get(field);
            if (theirs.isNull()) {
                assertThat(ours).as("bar %d", i).isNaN();
            } else {
                published++;
                assertThat(ours).as("bar %d", i).isCloseTo(theirs.asDouble(), within(1e-9));
            }
        }
        return published;
    }

    private static List<Quote> taLib() throws IOException {
        return quotes("indicators/talib/ref_daily_252.csv", 2);
    }

    private static List<Quote> quotes(String file, int highColumn) throws IOException {
        return Files.readAllLines(ReferenceBars.file(file)).stream().skip(1).map(line -> line.split(","))
                .map(cells -> new Quote(Double.parseDouble(cells[highColumn]),
                        Double.parseDouble(cells[highColumn + 1]), Double.parseDouble(cells[highColumn + 2]))).toList();
    }
}
