package org.portcullis.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.market.Bar;
import org.portcullis.market.BarWalk;
import org.portcullis.market.Happening;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.ReadingPlan;
import org.portcullis.market.Structure;

/** Price structure is told for those who look at it, and for nobody else. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LookedAtStructureTest extends PackScene {

    private static final int BARS = 1_900;
    private static final int TAKEN_UP = 1_500;

    @Test
    @DisplayName("B-S2 which shipped packs look at structure is known from their rules and their arithmetic")
    void packs_say_whether_they_look_at_structure() {
        for (String name : Set.of("smc-scalper", "pool-reversal", "false-breakout", "swept-low")) {
            assertThat(pack(name).readings().structure()).as(name).isTrue();
        }
        for (String name : Set.of("momentum-core", "ema-cross", "alert-follower")) {
            assertThat(pack(name).readings().structure()).as(name).isFalse();
        }
    }

    @Test
    @DisplayName("B-S2 a pack written in Java that says nothing is told structure")
    void a_pack_that_says_nothing_is_told_structure() {
        assertThat(new RangeFade(1).readings()).isEqualTo(ReadingPlan.STRUCTURE);
    }

    @Test
    @DisplayName("B-S2 without anybody who looks no structure is told, and regime and features are the same")
    void without_looks_no_structure_is_told() {
        List<Bar> bars = bars(DAYS).subList(0, BARS);
        BarWalk whole = walk();
        BarWalk without = walk().reading(() -> ReadingPlan.NONE);
        int patterns = 0;
        int formed = 0;
        for (Bar bar : bars) {
            MarketOutcome one = whole.onBar(bar, bar.closeTimeMs());
            MarketOutcome other = without.onBar(bar, bar.closeTimeMs());
            if (one instanceof MarketOutcome.Formed all && other instanceof MarketOutcome.Formed bare) {
                formed++;
                patterns += all.structure().gap() != 0 ? 1 : 0;
                assertThat(bare.structure()).isEqualTo(Structure.unknown(bar.instrument(), 0));
                assertThat(bare.features()).isEqualTo(all.features());
                assertThat(bare.regime()).isEqualTo(all.regime());
            }
        }
        assertThat(formed).isGreaterThan(BARS / 2);
        assertThat(patterns).isPositive();
    }

    @Test
    @DisplayName("B-S2 B-S4 structure that is taken up late is told from the bars in memory as if always looked at")
    void structure_taken_up_late_is_as_if_always_told() {
        List<Bar> bars = bars(DAYS).subList(0, BARS);
        ReadingPlan events = new ReadingPlan(List.of(), List.of(), true, true);
        BarWalk whole = walk().reading(() -> events);
        ReadingPlan[] wanted = {ReadingPlan.NONE};
        BarWalk late = walk().reading(() -> wanted[0]);
        int compared = 0;
        boolean remembered = false;
        for (int i = 0; i < BARS; i++) {
            wanted[0] = i < TAKEN_UP ? ReadingPlan.NONE : events;
            Bar bar = bars.get(i);
            MarketOutcome one = whole.onBar(bar, bar.closeTimeMs());
            MarketOutcome other = late.onBar(bar, bar.closeTimeMs());
            if (i >= TAKEN_UP && one instanceof MarketOutcome.Formed all) {
                assertThat(other).isEqualTo(all);
                int since = all.readings().sinceHappening()[Happening.SWEEP_LOW.ordinal()];
                remembered |= i == TAKEN_UP && since > 0 && since < TAKEN_UP;
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(300);
        assertThat(remembered).as("a sweep before the pack was enabled is remembered").isTrue();
    }

    @Test
    @DisplayName("B-S2 structure that is dropped and taken up again begins with the bars in memory")
    void structure_dropped_and_taken_up_again_is_told() {
        List<Bar> bars = bars(DAYS).subList(0, BARS);
        ReadingPlan[] wanted = {ReadingPlan.STRUCTURE};
        BarWalk on = walk().reading(() -> ReadingPlan.STRUCTURE);
        BarWalk again = walk().reading(() -> wanted[0]);
        for (int i = 0; i < BARS; i++) {
            wanted[0] = i / 200 % 2 == 0 ? ReadingPlan.STRUCTURE : ReadingPlan.NONE;
            Bar bar = bars.get(i);
            MarketOutcome one = on.onBar(bar, bar.closeTimeMs());
            MarketOutcome other = again.onBar(bar, bar.closeTimeMs());
            if (wanted[0].structure()) {
                assertThat(other).as("bar %d", i).isEqualTo(one);
            }
        }
    }
}
