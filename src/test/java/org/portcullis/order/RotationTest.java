package org.portcullis.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.order.rotation.Rotation;
import org.portcullis.order.rotation.RotationState;
import org.portcullis.risk.Check;
import org.portcullis.risk.Confidence;
import org.portcullis.risk.Explanation;
import org.portcullis.risk.ReasonCode;
import org.portcullis.risk.Verdict;
import org.portcullis.risk.rotation.PositionEntry;

/** The place of the weakest position for a better signal, on the real desk, store and workflow engine. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RotationTest {

    @TempDir
    Path home;

    private RotationScene scene;

    @BeforeEach
    void start() throws IOException {
        scene = new RotationScene(home, limits("rotation.enabled: true"));
    }

    private static String[] limits(String rotation) {
        return new String[] {rotation, "order.gating: none", "risk.exposure-total-pct-max: 100",
            "risk.exposure-theme-pct-max: 100", "risk.exposure-theme-other-pct-max: 100",
            "risk.exposure-theme-pct-ask: 100", "risk.exposure-net-pct-max: 100", "orders.value-max: 200",
            "risk.cooldown-after-stop: 0s"};
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    /** Three positions, AAA the weakest and in profit. */
    private void fullHouse() {
        scene.open("AAA", 0.60);
        scene.open("BBB", 0.70);
        scene.open("CCC", 0.80);
        scene.prices.put("AAA", "110");
    }

    private static Check check(Verdict verdict, String code) {
        return verdict.decision().checks().stream().filter(check -> check.code().equals(code)).findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("S1-17: a position keeps quantity, entry price, entry confidence, entry time and side, over a restart")
    void entries_are_kept() throws IOException {
        long atMs = scene.now.toEpochMilli();
        scene.open("AAA", 0.60);
        Quantity bought = scene.submitted.values().iterator().next().quantity();
        scene.restart();
        PositionEntry entry = scene.entries.open(RotationScene.ACCOUNT).get(0);
        assertThat(scene.entries.open(RotationScene.ACCOUNT)).hasSize(1);
        assertThat(entry.quantity()).isEqualTo(bought);
        assertThat(entry.entryPrice(100_000_000)).isEqualTo(Price.of("100"));
        assertThat(entry.confidence()).isEqualTo(Confidence.of("0.6"));
        assertThat(entry.enteredAtMs()).isEqualTo(atMs);
        assertThat(entry.side()).isEqualTo(Side.BUY);
        assertThat(entry.fees()).isEqualTo(Money.of("0.1"));
    }

    @Test
    @DisplayName("S1-20: while fewer than three positions are open a signal is executed at once, however sure it is")
    void with_room_a_signal_is_executed_at_once() {
        scene.open("AAA", 0.60);
        scene.open("BBB", 0.70);
        assertThat(scene.judge(scene.signal("CCC", 0.40)).outcome()).isEqualTo(Verdict.Outcome.APPROVED);
        assertThat(scene.rotations.newest(RotationScene.ACCOUNT, 10)).isEmpty();
    }

    @Test
    @DisplayName("S1-18 S1-21 S1-22 S1-23 S1-24: a better signal closes the weakest position and then opens its own")
    void a_better_signal_takes_the_place_of_the_weakest() {
        fullHouse();
        Verdict verdict = scene.judge(scene.signal("DDD", 0.75));
        assertThat(verdict.reasons()).containsExactly(ReasonCode.POSITIONS_FULL);
        assertThat(new Explanation(verdict).sentence()).contains("Rotation: AAA of momentum-core (confidence 0.6,")
                .contains("then DDD is judged again");
        scene.settle();
        assertThat(scene.working("AAA")).hasValueSatisfying(exit -> assertThat(exit.side()).isEqualTo(Side.SELL));
        assertThat(scene.working("DDD")).as("not before the place is free").isEmpty();
        scene.fill("AAA");
        assertThat(scene.held()).containsExactly("BBB", "CCC");
        assertThat(scene.rotation().state()).isEqualTo(RotationState.OPENING);
        assertThat(scene.working("DDD")).isPresent();
        scene.fill("DDD");
        Rotation rotation = scene.rotation();
        assertThat(scene.held()).containsExactly("BBB", "CCC", "DDD");
        assertThat(rotation.state()).isEqualTo(RotationState.ROTATED);
        assertThat(scene.runs(rotation)).isFalse();
        assertThat(scene.passed(rotation)).contains("EndEvent_PositionRotated");
        assertThat(scene.entries.find(RotationScene.ACCOUNT, new InstrumentId("AAA"), "momentum-core")).isEmpty();
        assertThat(scene.entries.find(RotationScene.ACCOUNT, new InstrumentId("DDD"), "momentum-core"))
                .hasValueSatisfying(entry -> assertThat(entry.confidence()).isEqualTo(Confidence.of("0.75")));
        assertThat(scene.audited("ROTATION_")).extracting(entry -> entry.substring(0, entry.indexOf(':')))
                .containsExactly("ROTATION_STARTED", "ROTATION_CLOSED", "ROTATION_DONE");
    }

    @Test
    @DisplayName("S1-18: a signal of exactly 0.55 rotates nothing")
    void a_signal_on_the_limit_rotates_nothing() {
        scene.open("AAA", 0.40);
        scene.open("BBB", 0.70);
        scene.open("CCC", 0.80);
        scene.prices.put("AAA", "110");
        Verdict verdict = scene.judge(scene.signal("DDD", 0.55));
        assertThat(verdict.reasons()).containsExactly(ReasonCode.POSITIONS_FULL, ReasonCode.ROTATION_SIGNAL_UNSURE);
        refused("rotation.confidence", verdict);
        assertThat(scene.judge(scene.signal("DDD", 0.55000001)).reasons()).containsExactly(ReasonCode.POSITIONS_FULL);
        assertThat(scene.rotations.newest(RotationScene.ACCOUNT, 10)).hasSize(1);
    }

    private void refused(String step, Verdict verdict) {
        Check check = check(verdict, step);
        assertThat(check.pass()).isFalse();
        assertThat(new Explanation(verdict).text()).contains("FAIL  " + step);
        scene.settle();
        assertThat(scene.rotations.newest(RotationScene.ACCOUNT, 10)).isEmpty();
        assertThat(scene.held()).containsExactly("AAA", "BBB", "CCC");
    }

    @Test
    @DisplayName("S1-22: a signal no surer than the weakest position was rotates nothing, both numbers are told")
    void a_signal_that_is_not_surer_rotates_nothing() {
        fullHouse();
        Verdict verdict = scene.judge(scene.signal("DDD", 0.60));
        assertThat(verdict.reasons()).containsExactly(ReasonCode.POSITIONS_FULL, ReasonCode.ROTATION_NOT_STRONGER);
        assertThat(check(verdict, "rotation.stronger").actualE8()).isEqualTo(60_000_000);
        assertThat(check(verdict, "rotation.stronger").limitE8()).isEqualTo(60_000_000);
        refused("rotation.stronger", verdict);
    }

    @Test
    @DisplayName("S1-23: a weakest position in profit only before fees stays, though a stronger one profits")
    void a_weakest_position_at_a_loss_stays() {
        fullHouse();
        scene.prices.put("AAA", "100.65");
        scene.prices.put("BBB", "150");
        Verdict verdict = scene.judge(scene.signal("DDD", 0.75));
        assertThat(verdict.reasons()).containsExactly(ReasonCode.POSITIONS_FULL, ReasonCode.ROTATION_AT_LOSS);
        assertThat(check(verdict, "rotation.profit").actualE8()).isNegative().isGreaterThan(-100_000_000L);
        refused("rotation.profit", verdict);
    }

    @Test
    @DisplayName("S1-19: an entry that another check refuses as well closes nothing")
    void an_entry_that_could_not_follow_closes_nothing() {
        fullHouse();
        scene.killOn = true;
        assertThat(scene.judge(scene.signal("DDD", 0.75)).reasons())
                .contains(ReasonCode.POSITIONS_FULL, ReasonCode.KILL_SWITCH_ON);
        scene.settle();
        assertThat(scene.rotations.newest(RotationScene.ACCOUNT, 10)).isEmpty();
    }

    @Test
    void where_the_policy_does_not_rotate_nothing_is_compared() throws IOException {
        try (RotationScene still = new RotationScene(home, limits("rotation.enabled: false"))) {
            still.open("AAA", 0.60);
            still.open("BBB", 0.70);
            still.open("CCC", 0.80);
            still.prices.put("AAA", "110");
            Verdict verdict = still.judge(still.signal("DDD", 0.75));
            assertThat(verdict.reasons()).containsExactly(ReasonCode.POSITIONS_FULL);
            assertThat(verdict.decision().checks()).noneMatch(check -> check.code().startsWith("rotation."));
            assertThat(still.rotations.newest(RotationScene.ACCOUNT, 10)).isEmpty();
        }
    }
}
