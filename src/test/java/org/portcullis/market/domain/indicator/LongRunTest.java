package org.portcullis.market.domain.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.market.domain.Draw;

/** After 500,000 bars, almost a year of minutes, every window still says what counting it anew says. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LongRunTest {

    private static final long SEED = Long.getLong("seed", 20_261_121L);
    private static final int BARS = 500_000;
    private static final int WINDOW = 137;
    private static final double RELATIVE = 1e-9;

    private static double[] closes;
    private static double[] volumes;

    /** A price that doubles and halves many times, and volumes that now and then are a million times larger. */
    @BeforeAll
    static void draw() {
        Draw draw = new Draw(SEED);
        closes = new double[BARS];
        volumes = new double[BARS];
        double price = 60_000;
        for (int i = 0; i < BARS; i++) {
            price = Math.max(1, price * (1 + 0.002 * draw.fatTailed()));
            closes[i] = price > 1e6 ? price / 1_000 : price;
            price = closes[i];
            volumes[i] = draw.uniform() * (i % 1_000 == 17 ? 1e6 : 1);
        }
    }

    @Test
    void a_mean() {
        Sma sma = new Sma(WINDOW);
        double last = 0;
        for (double close : closes) {
            last = sma.push(close);
        }
        near(last, Arrays.stream(closes, BARS - WINDOW, BARS).average().orElseThrow());
    }

    @Test
    void a_mean_weighted_by_volumes_of_very_different_size() {
        RollingVwap vwap = new RollingVwap(WINDOW);
        double last = 0;
        for (int i = 0; i < BARS; i++) {
            last = vwap.push(closes[i], volumes[i]);
        }
        double traded = 0;
        double volume = 0;
        for (int i = BARS - WINDOW; i < BARS; i++) {
            traded += closes[i] * volumes[i];
            volume += volumes[i];
        }
        near(last, traded / volume);
    }

    @Test
    void a_mean_weighted_by_volume_since_an_anchor_a_year_ago() {
        Vwap vwap = new Vwap();
        BigDecimal traded = BigDecimal.ZERO;
        BigDecimal volume = BigDecimal.ZERO;
        for (int i = 0; i < BARS; i++) {
            vwap.push(closes[i], closes[i], closes[i], volumes[i]);
            BigDecimal amount = new BigDecimal(volumes[i]);
            traded = traded.add(amount.multiply(new BigDecimal(closes[i])));
            volume = volume.add(amount);
        }
        near(vwap.value(), traded.divide(volume, MathContext.DECIMAL64).doubleValue());
    }

    @Test
    void an_efficiency_ratio() {
        EfficiencyRatio ratio = new EfficiencyRatio(WINDOW);
        double last = 0;
        for (double close : closes) {
            last = ratio.push(close);
        }
        double way = 0;
        for (int i = BARS - WINDOW; i < BARS; i++) {
            way += Math.abs(closes[i] - closes[i - 1]);
        }
        near(last, Math.abs(closes[BARS - 1] - closes[BARS - 1 - WINDOW]) / way);
    }

    @Test
    void a_realised_volatility_and_its_rank() {
        RealisedVolatility volatility = new RealisedVolatility(WINDOW, 525_600);
        RollingRank rank = new RollingRank(2_000);
        double[] values = new double[BARS];
        double lastRank = 0;
        for (int i = 0; i < BARS; i++) {
            values[i] = volatility.push(closes[i]);
            lastRank = rank.push(values[i]);
        }
        double[] returns = new double[WINDOW];
        for (int i = 0; i < WINDOW; i++) {
            returns[i] = Math.log(closes[BARS - WINDOW + i] / closes[BARS - WINDOW + i - 1]);
        }
        double mean = Arrays.stream(returns).average().orElseThrow();
        double variance = Arrays.stream(returns).map(r -> (r - mean) * (r - mean)).average().orElseThrow();
        near(values[BARS - 1], Math.sqrt(variance * 525_600));
        double newest = values[BARS - 1];
        long below = Arrays.stream(values, BARS - 2_000, BARS).filter(value -> value < newest).count();
        near(lastRank, (below + 0.5) / 2_000);
    }

    @Test
    void a_parkinson_volatility() {
        Parkinson parkinson = new Parkinson(WINDOW);
        double last = 0;
        for (int i = 0; i < BARS; i++) {
            last = parkinson.push(closes[i] * (1 + 0.01 * volumes[i % 1_000 == 17 ? 0 : i]), closes[i]);
        }
        double sum = 0;
        for (int i = BARS - WINDOW; i < BARS; i++) {
            double range = Math.log(1 + 0.01 * volumes[i % 1_000 == 17 ? 0 : i]);
            sum += range * range;
        }
        near(last, Math.sqrt(sum / (4 * WINDOW * Math.log(2))));
    }

    @Test
    void bands_and_a_volume_z() {
        Bollinger bands = new Bollinger(WINDOW, 2);
        VolumeZ volumeZ = new VolumeZ(WINDOW);
        double z = 0;
        for (int i = 0; i < BARS; i++) {
            bands.push(closes[i]);
            z = volumeZ.push(volumes[i]);
        }
        double mean = Arrays.stream(closes, BARS - WINDOW, BARS).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(closes, BARS - WINDOW, BARS).map(c -> (c - mean) * (c - mean))
                .average().orElseThrow());
        near(bands.upper(), mean + 2 * deviation);
        near(bands.z(), (closes[BARS - 1] - mean) / deviation);
        double[] before = Arrays.copyOfRange(volumes, BARS - 1 - WINDOW, BARS - 1);
        double volumeMean = Arrays.stream(before).average().orElseThrow();
        double volumeDeviation = Math.sqrt(Arrays.stream(before).map(v -> (v - volumeMean) * (v - volumeMean))
                .average().orElseThrow());
        near(z, (volumes[BARS - 1] - volumeMean) / volumeDeviation);
    }

    private static void near(double ours, double anew) {
        assertThat(ours).as("seed %d", SEED).isCloseTo(anew, within(Math.abs(anew) * RELATIVE));
    }
}
