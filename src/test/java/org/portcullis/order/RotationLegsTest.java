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
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Side;
import org.portcullis.order.rotation.Rotation;
import org.portcullis.order.rotation.RotationState;
import org.portcullis.risk.ReasonCode;
import org.portcullis.risk.Verdict;
import org.portcullis.strategy.Proposal;

/** The two legs of a rotation: in order, once, expiring, compensated, over restarts; all parts real. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RotationLegsTest {

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
