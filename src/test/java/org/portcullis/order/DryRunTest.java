package org.portcullis.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.kernel.Side;
import org.portcullis.risk.Mode;
import org.portcullis.strategy.Intent;

/** The lowest mode with the real desk, store and workflow: everything is decided and nothing leaves. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DryRunTest {

    @TempDir
    static Path home;

    private static OrderScene scene;

    @BeforeAll
    static void open() throws IOException {
        scene = new OrderScene(home);
    }

    @AfterAll
    static void close() {
        scene.close();
    }

    @BeforeEach
    void in_paper() {
        scene.mode = Mode.PAPER;
    }

    @Test
    @DisplayName("S2-REQ-M1 S2-G1: in DRY_RUN an order that all else would let go ends at once as not sent, "
            + "without workflow or command")
    void a_dry_run_keeps_what_would_have_left_and_sends_nothing() {
        scene.mode = Mode.DRY_RUN;
        Map<String, Long> before = scene.rows();
        Order order = scene.smallOrder();
        assertThat(order.state()).isEqualTo(OrderState.CANCELED);
        assertThat(order.reason()).isEqualTo("not sent: DRY_RUN");
        assertThat(order.quantity().isZero()).isFalse();
        assertThat(order.endedAtMs()).isEqualTo(order.createdAtMs());
        scene.settle();
        assertThat(scene.left(order.clientOrderId())).isFalse();
        assertThat(scene.cancelled).isEmpty();
        assertThat(scene.rows().get("camunda.act_hi_procinst")).isEqualTo(before.get("camunda.act_hi_procinst"));
        assertThat(scene.desk.transitions(order.clientOrderId())).extracting(OrderTransition::to)
                .containsExactly(OrderState.NEW, OrderState.CANCELED);
        assertThat(scene.audit).contains("ORDER_CANCELED by desk");
    }

    @Test
    @DisplayName("S2-REQ-M1: in DRY_RUN an order that something else denies is only decided")
    void a_dry_run_orders_nothing_that_is_denied() {
        scene.mode = Mode.DRY_RUN;
        scene.killOn = true;
        Map<String, Long> before = scene.rows();
        scene.desk.onProposal(scene.proposal(Intent.ENTER, Side.BUY, "30"), 0);
        scene.killOn = false;
        assertThat(scene.rows().get("risk.decisions_log")).isEqualTo(before.get("risk.decisions_log") + 1);
        assertThat(scene.rows().get("orders.orders")).isEqualTo(before.get("orders.orders"));
    }

    @Test
    @DisplayName("S2-G1: an order of another mode that a restart in DRY_RUN finds does not leave")
    void a_waiting_order_does_not_leave_after_a_change_to_dry_run() {
        Order order = scene.smallOrder();
        scene.mode = Mode.DRY_RUN;
        scene.settle();
        assertThat(scene.left(order.clientOrderId())).isFalse();
        assertThat(scene.now(order).state()).isEqualTo(OrderState.CANCELED);
        assertThat(scene.now(order).reason()).isEqualTo("not sent: DRY_RUN");
    }
}
