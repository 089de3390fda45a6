package org.portcullis.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.rules.host.CompiledRules;
import org.portcullis.engine.rules.host.ProvenRules;
import org.portcullis.engine.rules.source.RuleFiles;
import org.portcullis.engine.rules.source.RuleFolder;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Side;
import samples.rules.Bar;
import samples.rules.Checks;
import samples.rules.Limits;
import samples.rules.Order;
import samples.rules.Proposal;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LateEngineTest {

    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static final String MOMENTUM = "strategy/momentum-core";

    @TempDir
    Path folder;
    @TempDir
    Path elsewhere;
    private RulesOnDisk disk;
    private Path cache;

    @BeforeEach
    void copySamples() {
        disk = RulesOnDisk.copyOf("good", folder);
        cache = elsewhere.resolve("cache");
    }

    private RuleOpening opening(@Nullable Path kept) {
        return RuleOpening.of(folder, RulesOnDisk.SANDBOX).remembering(kept);
    }

    private RuleLibrary open() {
        return RuleLibrary.open(opening(cache));
    }

    private static boolean hasEngine(RuleLibrary library, String base) {
        return ((CompiledRules) library.base(base)).hasEngine();
    }

    /** Two orders in one run are for the engine: it alone knows their order. */
    private static List<String> judged(RuleLibrary library) {
        Checks checks = new Checks();
        try (RuleRun run = library.base("risk").open(checks)) {
            run.insert(new Order(BTC, Side.BUY, Money.of("100")));
            run.insert(new Order(BTC, Side.BUY, Money.of("100.5")));
            run.insert(new Limits(Money.of("100"), 2));
            run.fire("risk.caps");
        }
        return checks.recorded().stream().sorted().toList();
    }

    private static List<Proposal> formed(RuleLibrary library) {
        try (TriggerSession session = library.base(MOMENTUM).ownedSession()) {
            session.insert(new Bar("BTCUSDT", 101, 100));
            session.fire("strategy.momentum_core.triggers");
            return List.copyOf(session.facts(Proposal.class));
        }
    }

    private List<Path> proofs() throws IOException {
        try (Stream<Path> files = Files.list(cache.resolve("rules"))) {
            return files.toList();
        }
    }

    @Test
    void the_engine_of_known_rules_is_compiled_when_it_is_needed_and_answers_the_same() {
        List<String> judged;
        List<Proposal> formed;
        String version;
        try (RuleLibrary first = open()) {
            assertThat(hasEngine(first, "risk")).isTrue();
            judged = judged(first);
            formed = formed(first);
            version = first.version();
        }
        try (RuleLibrary second = open()) {
            assertThat(hasEngine(second, "risk")).isFalse();
            assertThat(second.version()).isEqualTo(version);
            assertThat(formed(second)).isEqualTo(formed).isNotEmpty();
            assertThat(judged(second)).isEqualTo(judged).isNotEmpty();
            assertThat(hasEngine(second, "risk")).isTrue();
        }
    }

    @Test
    void rules_that_can_be_told_from_their_text_never_need_the_engine() {
        disk.rule("", "$bar : Bar( close > average )", "insert( new Proposal( $bar.symbol(), \"above\" ) );");
        open().close();
        try (RuleLibrary library = open(); RuleRun run = library.base("market").open(null)) {
            run.insert(new Bar("BTCUSDT", 101, 100));
            assertThat(run.fire("market.flags")).isEqualTo(1);
            assertThat(run.facts(Proposal.class)).hasSize(1);
            assertThat(hasEngine(library, "market")).isFalse();
        }
    }

    @Test
    void without_a_cache_everything_is_compiled_before_it_is_in_force() {
        open().close();
        try (RuleLibrary library = RuleLibrary.open(opening(null))) {
            assertThat(hasEngine(library, "risk")).isTrue();
        }
    }

    @Test
    void a_folder_with_one_other_character_is_compiled_and_the_others_are_not() throws IOException {
        open().close();
        Path caps = folder.resolve("risk/caps.drl");
        Files.writeString(caps, Files.readString(caps) + "\n");
        try (RuleLibrary library = open()) {
            assertThat(hasEngine(library, "risk")).isTrue();
            assertThat(hasEngine(library, MOMENTUM)).isFalse();
        }
    }

    @Test
    void another_sandbox_is_asked_anew() {
        open().close();
        RuleSandbox wider = RuleSandbox.allowing("samples.rules.", "org.portcullis.kernel.", "org.portcullis.market.");
        try (RuleLibrary library = RuleLibrary.open(RuleOpening.of(folder, wider).remembering(cache))) {
            assertThat(hasEngine(library, "risk")).isTrue();
        }
    }

    @Test
    void a_proof_that_is_cut_short_or_of_another_folder_is_not_believed() throws IOException {
        open().close();
        List<Path> kept = proofs();
        assertThat(kept).hasSize(2);
        Files.writeString(kept.get(0), Files.readString(kept.get(0)).substring(1));
        Files.copy(kept.get(0), kept.get(1), StandardCopyOption.REPLACE_EXISTING);
        try (RuleLibrary library = open()) {
            assertThat(hasEngine(library, "risk")).isTrue();
            assertThat(hasEngine(library, MOMENTUM)).isTrue();
        }
        try (RuleLibrary mended = open()) {
            assertThat(hasEngine(mended, "risk")).isFalse();
        }
    }

    @Test
    void proofs_that_others_may_write_are_not_believed() throws IOException {
        open().close();
        Files.setPosixFilePermissions(cache.resolve("rules"), PosixFilePermissions.fromString("rwxrwx---"));
        try (RuleLibrary library = open()) {
            assertThat(hasEngine(library, "risk")).isTrue();
        }
        Files.setPosixFilePermissions(cache.resolve("rules"), PosixFilePermissions.fromString("rwxr-x---"));
        try (RuleLibrary library = open()) {
            assertThat(hasEngine(library, "risk")).isFalse();
        }
    }

    @Test
    void a_cache_that_cannot_be_written_costs_time_only() throws IOException {
        Files.writeString(cache, "a file, not a folder");
        try (RuleLibrary library = open()) {
            assertThat(hasEngine(library, "risk")).isTrue();
            assertThat(judged(library)).isNotEmpty();
        }
    }

    @Test
    void no_more_than_256_proofs_are_kept() throws IOException {
        ProvenRules proven = ProvenRules.in(cache, LateEngineTest.class.getClassLoader(), RulesOnDisk.SANDBOX);
        IntStream.rangeClosed(1, 257).forEach(i -> proven.learn(
                new RuleFolder("risk" + i, List.of(), List.of())));
        try (Stream<Path> files = Files.list(cache)) {
            assertThat(files).hasSize(256);
        }
        assertThat(proven.knows(new RuleFolder("risk257", List.of(), List.of())))
                .isTrue();
    }

    /** Says of the rules that lie there now that they were compiled. */
    private void forge() {
        ProvenRules proven = ProvenRules.in(cache.resolve("rules"), RuleLibrary.class.getClassLoader(),
                RulesOnDisk.SANDBOX);
        new RuleFiles(folder, 1 << 20).read().values().forEach(proven::learn);
    }

    @Test
    void with_a_forged_proof_the_text_is_checked_all_the_same() {
        disk.rule("", "$bar : Bar()", "System.exit(1);");
        forge();
        assertThat(catchThrowableOfType(RulesBroken.class, () -> open().close()).problems()).isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.file()).isEqualTo("market/flags.drl"))
                .anySatisfy(problem -> assertThat(problem.message()).contains("System"));
    }

    @Test
    void with_a_forged_proof_what_does_not_compile_fails_every_run_that_needs_it() {
        disk.rule("", "$bar : Bar( close > 0 )\n$other : Bar( close < 0 )",
                "insert( new Proposal( $bar.simbol(), $bar.close() ) );");
        assertThatThrownBy(this::open).isInstanceOf(RulesBroken.class).hasMessageContaining("market/flags.drl");
        forge();
        try (RuleLibrary library = open()) {
            library.warmUp();
            assertThat(hasEngine(library, "risk")).isTrue();
            assertThat(hasEngine(library, "market")).isFalse();
            for (int i = 0; i < 2; i++) {
                try (RuleRun run = library.base("market").open(null)) {
                    run.insert(new Bar("BTCUSDT", 1, 1));
                    run.insert(new Bar("BTCUSDT", -1, 1));
                    assertThatThrownBy(() -> run.fire("market.flags")).isInstanceOf(RuleRunFailed.class)
                            .hasMessageContaining("market/flags.drl").hasMessageContaining("cannot be compiled");
                }
            }
        }
    }

    @Test
    void an_edit_of_rules_whose_engine_was_never_needed_is_compiled_before_it_is_in_force() throws IOException {
        open().close();
        try (RuleLibrary library = open()) {
            RuleBook before = library.base("risk");
            Path caps = folder.resolve("risk/caps.drl");
            String text = Files.readString(caps);
            Files.writeString(caps, text.replace("package", "pakage"));
            assertThat(library.reload().problems()).isNotEmpty();
            assertThat(library.base("risk")).isSameAs(before);
            Files.writeString(caps, text + "\n");
            assertThat(library.reload().problems()).isEmpty();
            assertThat(library.base("risk")).isNotSameAs(before);
            assertThat(hasEngine(library, "risk")).isTrue();
            assertThat(before.superseded()).isTrue();
        }
    }

    @Test
    void many_who_need_the_engine_at_once_get_the_same_answer() throws Exception {
        List<String> judged;
        try (RuleLibrary first = open()) {
            judged = judged(first);
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (RuleLibrary library = open()) {
            List<Future<List<String>>> answers = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> judged(library))).toList();
            for (Future<List<String>> answer : answers) {
                assertThat(answer.get()).isEqualTo(judged);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void only_the_folders_that_are_wanted_are_looked_at() {
        disk.write("strategy/broken/triggers.drl", "this is no rule");
        assertThatThrownBy(this::open).isInstanceOf(RulesBroken.class);
        try (RuleLibrary library = RuleLibrary.open(opening(null).only(Set.of("risk")))) {
            assertThat(library.folders()).containsExactly("risk");
            assertThat(library.reload().folders()).isEmpty();
            assertThat(judged(library)).isNotEmpty();
        }
        assertThat(catchThrowableOfType(RulesBroken.class,
                () -> RuleLibrary.open(opening(null).only(Set.of("risk", "strategy/gone"))).close()).problems())
                .singleElement().asString().contains("strategy/gone").contains("no such rule files");
    }
}
