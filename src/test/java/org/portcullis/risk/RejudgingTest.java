package org.portcullis.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portcullis.risk.DeskScene.ACCOUNT;
import static org.portcullis.risk.DeskScene.NOW_MS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.route.Json;
import org.portcullis.engine.rules.RulesBroken;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Side;
import org.portcullis.risk.RuleImpact.Kind;
import org.portcullis.risk.adapter.store.Decisions;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Verdicts that are read back from the store are given again from the record alone. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RejudgingTest {

    private static final int VERDICTS = 10_000;
    private static final long SEED = Long.getLong("seed", 20261121L);
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Decisions BOOK = new Decisions(DATABASE.jdbc(), Json.shared(), event -> { });
    private static final List<Verdict> RECORDED = new ArrayList<>(VERDICTS);
    private static RiskRules shipped;
    private static int agreed;

    /** What a further gate might bring. */
    public record Extra(Money spent, Percent share, int orders, boolean open) {
    }

    @BeforeAll
    static void recordVerdicts() {
        shipped = RiskRules.shipped();
        Random random = new Random(SEED);
        List<Verdict> given = new ArrayList<>(VERDICTS);
        List<PolicyBook> policies = RiskDeskPropertyTest.policies(random);
        for (int number = 0; number < VERDICTS; number++) {
            DeskScene scene = RiskDeskPropertyTest.scene(random);
            Extra extra = new Extra(new Money(random.nextLong()), new Percent(random.nextLong()), random.nextInt(),
                    random.nextBoolean());
            scene.gates.add(subject -> List.of(extra));
            Proposal drawn = RiskDeskPropertyTest.draw(random, scene);
            Proposal proposal = DeskScene.proposal("p-" + number, drawn.intent(), drawn.side(), drawn.instrument(),
                    drawn.referencePriceE8(), drawn.stopPriceE8());
            RiskDesk desk = scene.desk(policies.get(random.nextInt(policies.size())), shipped.gates());
            Verdict verdict = desk.judge(proposal, ACCOUNT, NOW_MS + number / 3);
            given.add(verdict instanceof Verdict.AskPerson ? agreed(desk, verdict) : verdict);
        }
        DATABASE.transactions().executeWithoutResult(one -> given.forEach(verdict -> BOOK.insert(verdict, 0)));
    }

    private static Verdict agreed(RiskDesk desk, Verdict asked) {
        agreed++;
        return desk.recheck(asked.decision(), asked.decision().decidedAtMs());
    }

    @AfterAll
    static void close() {
        shipped.close();
    }

    @Test
    @DisplayName("SX-06: 10,000 recorded verdicts judged again under the same version: 0 differences")
    void recorded_verdicts_are_the_same_under_the_same_version() {
        Rejudging again = new Rejudging(shipped.gates());
        recorded().forEach(recorded -> {
            CaseFile file = recorded.decision().judgedOn();
            assertThat(file).as("seed %s, %s keeps its facts", SEED, recorded.decision().decisionId()).isNotNull();
            assertThat(file.judgingFacts()).hasAtLeastOneElementOfType(Extra.class);
            assertThat(again.verdict(file)).as("seed %s", SEED).isEqualTo(recorded);
        });
        assertThat(agreed).as("agreed sizes are among them").isPositive();
        RuleImpact impact = RuleImpact.of(readOnce(), Instant.EPOCH, shipped.gates());
        assertThat(impact.judged()).isEqualTo(VERDICTS);
        assertThat(impact.withoutFacts()).isZero();
        assertThat(impact.differences()).isEmpty();
        assertThat(impact.lines()).singleElement().asString().contains("10000 verdicts judged again")
                .endsWith("0 added, 0 removed, 0 changed");
    }

    @Test
    @DisplayName("SX-06: other rules add, remove and change recorded verdicts, and each difference is named")
    void other_rules_differ_where_they_must() {
        DecisionBook book = readOnce();
        try (RiskRules removed = RiskRules.edited(risk -> Files.delete(risk.resolve("kill.drl")))) {
            RuleImpact impact = RuleImpact.of(book, Instant.EPOCH, removed.gates());
            assertThat(impact.count(Kind.ADDED)).isZero();
            assertThat(impact.count(Kind.REMOVED)).isPositive();
            assertThat(impact.differences()).filteredOn(found -> found.kind() == Kind.REMOVED)
                    .allSatisfy(found -> assertThat(found.now().reasons())
                            .containsExactly(ReasonCode.CHECK_MISSING));
        }
        try (RiskRules looser = RiskRules.edited(risk -> replace(risk.resolve("mode.drl"),
                "$state.sendsOrders()", "$state.sendsOrders() || !$state.sendsOrders()"))) {
            RuleImpact impact = RuleImpact.of(book, Instant.EPOCH, looser.gates());
            assertThat(impact.count(Kind.ADDED)).isPositive();
            assertThat(impact.count(Kind.REMOVED)).isZero();
            assertThat(impact.differences()).allSatisfy(found -> assertThat(found.recorded().reasons())
                    .contains(ReasonCode.MODE_NOT_TRADING));
        }
        try (RiskRules smaller = RiskRules.edited(risk -> RiskRules.removeRule(risk.resolve("sizing.drl"),
                "risk.sizing.limit-to-trade-risk"))) {
            RuleImpact impact = RuleImpact.of(book, Instant.EPOCH, smaller.gates());
            assertThat(impact.differences()).as("a size that is too large is caught by the gates").isNotEmpty()
                    .allSatisfy(found -> assertThat(found.kind()).isNotEqualTo(Kind.ADDED));
        }
    }

    /** All that the store holds, read back from it once for all tests. */
    private static synchronized List<Verdict> recorded() {
        if (RECORDED.isEmpty()) {
            BOOK.eachSince(Instant.EPOCH, RECORDED::add);
            assertThat(RECORDED).hasSize(VERDICTS);
        }
        return RECORDED;
    }

    private static DecisionBook readOnce() {
        return new Decisions(DATABASE.jdbc(), Json.shared(), event -> { }) {
            @Override
            public void eachSince(Instant since, Consumer<Verdict> reader) {
                recorded().forEach(reader);
            }
        };
    }

    @Test
    void only_verdicts_since_a_time_are_read_and_the_edge_is_included() {
        long[] seen = new long[2];
        BOOK.eachSince(Instant.ofEpochMilli(NOW_MS + 3_300), verdict -> seen[0]++);
        BOOK.eachSince(Instant.ofEpochMilli(NOW_MS + VERDICTS), verdict -> seen[1]++);
        assertThat(seen).containsExactly(VERDICTS - 9_900, 0);
    }

    @Test
    void a_verdict_without_facts_is_counted_and_a_foreign_type_is_refused() {
        TestDatabase database = TestDatabase.fresh();
        Decisions book = new Decisions(database.jdbc(), Json.shared(), event -> { });
        DeskScene scene = new DeskScene();
        scene.terms.clear();
        book.insert(scene.desk(DeskScene.policy(), shipped.gates())
                .judge(DeskScene.enter(DeskScene.BTC, "100", "95"), ACCOUNT, NOW_MS), 0);
        RuleImpact impact = RuleImpact.of(book, Instant.EPOCH, shipped.gates());
        assertThat(impact.judged()).isZero();
        assertThat(impact.withoutFacts()).isEqualTo(1);
        DeskScene foreign = new DeskScene();
        foreign.gates.add(subject -> List.of(new Extra(Money.ZERO, new Percent(0), 0, true)));
        Verdict verdict = foreign.desk(DeskScene.policy(), shipped.gates())
                .judge(DeskScene.proposal("p-2", Intent.ENTER,
                        Side.BUY, DeskScene.BTC, 100_00000000L, 95_00000000L), ACCOUNT, NOW_MS);
        book.insert(verdict, 0);
        JdbcClient superuser = JdbcClient.create(database.superuser());
        superuser.sql("ALTER TABLE risk.decisions_log DISABLE TRIGGER USER").update();
        superuser.sql("""
                UPDATE risk.decisions_log SET judged_on = jsonb_set(judged_on, '{judging,0,type}', '"java.lang.String"')
                WHERE proposal_id = 'p-2'""").update();
        assertThatThrownBy(() -> book.find(verdict.decision().decisionId()))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("java.lang.String");
    }

    @Test
    void the_impact_of_a_folder_is_told_and_a_folder_that_does_not_compile_is_refused() throws IOException {
        Instant since = Instant.ofEpochMilli(NOW_MS + 3_300);
        assertThat(RuleImpact.of(BOOK, since, shipped.folder()).lines())
                .containsExactly("100 verdicts judged again under rules " + shipped.base().version()
                        + ": 0 added, 0 removed, 0 changed");
        try (RiskRules edited = RiskRules.edited(risk -> { })) {
            Files.writeString(edited.folder().resolve("risk/kill.drl"), "rule \"broken");
            assertThatThrownBy(() -> RuleImpact.of(BOOK, since, edited.folder())).isInstanceOf(RulesBroken.class)
                    .hasMessageContaining("kill.drl");
        }
        Path empty = Files.createTempDirectory("no-rules");
        assertThatThrownBy(() -> RuleImpact.of(BOOK, since, empty)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void replace(Path file, String from, String to) throws IOException {
        Files.writeString(file, Files.readString(file).replace(from, to));
    }
}
