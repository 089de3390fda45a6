package org.portcullis.research.adapter.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.BarFeed;
import org.portcullis.market.GeneratedMarket;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.research.PatternSource.PatternBar;

@DisplayName("S3-12 patterns to learn from are those of the market room")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WalkedPatternsTest {

    private static final Path RULES = Path.of("rules");
    private static final int MINUTES = 1_200;

    @Test
    void the_market_room_finds_patterns_and_leaves_out_what_its_guards_refuse() {
        List<PatternBar> walked = walk(MINUTES);
        assertThat(walked).filteredOn(next -> next.features() != null).hasSizeGreaterThan(100)
                .allSatisfy(next -> assertThat(next.atr()).isPositive())
                .allSatisfy(next -> assertThat(Math.abs(next.features().direction())).isEqualTo(1));
        Map<InstrumentId, Long> closes = new HashMap<>();
        for (PatternBar next : walked) {
            Long before = closes.put(next.bar().instrument(), next.bar().closeE8());
            assertThat(next.bar().lowE8()).isPositive();
            assertThat(next.bar().closeE8()).as("the generator's prices times ten are left out")
                    .isLessThan(before == null ? Long.MAX_VALUE : 2 * before);
        }
        assertThat(walked.size()).isLessThan(5 * MINUTES).isGreaterThan(4 * MINUTES);
    }

    @Test
    void what_a_shorter_history_found_a_longer_one_finds_too() {
        List<PatternBar> shorter = walk(600);
        List<PatternBar> longer = walk(MINUTES).stream()
                .filter(next -> next.bar().openTimeMs() <= shorter.get(shorter.size() - 1).bar().openTimeMs()).toList();
        // the generator plans its episodes over the whole span, so both walk the same bars only up to the shorter one
        assertThat(longer.subList(0, shorter.size() - 100)).isEqualTo(shorter.subList(0, shorter.size() - 100));
    }

    private static List<PatternBar> walk(int minutes) {
        List<PatternBar> walked = new ArrayList<>();
        new WalkedPatterns(RULES).walk(new BarFeed(InstrumentCatalogue.read(RULES.resolve("instruments.yaml")))
                .generated(GeneratedMarket.demo(42, 1_767_571_200_000L, minutes)), walked::add);
        return walked;
    }
}
