package org.portcullis.market.domain.universe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DayWindowTest {

    private static final InstrumentId MNQ = new InstrumentId("MNQ");
    private static final long START_MINUTE = 29_453_760;

    @Test
    @DisplayName("S0-05 the worth of contracts counts their multiplier")
    void the_worth_of_contracts_counts_their_multiplier() {
        DayWindow day = new DayWindow(2 * FixedPoint.ONE);
        day.take(bar(0, 21_000, 3));
        assertThat(day.quoteVolume(at(1))).isEqualTo(126_000);
        assertThat(day.lastClose()).isEqualTo(21_000);
        assertThat(day.quoteVolume(at(0))).as("the bar has not ended yet").isZero();
    }

    @Test
    @DisplayName("S2-REQ-U1 a day of bars with holes, repeats and disorder gives what a plain list of them gives")
    void a_day_of_bars_gives_what_a_plain_list_of_them_gives() {
        long seed = Long.getLong("seed", 5L);
        Random random = new Random(seed);
        DayWindow day = new DayWindow(FixedPoint.ONE);
        TreeMap<Integer, Bar> plain = new TreeMap<>();
        int minute = 0;
        for (int i = 0; i < 6_000; i++) {
            minute += random.nextInt(20) == 0 ? random.nextInt(200) : random.nextInt(3);
            int shown = Math.max(0, random.nextInt(10) == 0 ? minute - random.nextInt(1_600) : minute);
            Bar bar = bar(shown, 100 + random.nextInt(20), random.nextInt(50));
            day.take(bar);
            int last = plain.isEmpty() ? shown : Math.max(shown, plain.lastKey());
            if (shown > last - DayWindow.MINUTES) {
                plain.put(shown, bar);
            }
            if (i % 50 == 0) {
                check(day, plain, last + 1, seed);
            }
        }
    }

    private static void check(DayWindow day, TreeMap<Integer, Bar> plain, int now, long seed) {
        Map<Integer, Bar> held = plain.subMap(now - DayWindow.MINUTES, now);
        double volume = held.values().stream()
                .mapToDouble(bar -> (double) bar.closeE8() / FixedPoint.ONE * bar.volumeE8() / FixedPoint.ONE).sum();
        List<Double> changes = new ArrayList<>();
        held.forEach((minute, bar) -> {
            Bar before = held.get(minute - 1);
            if (before != null) {
                changes.add(Math.log((double) bar.closeE8() / before.closeE8()));
            }
        });
        double mean = changes.stream().mapToDouble(change -> change).average().orElse(0);
        double spread = Math.sqrt(changes.stream().mapToDouble(change -> (change - mean) * (change - mean)).average()
                .orElse(0)) * Math.sqrt(DayWindow.MINUTES) * 100;
        assertThat(day.bars(at(now))).as("-Dseed=%d", seed).isEqualTo(held.size());
        assertThat(day.quoteVolume(at(now))).as("-Dseed=%d", seed).isCloseTo(volume, within(1e-6));
        double volatility = day.volatilityPct(at(now), 1);
        assertThat(Double.isNaN(volatility)).as("-Dseed=%d", seed).isEqualTo(changes.size() < 2);
        assertThat(changes.size() < 2 ? spread : volatility).as("-Dseed=%d", seed).isCloseTo(spread, within(1e-9));
    }

    @Test
    void with_too_few_bars_volatility_is_not_known() {
        DayWindow day = new DayWindow(FixedPoint.ONE);
        for (int minute = 0; minute < 10; minute++) {
            day.take(bar(minute, 100 + minute % 2, 1));
        }
        assertThat(day.volatilityPct(at(10), 11)).isNaN();
        assertThat(day.volatilityPct(at(10), 10)).isPositive();
    }

    private static long at(int minute) {
        return (START_MINUTE + minute) * 60_000;
    }

    private static Bar bar(int minute, long price, long volume) {
        long priceE8 = price * FixedPoint.ONE;
        return new Bar(MNQ, at(minute), priceE8, priceE8, priceE8, priceE8, volume * FixedPoint.ONE);
    }
}
