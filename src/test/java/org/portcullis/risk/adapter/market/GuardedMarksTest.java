package org.portcullis.risk.adapter.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.rules.RuleSandbox;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarFeed;
import org.portcullis.market.BarStream;
import org.portcullis.market.BarWalk;
import org.portcullis.market.GeneratedMarket;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.MarketFrame;
import org.portcullis.market.ReadBar;
import org.portcullis.risk.PriceWindow.PriceRange;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GuardedMarksTest {

    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static final long START_MS = 1_767_571_200_000L;

    @Test
    @DisplayName("B-R10: the range of a window holds every price believed in it, and none that was refused or older")
    void the_range_of_a_window_holds_what_was_believed_in_it(@TempDir Path folder) throws IOException {
        copyMarketRules(folder);
        PolicyBook policy = PolicyBook.open(Path.of("rules/policy.yaml"), null);
        TreeMap<Long, Long> believed = new TreeMap<>();
        try (RuleLibrary rules = RuleLibrary.open(folder, RuleSandbox.allowing("org.portcullis."));
                BarStream bars = new BarFeed(InstrumentCatalogue.read(Path.of("rules/instruments.yaml")))
                        .generated(GeneratedMarket.demo(42, START_MS, 300))) {
            GuardedMarks marks = new GuardedMarks(BarWalk.under(() -> rules.base("market"), policy::current));
            assertThat(marks.range(BTC, 0)).isEmpty();
            for (ReadBar read = bars.next(); read != null && believed.size() < 100; read = bars.next()) {
                if (read instanceof ReadBar.Good good && good.bar().instrument().equals(BTC)) {
                    boolean refused = !marks.onFrame(frame(good.bar())).isEmpty();
                    assertThat(marks.last(BTC).filter(last -> last.eventTimeMs() == good.bar().closeTimeMs())
                            .isPresent()).as("%s moved the mark", good.bar()).isEqualTo(!refused);
                    marks.last(BTC).ifPresent(last -> believed.put(last.eventTimeMs(), last.price().e8()));
                }
            }
            assertThat(believed).hasSizeGreaterThan(50);
            for (long fromMs : believed.keySet()) {
                List<Long> inside = List.copyOf(believed.tailMap(fromMs, true).values());
                PriceRange range = marks.range(BTC, fromMs).orElseThrow();
                assertThat(range.lowest().e8()).isEqualTo(inside.stream().mapToLong(price -> price).min().orElse(0));
                assertThat(range.highest().e8()).isEqualTo(inside.stream().mapToLong(price -> price).max().orElse(0));
            }
            assertThat(marks.range(BTC, believed.lastKey() + 1)).isEmpty();
        }
    }

    private static MarketFrame frame(Bar bar) {
        return new MarketFrame("test", bar.openTimeMs(), 0, false, List.of(bar));
    }

    private static void copyMarketRules(Path folder) throws IOException {
        Path market = Files.createDirectory(folder.resolve("market"));
        try (Stream<Path> files = Files.list(Path.of("rules/market"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, market.resolve(file.getFileName()));
            }
        }
    }
}
