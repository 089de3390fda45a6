package org.portcullis.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.risk.DeskScene.ACCOUNT;
import static org.portcullis.risk.DeskScene.BTC;
import static org.portcullis.risk.DeskScene.NOW_MS;
import static org.portcullis.risk.DeskScene.enter;
import static org.portcullis.risk.DeskScene.policy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.ReloadReport;

/** R1 to R5 on the shipped risk rules: what a bad edit of them can and cannot do to a running desk. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RiskReliabilityTest {

    private static final PolicyBook POLICY = policy("order.gating", "none");
    private static final Path PAYLOADS = Path.of("src/test/resources/rules-samples/payloads/consequences.txt");
    private static final int LOADERS = 2;
    /** Leaves the compiler some of the cores. */
    private static final long PAUSE_NANOS = 200_000;
    private static final String RULE = """

            // Brought by an edit.
            rule "risk.%1$s.%2$s"
                agenda-group "risk.%1$s"
            when
                %3$s
            then
                %4$s
            end
            """;

    @Test
    @DisplayName("R1: a broken edit of a risk file is refused with file and line, and the running version judges on")
    void a_broken_edit_is_refused_and_the_running_version_judges_on() throws IOException {
        try (RiskRules rules = RiskRules.edited(risk -> { })) {
            Path caps = rules.folder().resolve("risk/caps.drl");
            String good = Files.readString(caps);
            Verdict before = judge(rules);
            assertThat(before.outcome()).isEqualTo(Verdict.Outcome.APPROVED);
            Map<String, String> broken = new LinkedHashMap<>();
            broken.put("a syntax error", good.replaceFirst("\nwhen\n", "\nwhenever\n"));
            broken.put("an unknown type", good.replace("$order    : EntryOrder()", "$order    : Nonsense()"));
            broken.put("an empty file", "");
            broken.put("a byte order mark", "\uFEFF" + good);
            broken.put("a very large file", good + "\n// " + "x".repeat(10_000_000));
            broken.put("a rule twice", good + good.substring(good.indexOf("// Share of equity committed in this one")));
            broken.forEach((what, text) -> {
                ReloadReport report = reloaded(rules, caps, text);
                assertThat(report.swapped()).as(what).isFalse();
                assertThat(report.problems()).as(what).isNotEmpty().allSatisfy(problem -> {
                    assertThat(problem.file()).isEqualTo("risk/caps.drl");
                    assertThat(problem.line()).isPositive();
                });
                assertThat(judge(rules)).as("%s changes no verdict", what).isEqualTo(before);
            });
            assertThat(reloaded(rules, caps, good).problems()).isEmpty();
        }
    }

    @Test
    @DisplayName("R2: a risk rule that feeds itself is stopped, the order is denied and the rule named")
    void a_rule_that_feeds_itself_is_stopped() {
        try (RiskRules rules = RiskRules.edited(risk -> append(risk.resolve("data.drl"), RULE.formatted("data",
                "feed-itself", "$mark : MarkAge( )", "insert( new MarkAge( true, $mark.ageMs() + 1 ) );")))) {
            Verdict verdict = judge(rules);
            assertThat(verdict.reasons()).containsExactly(ReasonCode.RULES_FAILED);
            assertThat(verdict.decision().facts().get("rules.failure")).contains("risk.data");
        }
    }

    @Test
    @DisplayName("R3: each of the sandbox's payloads is refused in a risk rule, and the running version judges on")
    void no_payload_enters_a_risk_rule() throws IOException {
        try (RiskRules rules = RiskRules.edited(risk -> { })) {
            Verdict before = judge(rules);
            Path kill = rules.folder().resolve("risk/kill.drl");
            String good = Files.readString(kill);
            List<String> payloads = Files.readAllLines(PAYLOADS);
            assertThat(payloads).hasSizeGreaterThan(30);
            for (String line : payloads) {
                String payload = line.replace('\u23CE', '\n');
                ReloadReport report = reloaded(rules, kill, good.replace("\nthen\n", "\nthen\n    " + payload + "\n"));
                assertThat(report.swapped()).as(payload).isFalse();
                assertThat(report.problems()).as(payload).isNotEmpty();
            }
            assertThat(judge(rules)).isEqualTo(before);
        }
    }

    @Test
    @DisplayName("R5: a rule that brings looser limits loosens nothing: the limits in force still deny and still size")
    void looser_limits_from_a_rule_loosen_nothing() {
        String loose = "insert( new Limits( $old.positionsMax() + 1, $old.exposureTotalPctMax(), "
                + "$old.exposureAssetPctMax(), $old.positionPctMax(), $old.tradeRiskPctMax(), $old.markAgeMsMax() ) );";
        try (RiskRules shipped = RiskRules.shipped();
                RiskRules rules = RiskRules.edited(risk -> append(risk.resolve("caps.drl"), RULE.formatted("caps",
                        "loosen", "$old : Limits( positionsMax < 4 )\n    Exposure( )",
                        loose)))) {
            DeskScene scene = new DeskScene().hold(DeskScene.ETH, "1", "100").hold(DeskScene.SOL, "1", "100")
                    .hold(DeskScene.ADA, "1", "100");
            Verdict strict = scene.desk(POLICY, shipped.gates()).judge(enter(BTC, "100", "95"), ACCOUNT, NOW_MS);
            Verdict verdict = scene.desk(POLICY, rules.gates()).judge(enter(BTC, "100", "95"), ACCOUNT, NOW_MS);
            assertThat(verdict.decision().rulesFired()).contains("risk.caps.loosen");
            assertThat(strict.reasons()).containsExactly(ReasonCode.POSITIONS_FULL);
            assertThat(verdict.reasons()).containsExactly(ReasonCode.POSITIONS_FULL);
            assertThat(verdict.decision().quantity()).isEqualTo(strict.decision().quantity());
        }
    }

    @Test
    @DisplayName("R4: fifty swaps of the risk rules under load, no decision mixes versions")
    void fifty_swaps_under_load() throws Exception {
        swap(50);
    }

    @Test
    @Tag("soak")
    @DisplayName("R4: a thousand swaps of the risk rules under load, no mix and no trend in metaspace")
    void a_thousand_swaps_under_load() throws Exception {
        List<Long> metaspace = swap(1_000);
        long early = metaspace.get(metaspace.size() / 4);
        System.out.println("metaspace bytes every 50 swaps: " + metaspace);
        assertThat(metaspace.get(metaspace.size() - 1)).isLessThan(early + early / 5);
    }

    private List<Long> swap(int swaps) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService load = Executors.newFixedThreadPool(LOADERS);
        List<Long> metaspace = new ArrayList<>();
        try (RiskRules rules = RiskRules.edited(risk -> mark(risk, 0))) {
            List<Future<Integer>> loaders = new ArrayList<>();
            for (int i = 0; i < LOADERS; i++) {
                loaders.add(load.submit(() -> judgeUntil(rules, done)));
            }
            for (int number = 1; number <= swaps; number++) {
                mark(rules.folder().resolve("risk"), number);
                assertThat(rules.library().reload().problems()).isEmpty();
                if (number % 50 == 0) {
                    System.gc();
                    metaspace.add(metaspaceUsed());
                }
            }
            done.set(true);
            for (Future<Integer> loader : loaders) {
                assertThat(loader.get()).isGreaterThan(swaps);
            }
        } finally {
            done.set(true);
            load.shutdownNow();
        }
        return metaspace;
    }

    /** Sizing and two gates each say their version; a decision in which they differ has mixed versions. */
    private static Integer judgeUntil(RiskRules rules, AtomicBoolean done) {
        Map<String, String> marks = new LinkedHashMap<>();
        int decisions = 0;
        while (!done.get()) {
            Decision decision = judge(rules).decision();
            List<String> said = new ArrayList<>();
            decision.sizing().keySet().stream().filter(name -> name.startsWith("size.cash-v"))
                    .forEach(name -> said.add(name.substring("size.cash-".length())));
            decision.checks().stream().map(Check::code).filter(code -> code.contains("-swap-"))
                    .forEach(code -> said.add(code.substring(code.lastIndexOf('-') + 1)));
            assertThat(said).as("decision %s", decision).hasSize(3);
            assertThat(said.stream().distinct()).as("decision %s", decision).hasSize(1);
            assertThat(marks.computeIfAbsent(decision.rulesVersion(), version -> said.get(0))).isEqualTo(said.get(0));
            decisions++;
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return decisions;
    }

    private static void mark(Path risk, int number) throws IOException {
        Path shipped = Path.of("rules/risk");
        String mode = Files.readString(shipped.resolve("mode.drl"));
        for (String name : List.of("first", "last")) {
            Files.writeString(risk.resolve(name + ".drl"), mode.replace("risk.mode", "risk." + name)
                    .replace("\"mode.sends-orders\"", "\"" + name + "-swap-v" + number + "\""));
        }
        Files.writeString(risk.resolve("sizing.drl"), Files.readString(shipped.resolve("sizing.drl"))
                .replace("\"size.cash\"", "\"size.cash-v" + number + "\""));
    }

    private static Verdict judge(RiskRules rules) {
        return new DeskScene().desk(POLICY, rules.gates()).judge(enter(BTC, "100", "95"), ACCOUNT, NOW_MS);
    }

    private static ReloadReport reloaded(RiskRules rules, Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new java.io.UncheckedIOException(unwritable);
        }
        return rules.library().reload();
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, Files.readString(file) + text);
    }

    private static long metaspaceUsed() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong(pool -> pool.getUsage().getUsed()).sum();
    }
}
