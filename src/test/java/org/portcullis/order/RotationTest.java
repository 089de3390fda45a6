package org.portcullis.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
import org.portcullis.strategy.Proposal;

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

    @Test
    @DisplayName("S1-24: two better signals in one cycle take one place, not the same one twice")
    void two_better_signals_take_one_place() {
        fullHouse();
        scene.judge(scene.signal("DDD", 0.75));
        Verdict second = scene.judge(scene.signal("EEE", 0.90));
        assertThat(second.reasons()).containsExactly(ReasonCode.POSITIONS_FULL, ReasonCode.ROTATION_RUNNING);
        scene.settle();
        assertThat(scene.judge(scene.signal("EEE", 0.91)).reasons()).contains(ReasonCode.ROTATION_RUNNING);
        scene.fill("AAA");
        scene.fill("DDD");
        assertThat(scene.held()).containsExactly("BBB", "CCC", "DDD");
        assertThat(scene.rotations.newest(RotationScene.ACCOUNT, 10)).hasSize(1);
    }

    @Test
    @DisplayName("S1-24: the freed place belongs to the rotation's own entry, whoever comes between")
    void nobody_takes_the_freed_place() {
        fullHouse();
        scene.judge(scene.signal("DDD", 0.75));
        scene.settle();
        Order exit = scene.working("AAA").orElseThrow();
        // the exit is filled and the entry is on its way when another signal comes
        scene.desk.onReport(new OrderReport("fill-1", exit.clientOrderId(), OrderReport.Kind.FILLED, "venue-1",
                "fill-1", exit.remaining(), Price.of("110"), Money.of("0.1"), false, scene.now.toEpochMilli(), "said"));
        Verdict between = scene.judge(scene.signal("EEE", 0.90));
        assertThat(between.reasons()).containsExactly(ReasonCode.ROTATION_PLACE_TAKEN);
        scene.settle();
        scene.fill("DDD");
        assertThat(scene.held()).containsExactly("BBB", "CCC", "DDD");
    }

    @Test
    @DisplayName("S1-24: when the entry is denied the position stays closed, the place is free and it is audited")
    void a_denied_entry_is_compensated() {
        fullHouse();
        scene.judge(scene.signal("DDD", 0.75));
        scene.settle();
        scene.prices.put("DDD", "200");
        scene.fill("AAA");
        Rotation rotation = scene.rotation();
        assertThat(rotation.state()).isEqualTo(RotationState.NOT_OPENED);
        assertThat(rotation.why()).startsWith("PRICE_OUTSIDE");
        assertThat(scene.verdict(rotation.entryProposalId())).isPresent();
        assertThat(scene.audited("ROTATION_COMPENSATED")).singleElement().asString()
                .contains("AAA stays closed, DDD was not opened: PRICE_OUTSIDE");
        assertThat(scene.passed(rotation)).contains("Task_CompensateRotation", "EndEvent_PlaceFree");
        assertThat(scene.runs(rotation)).isFalse();
        assertThat(scene.held()).containsExactly("BBB", "CCC");
        assertThat(scene.judge(scene.signal("EEE", 0.40)).outcome()).as("the place is free")
                .isEqualTo(Verdict.Outcome.APPROVED);
    }

    @Test
    @DisplayName("S1-24: when the venue rejects the entry it is compensated as well")
    void a_rejected_entry_is_compensated() {
        fullHouse();
        scene.judge(scene.signal("DDD", 0.75));
        scene.settle();
        scene.fill("AAA");
        scene.report("DDD", OrderReport.Kind.REJECTED);
        assertThat(scene.rotation().state()).isEqualTo(RotationState.NOT_OPENED);
        assertThat(scene.rotation().why()).startsWith("REJECTED");
        assertThat(scene.held()).containsExactly("BBB", "CCC");
    }

    @Test
    @DisplayName("S1-24: when the exit is rejected nothing is opened and the position stays")
    void a_rejected_exit_ends_the_rotation() {
        fullHouse();
        scene.judge(scene.signal("DDD", 0.75));
        scene.settle();
        scene.report("AAA", OrderReport.Kind.REJECTED);
        Rotation rotation = scene.rotation();
        assertThat(rotation.state()).isEqualTo(RotationState.NOT_CLOSED);
        assertThat(scene.passed(rotation)).contains("Task_GiveUpRotation", "EndEvent_RotationGivenUp");
        assertThat(scene.working("DDD")).isEmpty();
        assertThat(scene.held()).containsExactly("AAA", "BBB", "CCC");
    }

    @Test
    @DisplayName("S1-24: an entry that has waited too long for its place expires, and the exit is called back")
    void a_waiting_entry_expires() {
        fullHouse();
        scene.judge(scene.signal("DDD", 0.75));
        scene.settle();
        String exit = scene.working("AAA").orElseThrow().clientOrderId().value();
        scene.wait(Duration.ofMinutes(5).minusMillis(1));
        assertThat(scene.rotation().state()).isEqualTo(RotationState.CLOSING);
        scene.wait(Duration.ofMillis(1));
        assertThat(scene.rotation().state()).isEqualTo(RotationState.EXPIRED);
        assertThat(scene.cancelled).contains(exit);
        scene.fill("AAA");
        assertThat(scene.working("DDD")).as("a late fill opens nothing").isEmpty();
        assertThat(scene.audited("ROTATION_LATE")).hasSize(1);
    }

    @Test
    @DisplayName("S1-24: an entry whose message was lost until it was too late is not judged any more")
    void an_entry_that_comes_too_late_is_not_judged() throws IOException {
        fullHouse();
        scene.judge(scene.signal("DDD", 0.75));
        scene.settle();
        Order exit = scene.working("AAA").orElseThrow();
        scene.desk.onReport(new OrderReport("fill-1", exit.clientOrderId(), OrderReport.Kind.FILLED, "venue-1",
                "fill-1", exit.remaining(), Price.of("110"), Money.of("0.1"), false, scene.now.toEpochMilli(), "said"));
        scene.now = scene.now.plus(Duration.ofMinutes(5));
        scene.restart();
        scene.settle();
        assertThat(scene.rotation().state()).isEqualTo(RotationState.NOT_OPENED);
        assertThat(scene.rotation().why()).isEqualTo("EXPIRED");
        assertThat(scene.passed(scene.rotation())).contains("BoundaryEvent_EntryTooLate", "EndEvent_PlaceFree");
        assertThat(scene.verdict(scene.rotation().entryProposalId())).isEmpty();
    }

    @Test
    @DisplayName("S1-24: a process killed before or between the legs goes on, even when its messages were lost")
    void a_restart_goes_on_between_the_legs() throws IOException {
        fullHouse();
        scene.judge(scene.signal("DDD", 0.75));
        scene.restart();
        scene.wait(Duration.ofSeconds(30));
        assertThat(scene.working("AAA")).as("asked for again after the message was lost").isPresent();
        scene.restart();
        Order exit = scene.working("AAA").orElseThrow();
        OrderReport fill = new OrderReport("fill-1", exit.clientOrderId(), OrderReport.Kind.FILLED, "venue-1",
                "fill-1", exit.remaining(), Price.of("110"), Money.of("0.1"), false, scene.now.toEpochMilli(), "said");
        scene.desk.onReport(fill);
        assertThat(scene.rotation().state()).isEqualTo(RotationState.OPENING);
        scene.restart();
        scene.desk.onReport(fill);
        scene.wait(Duration.ofSeconds(30));
        assertThat(scene.working("DDD")).isPresent();
        scene.restart();
        scene.fill("DDD");
        assertThat(scene.rotation().state()).isEqualTo(RotationState.ROTATED);
        assertThat(scene.held()).containsExactly("BBB", "CCC", "DDD");
        assertThat(scene.submitted.values()).filteredOn(order -> order.side() == Side.SELL).hasSize(1);
        assertThat(scene.submitted.values()).filteredOn(order -> order.instrument().value().equals("DDD")).hasSize(1);
    }

    @Test
    void messages_that_come_twice_rotate_once() {
        fullHouse();
        Proposal signal = scene.signal("DDD", 0.75);
        scene.judge(signal);
        scene.judge(signal);
        List<Object> once = List.copyOf(scene.sent);
        scene.settle();
        once.forEach(scene::hear);
        scene.settle();
        scene.fill("AAA");
        scene.fill("DDD");
        assertThat(scene.rotations.newest(RotationScene.ACCOUNT, 10)).hasSize(1);
        assertThat(scene.held()).containsExactly("BBB", "CCC", "DDD");
    }
}
