package org.portcullis.portfolio.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The highest worth since a moment is the one that looking at every minute finds. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EquityMinutesTest {

    private static final long MINUTE_MS = 60_000;
    private static final long KEPT_MS = 200 * MINUTE_MS;

    @Test
    @DisplayName("B-R8: over random walks with pauses and corrections of the last minute the highest is what every "
            + "minute says")
    void the_highest_is_that_of_all_minutes() {
        long seed = Long.getLong("seed", 20261121);
        for (int walk = 0; walk < 200; walk++) {
            walk(new Random(seed + walk), "seed " + (seed + walk));
        }
    }

    private static void walk(Random random, String seed) {
        EquityMinutes minutes = new EquityMinutes(KEPT_MS);
        TreeMap<Long, Long> all = new TreeMap<>();
        assertThat(minutes.isEmpty()).isTrue();
        long nowMs = 1_700_000_000_000L / MINUTE_MS * MINUTE_MS;
        long worthE8 = 1_000;
        int drift = random.nextInt(5) - 2;
        for (int i = 0; i < 600; i++) {
            nowMs += random.nextInt(4) == 0 ? 0 : MINUTE_MS * (random.nextInt(30) == 0 ? random.nextInt(250) : 1);
            worthE8 += random.nextInt(9) - 4 + drift;
            minutes.add(nowMs, worthE8);
            all.put(nowMs, worthE8);
            long oldestMs = nowMs - KEPT_MS;
            all.headMap(oldestMs, false).clear();
            long fromMs = nowMs - random.nextInt(260) * MINUTE_MS + random.nextInt(3) - 1;
            assertThat(minutes.highestE8(fromMs)).as("%s, step %s, from %s", seed, i, fromMs)
                    .isEqualTo(highest(all, fromMs));
        }
    }

    private static long highest(TreeMap<Long, Long> all, long fromMs) {
        Map.Entry<Long, Long> start = all.floorEntry(fromMs);
        return all.tailMap(start == null ? all.firstKey() : start.getKey(), true).values().stream()
                .mapToLong(worth -> worth).max().orElseThrow();
    }
}
