package org.portcullis.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.home.CacheFolder;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.route.Json;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.rules.RuleLimits;
import org.portcullis.engine.rules.RuleOpening;
import org.portcullis.engine.rules.RuleSandbox;
import org.portcullis.engine.time.WallTime;
import org.portcullis.market.Bans;
import org.portcullis.market.Bar;
import org.portcullis.market.BarFeed;
import org.portcullis.market.BarStream;
import org.portcullis.market.BarWalk;
import org.portcullis.market.Candidate;
import org.portcullis.market.CatalogueDesk;
import org.portcullis.market.GeneratedMarket;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.ReadBar;
import org.portcullis.market.Universe;
import org.portcullis.market.UniverseDesk;
import org.portcullis.market.UniverseJudge;
import org.portcullis.market.UniverseLimits;
import org.portcullis.market.UniversePlan;
import org.portcullis.market.UniverseReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code universe check}: what a universe would be, before it is used (B-D6). */
@Command(name = "universe", description = "Which symbols may be traded, and why the others may not.")
final class UniverseCommand implements Runnable {

    private static final RuleSandbox SANDBOX = RuleSandbox.allowing("org.portcullis.");
    /** Nothing waits for this answer: a slow machine gives the same one as a fast one. */
    private static final RuleLimits PATIENT = RuleLimits.standard().within(10_000, Duration.ofSeconds(20));
    private static final Instant BUNDLED_START = Instant.parse("2026-01-05T00:00:00Z");
    private static final int DAY_MINUTES = 24 * 60;

    @Command(name = "check", description = {"Judge symbols by universe.yaml, policy.yaml and market/universe.drl.",
        "Without candidates or data: the first day of the bundled market."})
    int check(@Option(names = "--rules", paramLabel = "DIR", defaultValue = "rules",
                    description = "Folder of rules (default: ${DEFAULT-VALUE}).") Path rules,
            @Option(names = "--profile", paramLabel = "NAME", description = "Profile of policy.yaml.")
                    @Nullable String profile,
            @Option(names = "--candidates", paramLabel = "FILE",
                    description = "Table: symbol,status,quote_volume,spread_bps,age_days,tick_bps,volatility_pct,"
                            + "banned_hours; an empty spread is unknown.") @Nullable Path candidates,
            @Option(names = "--data", paramLabel = "PATH", description = "File or folder of minute bars; its last day"
                    + " counts.") @Nullable Path data,
            @Option(names = "--json", description = "Print one JSON document.") boolean json) {
        if (candidates != null && data != null) {
            throw new IllegalArgumentException("give --candidates or --data, not both");
        }
        try (RuleLibrary library = RuleLibrary.open(RuleOpening.of(rules, SANDBOX).within(PATIENT)
                .only(Set.of("market")).at(new WallTime()).remembering(CacheFolder.ofUser()))) {
            UniversePlan plan = UniversePlan.read(rules.resolve("universe.yaml"));
            Policy policy = PolicyBook.open(rules.resolve("policy.yaml"), profile).current();
            Supplier<RuleBook> market = () -> library.base("market");
            return print(candidates == null ? ofBars(rules, data, plan, market, policy)
                    : Universe.judged(0, Candidate.read(candidates), plan, tier -> UniverseLimits.from(policy, tier),
                            UniverseJudge.under(market)), json);
        }
    }

    @Override
    public void run() {
        picocli.CommandLine.usage(this, System.out);
    }

    private static Universe ofBars(Path rules, @Nullable Path data, UniversePlan plan, Supplier<RuleBook> market,
            Policy policy) {
        InstrumentCatalogue catalogue = InstrumentCatalogue.read(rules.resolve("instruments.yaml"));
        UniverseDesk desk = UniverseDesk.of(CatalogueDesk.of(catalogue, plan, null, () -> policy), plan,
                UniverseJudge.under(market), Bans.NONE, () -> policy);
        BarWalk walk = BarWalk.under(market, () -> policy);
        BarFeed feed = new BarFeed(catalogue);
        long lastMs = 0;
        try (BarStream bars = data != null ? feed.open(data)
                : feed.generated(GeneratedMarket.demo(1, BUNDLED_START.toEpochMilli(), DAY_MINUTES))) {
            while (bars.hasNext()) {
                if (bars.next() instanceof ReadBar.Good good) {
                    Bar bar = good.bar();
                    desk.onOutcome(bar, walk.onBar(bar, bar.closeTimeMs()));
                    lastMs = Math.max(lastMs, bar.closeTimeMs());
                }
            }
        }
        return desk.evaluate(lastMs);
    }

    private static int print(Universe universe, boolean json) {
        UniverseReport report = UniverseReport.of(universe);
        List<String> lines = json ? List.of(Json.write(report)) : report.table();
        lines.forEach(System.out::println);
        return report.in() > 0 ? 0 : CommandLineTool.FAILED;
    }
}
