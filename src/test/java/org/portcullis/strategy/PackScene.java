package org.portcullis.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.rules.RuleLimits;
import org.portcullis.engine.rules.RuleSandbox;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.market.Bar;
import org.portcullis.market.BarStream;
import org.portcullis.market.BarWalk;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.ReadBar;
import org.portcullis.market.ReferenceBars;
import org.portcullis.strategy.adapter.rules.DrlStrategyPack;

/** A copy of the shipped rules that a test edits, real bars, and packs over them. */
abstract class PackScene {

    static final String DAYS = "bars/binance-spot_BTCUSDT_1m_karasik-2025-10-29_11-01.csv.gz";
    static final RuleLimits PATIENT = RuleLimits.standard().within(10_000, Duration.ofSeconds(20));
    static final String CROSS = "strategy/ema-cross/strategy.yaml";

    @TempDir
    Path folder;
    RuleLibrary library = MarketWalks.library();

    @BeforeEach
    void copyTheShippedRules() throws IOException {
        try (Stream<Path> files = Files.walk(MarketWalks.RULES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(MarketWalks.RULES.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    static boolean leaves(StrategyPack pack, MarketOutcome.Formed bar) {
        return ask(pack, bar).hits().stream().anyMatch(hit -> hit.intent() == Intent.EXIT);
    }

    List<MarketOutcome.Formed> formed(StrategyPack pack) throws IOException {
        BarWalk walk = walk().reading(pack::readings);
        List<MarketOutcome.Formed> formed = new ArrayList<>();
        for (Bar bar : bars(DAYS)) {
            if (walk.onBar(bar, bar.closeTimeMs()) instanceof MarketOutcome.Formed told) {
                formed.add(told);
            }
        }
        return formed;
    }

    static boolean enters(StrategyPack pack, MarketOutcome.Formed bar) {
        return ask(pack, bar).hits().stream().anyMatch(hit -> hit.intent() == Intent.ENTER);
    }

    static StrategyPack.Answer ask(StrategyPack pack, MarketOutcome.Formed bar) {
        return pack.ask(new StrategyContext(bar.features(), bar.structure(), bar.regime(), null, bar.readings()));
    }

    StrategyPack pack(String name) {
        return DrlStrategyPack.open(name, folder, library::base);
    }

    StrategyBook book(String... enabled) {
        return StrategyBook.read(folder.resolve("strategies.yaml"), Set.of(enabled));
    }

    RuleLibrary open() {
        library = RuleLibrary.open(folder, RuleSandbox.allowing("org.portcullis."), PATIENT, InstantSource.system());
        return library;
    }

    static BarWalk walk() {
        PolicyBook policy = PolicyBook.open(MarketWalks.RULES.resolve("policy.yaml"), null);
        return BarWalk.analysing(() -> MarketWalks.library().base("market"), policy::current, MarketWalks.catalogue(),
                CalendarBook.read(MarketWalks.RULES.resolve("calendars")));
    }

    static List<Bar> bars(String file) {
        List<Bar> bars = new ArrayList<>();
        try (BarStream stream = MarketWalks.feed().open(ReferenceBars.file(file))) {
            while (stream.hasNext()) {
                if (stream.next() instanceof ReadBar.Good good) {
                    bars.add(good.bar());
                }
            }
        }
        return bars;
    }

    void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    void edit(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    static double units(long e8) {
        return (double) e8 / FixedPoint.ONE;
    }
}
