package org.portcullis.market.adapter.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.rules.RuleLimits;
import org.portcullis.engine.rules.RuleSandbox;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarWalk;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.FlagCode;
import org.portcullis.market.Flag;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.Regime;
import org.springframework.util.FileSystemUtils;

/** Edited rules of the market room that throw: what they judge is taken for the worst, and nothing else suffers. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoppedRulesTest {

    private static final Path RULES = Path.of("rules");
    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static final InstrumentId ETH = new InstrumentId("ETHUSD");
    private static final long START_MS = 1_767_225_600_000L;
    private static final int REGIME_KNOWN = 230;

    @TempDir
    Path folder;

    private RuleLibrary library;

    @AfterEach
    void close() {
        library.close();
    }

    @Test
    @DisplayName("S3-05 a guard rule that throws refuses the bar at hand, and the next instrument is judged as ever")
    void a_guard_rule_that_throws_refuses_the_bar_at_hand() throws IOException {
        BarWalk walk = walk("bar_guard", "BarCheck( instrument.value.charAt( 6 ) == 'x' )");
        assertThat(walk.onBar(bar(ETH, 0), START_MS + 60_000)).isInstanceOfSatisfying(MarketOutcome.Flagged.class,
                flagged -> {
                    assertThat(flagged.flags()).extracting(Flag::code).containsExactly(FlagCode.GUARD_STOPPED);
                    assertThat(flagged.refused()).isTrue();
                });
        assertThat(walk.mark(ETH)).as("no price is believed").isEmpty();
        assertThat(walk.onBar(bar(BTC, 0), START_MS + 60_000)).isInstanceOf(MarketOutcome.Warming.class);
        assertThat(walk.flagged()).containsEntry(FlagCode.GUARD_STOPPED, 1L);
    }

    @Test
    @DisplayName("S2-REQ-U3 where a regime rule throws nothing may be entered")
    void where_a_regime_rule_throws_nothing_may_be_entered() throws IOException {
        BarWalk walk = walk("regime", "RegimeMeasures( toString.charAt( 100000 ) == 'x' )");
        MarketOutcome newest = null;
        for (int minute = 0; minute < REGIME_KNOWN; minute++) {
            newest = walk.onBar(bar(BTC, minute), START_MS + (minute + 1) * 60_000L);
        }
        assertThat(newest).isInstanceOfSatisfying(MarketOutcome.Formed.class, formed -> {
            assertThat(formed.regime().regime()).isEqualTo(Regime.CRASH);
            assertThat(formed.regime().longFactor()).isZero();
        });
    }

    private BarWalk walk(String group, String condition) throws IOException {
        Path market = folder.resolve("rules/market");
        FileSystemUtils.copyRecursively(RULES.resolve("market"), market);
        Path file = market.resolve(group.replace('_', '-') + ".drl");
        Files.writeString(file, Files.readString(file) + """

                rule "market.%1$s.throws"
                    agenda-group "market.%1$s"
                when
                    %2$s
                then
                end
                """.formatted(group, condition));
        library = RuleLibrary.open(folder.resolve("rules"), RuleSandbox.allowing("org.portcullis."),
                RuleLimits.standard().within(10_000, Duration.ofSeconds(20)), InstantSource.system());
        PolicyBook policy = PolicyBook.open(RULES.resolve("policy.yaml"), null);
        return BarWalk.judging(() -> library.base("market"), policy::current,
                InstrumentCatalogue.read(RULES.resolve("instruments.yaml")),
                CalendarBook.read(RULES.resolve("calendars")));
    }

    private static Bar bar(InstrumentId instrument, int minute) {
        long price = (100 + minute % 3) * FixedPoint.ONE;
        return new Bar(instrument, START_MS + minute * 60_000L, price, price, price, price, 5 * FixedPoint.ONE);
    }
}
