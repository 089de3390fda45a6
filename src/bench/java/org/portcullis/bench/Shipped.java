package org.portcullis.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.rules.RuleLimits;
import org.portcullis.engine.rules.RuleSandbox;
import org.portcullis.market.Bar;
import org.portcullis.market.BarFeed;
import org.portcullis.market.BarStream;
import org.portcullis.market.GeneratedMarket;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.ReadBar;
import org.portcullis.strategy.StrategyBook;

/** The shipped rules, policy and instruments of the checkout, and bars of the bundled generator. */
final class Shipped {

    static final Path RULES = Path.of("rules");
    static final String STRATEGY = "momentum-core";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long SEED = 42;
    private static final long START_MS = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();

    private Shipped() {
    }

    /**
     * The rules as the application compiles them, sandbox and watchdog included; only the watchdog's patience is
     * longer, so that a machine that is busy elsewhere gives a slow figure instead of none.
     */
    static RuleLibrary rules() {
        RuleLimits standard = RuleLimits.standard();
        return RuleLibrary.open(RULES, RuleSandbox.allowing("org.portcullis."),
                standard.within(standard.firingsMax(), PATIENCE), InstantSource.system());
    }

    static PolicyBook policy() {
        return PolicyBook.open(RULES.resolve("policy.yaml"), null);
    }

    static InstrumentCatalogue catalogue() {
        return InstrumentCatalogue.read(RULES.resolve("instruments.yaml"));
    }

    static StrategyBook strategies() {
        return StrategyBook.read(RULES.resolve("strategies.yaml"), Set.of(STRATEGY));
    }

    /** Five instruments in event time, with every kind of trouble in them; the same bars on every machine. */
    static BarStream generated(int minutes) {
        return new BarFeed(catalogue()).generated(GeneratedMarket.demo(SEED, START_MS, minutes));
    }

    /** The first {@code count} bars of the generated market. */
    static List<Bar> bars(int count) {
        List<Bar> bars = new ArrayList<>(count);
        try (BarStream stream = generated(count)) {
            while (bars.size() < count) {
                if (stream.next() instanceof ReadBar.Good good) {
                    bars.add(good.bar());
                }
            }
        }
        return bars;
    }
}
