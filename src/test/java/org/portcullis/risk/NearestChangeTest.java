package org.portcullis.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.risk.DeskScene.ACCOUNT;
import static org.portcullis.risk.DeskScene.ADA;
import static org.portcullis.risk.DeskScene.BTC;
import static org.portcullis.risk.DeskScene.ETH;
import static org.portcullis.risk.DeskScene.NOW_MS;
import static org.portcullis.risk.DeskScene.SOL;
import static org.portcullis.risk.DeskScene.enter;
import static org.portcullis.risk.DeskScene.policy;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.risk.NearestChange.Change;
import org.portcullis.risk.Verdict.Outcome;
import org.portcullis.risk.domain.FactTree;
import org.portcullis.risk.domain.Situation;
import org.portcullis.strategy.Proposal;

/** What would have let a denied order pass, and that it does. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NearestChangeTest {

    private static final int DENIALS = Integer.getInteger("denials", 300);
    private static RiskRules rules;

    private final DeskScene scene = new DeskScene();

    @BeforeAll
    static void compile() {
        rules = RiskRules.shipped();
    }

    @AfterAll
    static void close() {
        rules.close();
    }

    @Test
    @DisplayName("D11: for random denials the change that is said to flip the verdict flips it when applied")
    void the_nearest_change_of_random_denials_flips_the_verdict() {
        long seed = Long.getLong("seed", 20261121L);
        Random random = new Random(seed);
        List<PolicyBook> policies = RiskDeskPropertyTest.policies(random);
        int flipped = 0;
        int single = 0;
        for (int denials = 0; denials < DENIALS; ) {
            DeskScene drawn = RiskDeskPropertyTest.scene(random);
            Proposal proposal = RiskDeskPropertyTest.draw(random, drawn);
            RiskDesk desk = drawn.desk(policies.get(random.nextInt(policies.size())), rules.gates());
            if (!(desk.judge(proposal, ACCOUNT, NOW_MS) instanceof Verdict.Denied denied)) {
                continue;
            }
            denials++;
            CaseFile file = Objects.requireNonNull(denied.decision().judgedOn());
            ChangeSearch.Found found = new ChangeSearch(rules.gates()).nearest(file);
            NearestChange nearest = found.change();
            int number = denials;
            Supplier<String> what = () -> "seed " + seed + " denial " + number + " " + denied + " " + nearest;
            assertThat(nearest.from()).as(what).isEqualTo(Outcome.DENIED);
            assertThat(differing(file, found.changed())).as(what).hasSizeLessThanOrEqualTo(nearest.changes().size());
            if (nearest.flips()) {
                Verdict again = new Rejudging(rules.gates()).verdict(found.changed());
                assertThat(again.outcome()).as(what).isEqualTo(nearest.to()).isNotEqualTo(Outcome.DENIED);
                flipped++;
                single += nearest.changes().size() == 1 ? 1 : 0;
            } else {
                assertThat(nearest.to()).as(what).isEqualTo(Outcome.DENIED);
                assertThat(nearest.changes()).as(what).isEmpty();
            }
        }
        assertThat(flipped).as("seed %s: denials for which a change was found", seed).isGreaterThan(DENIALS * 80 / 100);
        assertThat(single).as("seed %s: by a single value", seed).isGreaterThan(DENIALS / 5);
    }

    /** Values that differ between two records; a price that was not known counts as the one it is given. */
    private static List<String> differing(CaseFile before, CaseFile after) {
        List<String> differing = new ArrayList<>();
        Map<String, Object> old = new TreeMap<>();
        FactTree.leaves(before.situation()).forEach(leaf -> old.put(leaf.name(), leaf.value()));
        FactTree.leaves(after.situation()).stream().filter(leaf -> !leaf.value().equals(old.get(leaf.name())))
                .forEach(leaf -> differing.add(leaf.name().startsWith("price.") ? "price" : leaf.name()));
        if (!before.gating().equals(after.gating())) {
            differing.add("gating");
        }
        return differing.stream().distinct().toList();
    }

    @Test
    @DisplayName("D11: a single limit that stood in the way is named with the value that lets the order pass, no more")
    void a_single_limit_is_named_with_the_value_that_is_just_enough() {
        scene.hold(ETH, "1", "100").hold(SOL, "1", "100").hold(ADA, "1", "100");
        NearestChange nearest = nearest(judge("none"));
        assertThat(nearest.changes()).containsExactly(new Change("limits.positions-max", "positions.open", "3", "4"));
        assertThat(nearest.to()).isEqualTo(Outcome.APPROVED);
        assertThat(nearest.sentence()).isEqualTo("it would have been approved if limits.positions-max had been 4"
                + " instead of 3 (tried on the record under rules " + rules.base().version() + ")");
        scene.held.clear();
        scene.hold(BTC, "6", "600");
        Verdict denied = judge("none");
        assertThat(denied.reasons()).containsExactly(ReasonCode.EXPOSURE_ASSET_EXCEEDED, ReasonCode.BELOW_MINIMUM);
        Change change = nearest(denied).changes().get(0);
        assertThat(nearest(denied).changes()).containsExactly(change);
        assertThat(change.name()).isEqualTo("limits.exposure-asset-pct-max");
        long enoughE8 = FixedPoint.parse(change.to());
        CaseFile file = Objects.requireNonNull(denied.decision().judgedOn());
        assertThat(new Rejudging(rules.gates()).verdict(withAssetMax(file, enoughE8)).outcome())
                .isEqualTo(Outcome.APPROVED);
        assertThat(new Rejudging(rules.gates()).verdict(withAssetMax(file, enoughE8 - 1)).outcome())
                .as("one step less is not enough").isEqualTo(Outcome.DENIED);
    }

    private static CaseFile withAssetMax(CaseFile file, long e8) {
        Situation situation = (Situation) FactTree.with(file.situation(), List.of("limits", "exposureAssetPctMax",
                "e8"), e8);
        return new CaseFile(file.account(), situation, file.gating(), file.agreed(), file.sizingFacts(),
                file.judgingFacts(), file.policyHash());
    }

    @Test
    @DisplayName("D11: two things in the way are both named, and flags turn over")
    void two_things_in_the_way_are_both_named() {
        scene.killOn = true;
        scene.mode = Mode.DRY_RUN;
        NearestChange nearest = nearest(judge("none"));
        assertThat(nearest.changes()).containsExactlyInAnyOrder(new Change("kill-on", "kill.off", "yes", "no"),
                new Change("mode", "mode.sends-orders", "DRY_RUN", "PAPER"));
        assertThat(nearest.sentence()).startsWith("2 values must change: it would have been approved if ");
    }

    @Test
    void a_question_to_a_person_names_what_would_have_left_unasked() {
        Verdict asked = judge("all");
        assertThat(nearest(asked).from()).isEqualTo(Outcome.ASK_PERSON);
        assertThat(nearest(asked).changes())
                .containsExactly(new Change("gating.notional-max", "person.asked", "0", "500"));
        assertThat(new Explanation(asked).text(nearest(asked))).contains("  nearest change: it would have been approved"
                + " if gating.notional-max had been 500 instead of 0");
    }

    @Test
    void an_order_that_passed_needs_none_and_a_missing_rule_is_no_number() {
        Verdict approved = judge("none");
        assertThat(nearest(approved).changes()).isEmpty();
        assertThat(nearest(approved).sentence()).startsWith("none is needed");
        assertThat(new Explanation(approved).text(nearest(approved))).doesNotContain("nearest change");
        try (RiskRules edited = RiskRules.edited(risk -> Files.delete(risk.resolve("kill.drl")))) {
            Verdict denied = scene.desk(policy("order.gating", "none"), edited.gates())
                    .judge(enter(BTC, "100", "95"), ACCOUNT, NOW_MS);
            NearestChange none = new Explanation(denied).proof(edited.gates()).orElseThrow();
            assertThat(none.flips()).isFalse();
            assertThat(none.sentence()).startsWith("no change of the values that were compared");
            assertThat(new Explanation(denied).proof(rules.folder()).orElseThrow().from())
                    .as("under complete rules it passes").isEqualTo(Outcome.APPROVED);
        }
        scene.terms.clear();
        assertThat(new Explanation(judge("none")).proof(rules.gates())).as("no facts, no proof").isEmpty();
    }

    private Verdict judge(String gating) {
        return scene.desk(policy("order.gating", gating), rules.gates()).judge(enter(BTC, "100", "95"), ACCOUNT,
                NOW_MS);
    }

    private static NearestChange nearest(Verdict verdict) {
        return new Explanation(verdict).proof(rules.gates()).orElseThrow();
    }
}
