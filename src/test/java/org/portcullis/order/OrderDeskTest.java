package org.portcullis.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.workflow.Person;
import org.portcullis.engine.workflow.WaitingTask;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.order.Approvals.Outcome;
import org.portcullis.order.OrderReport.Kind;
import org.portcullis.risk.MandatoryCheck;
import org.portcullis.risk.Mode;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;

/** Walks every way through {@code OrderLifecycleProcess} on the real engine, database, rules and portfolio. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderDeskTest {

    private static final Person ADA = new Person("ada", Set.of("approver"));

    @TempDir
    static Path home;
    private static OrderScene scene;

    @BeforeAll
    static void open() throws Exception {
        scene = new OrderScene(home);
    }

    @AfterAll
    static void close() {
        scene.close();
    }

    /** Each test begins flat, without open orders and after every rest. */
    @BeforeEach
    void start_afresh() {
        scene.killOn = false;
        scene.mode = Mode.PAPER;
        scene.price.set("100");
        scene.settle();
        for (Order order : scene.desk.newest(100)) {
            if (!order.state().terminal()) {
                scene.report(order, Kind.CANCELED, "0");
            }
        }
        scene.database.jdbc().sql("UPDATE portfolio.positions SET quantity_e8 = 0, cost_e8 = 0, entry_fees_e8 = 0")
                .update();
        scene.database.jdbc().sql("UPDATE portfolio.accounts SET cash_e8 = initial_cash_e8, realised_e8 = 0").update();
        scene.wait(Duration.ofDays(1));
        scene.submitted.clear();
        scene.cancelled.clear();
        scene.audit.clear();
    }

    @Test
    @DisplayName("EndEvent_OrderFilled: judged, submitted, accepted, partly and then completely filled, booked")
    void an_order_walks_to_filled() {
        Order order = scene.smallOrder();
        assertThat(order.state()).isEqualTo(OrderState.NEW);
        assertThat(scene.submitted).isEmpty();
        scene.settle();
        SubmitOrder command = scene.command(order);
        assertThat(scene.seal.verify(command)).isTrue();
        assertThat(command.checks()).containsAll(MandatoryCheck.always(Intent.ENTER));
        assertThat(command.expiresAtMs()).isEqualTo(command.createdAtMs() + 300_000);
        scene.report(order, Kind.ACCEPTED, "0");
        assertThat(scene.now(order).state()).isEqualTo(OrderState.OPEN);
        scene.report(order, Kind.FILLED, "1");
        assertThat(scene.now(order).state()).isEqualTo(OrderState.PARTIAL_FILL);
        scene.report(order, Kind.FILLED, order.quantity().minus(Quantity.of("1")).toString());
        assertThat(scene.now(order).state()).isEqualTo(OrderState.FILLED);
        assertThat(scene.now(order).filled()).isEqualTo(order.quantity());
        assertThat(scene.now(order).fees()).isEqualTo(Money.of("0.2"));
        assertThat(scene.passed(order))
                .endsWith("BoundaryEvent_OrderEnded", "Gateway_EndState", "EndEvent_OrderFilled");
        assertThat(scene.workflow.running(order.clientOrderId().value())).isFalse();
        assertThat(scene.desk.transitions(order.clientOrderId())).extracting(OrderTransition::to)
                .containsExactly(OrderState.NEW, OrderState.OPEN, OrderState.PARTIAL_FILL, OrderState.FILLED);
        assertThat(scene.audit).containsExactly("DECISION_APPROVED by desk", "ORDER_CREATED by desk",
                "ORDER_SUBMITTED by workflow", "ORDER_OPEN by venue", "ORDER_PARTIAL_FILL by venue",
                        "ORDER_FILLED by venue");
        scene.database.transactions().executeWithoutResult(status ->
                assertThat(scene.portfolio.lockAndRead(OrderScene.ACCOUNT).held()).singleElement()
                        .satisfies(held -> assertThat(held.quantity()).isEqualTo(order.quantity())));
    }

    @Test
    @DisplayName("S2-REQ-X1: redelivery of any message changes nothing, and an order's id is made of what it is")
    void redelivery_changes_nothing() {
        Proposal proposal = scene.proposal(Intent.ENTER, Side.BUY, "30");
        Order order = scene.order(proposal);
        assertThat(order.clientOrderId().value()).matches("[0-9a-f]{32}");
        scene.desk.onProposal(proposal, 1_000);
        scene.pump.pump(scene.now);
        OrderStep step = scene.steps.remove(0);
        scene.desk.onStep(step);
        scene.report(order, Kind.ACCEPTED, "0");
        scene.report(order, Kind.FILLED, "1");
        Map<String, Long> before = scene.rows();
        scene.desk.onProposal(proposal, 1_000);
        scene.desk.onStep(step);
        scene.report(order, Kind.FILLED, "1");
        scene.report(order, Kind.ACCEPTED, "0");
        assertThat(scene.rows()).isEqualTo(before);
        assertThat(scene.submitted).hasSize(1);
    }

    @Test
    void a_step_that_comes_again_before_the_venue_spoke_sends_the_same_command_under_another_message_id() {
        Order order = scene.smallOrder();
        scene.pump.pump(scene.now);
        OrderStep step = scene.steps.remove(0);
        scene.desk.onStep(step);
        scene.desk.onStep(step);
        assertThat(scene.submitted).hasSize(2);
        assertThat(Set.copyOf(scene.submitted.values())).containsExactly(scene.command(order));
    }

    @Test
    void verdict_order_and_workflow_are_kept_together_or_not_at_all() {
        Proposal proposal = scene.proposal(Intent.ENTER, Side.BUY, "30");
        Map<String, Long> before = scene.rows();
        scene.eventsFail = true;
        try {
            assertThatThrownBy(() -> scene.desk.onProposal(proposal, 0)).hasMessage("a listener failed");
        } finally {
            scene.eventsFail = false;
        }
        scene.audit.clear();
        before.put("audit", 0L);
        assertThat(scene.rows()).isEqualTo(before);
        assertThat(scene.order(proposal).state()).isEqualTo(OrderState.NEW);
    }

    @Test
    void an_approved_order_is_judged_again_and_leaves_with_the_approvers_name() {
        Order order = scene.largeOrder();
        scene.settle();
        assertThat(scene.left(order.clientOrderId())).isFalse();
        assertThat(scene.approvals.waiting()).singleElement()
                .satisfies(waiting -> assertThat(waiting.order().clientOrderId()).isEqualTo(order.clientOrderId()));
        assertThat(scene.approvals.approve(order.clientOrderId(), new Person("vic", Set.of("viewer", "camunda-admin"))))
                .isEqualTo(Outcome.NOT_PERMITTED);
        assertThat(scene.approvals.approve(order.clientOrderId(), ADA)).isEqualTo(Outcome.TAKEN);
        assertThat(scene.approvals.approve(order.clientOrderId(), ADA)).isEqualTo(Outcome.NOT_WAITING);
        scene.settle();
        assertThat(scene.now(order).approvedBy()).isEqualTo("ada");
        assertThat(scene.left(order.clientOrderId())).isTrue();
        scene.report(order, Kind.FILLED, order.quantity().toString());
        assertThat(scene.passed(order))
                .contains("Task_ApproveOrder", "Gateway_ApproverAgrees", "Task_SubmitOrder", "EndEvent_OrderFilled");
    }

    @Test
    @DisplayName("EndEvent_OrderCanceled: a person declines, and the reason is kept")
    void a_declined_order_is_canceled_and_never_leaves() {
        Order order = scene.largeOrder();
        assertThat(scene.approvals.decline(order.clientOrderId(), ADA, "too much of it")).isEqualTo(Outcome.TAKEN);
        scene.settle();
        assertThat(scene.now(order).state()).isEqualTo(OrderState.CANCELED);
        assertThat(scene.now(order).reason()).isEqualTo("DECLINED");
        assertThat(scene.desk.transitions(order.clientOrderId()).get(1)).satisfies(change -> {
            assertThat(change.actor()).isEqualTo("ada");
            assertThat(change.cause()).isEqualTo("DECLINE: too much of it");
        });
        assertThat(scene.left(order.clientOrderId())).isFalse();
        assertThat(scene.passed(order)).contains("Task_DeclineOrder").endsWith("EndEvent_OrderCanceled");
    }

    @Test
    @DisplayName("EndEvent_OrderExpired: the approval does not come in time; a millisecond before, it still counts")
    void a_late_approval_expires_the_order() {
        Order inTime = scene.largeOrder();
        scene.wait(Duration.ofMinutes(5).minusMillis(1));
        assertThat(scene.approvals.approve(inTime.clientOrderId(), ADA)).isEqualTo(Outcome.TAKEN);
        scene.settle();
        assertThat(scene.left(inTime.clientOrderId())).isTrue();
        scene.report(inTime, Kind.CANCELED, "0");
        Order late = scene.largeOrder();
        scene.now = scene.now.plus(Duration.ofMinutes(5));
        assertThat(scene.approvals.approve(late.clientOrderId(), ADA)).isEqualTo(Outcome.LATE);
        scene.settle();
        assertThat(scene.now(late).state()).isEqualTo(OrderState.EXPIRED);
        assertThat(scene.passed(late)).contains("BoundaryEvent_ApprovalLate", "Task_ExpireOrder")
                .endsWith("EndEvent_OrderExpired");
        assertThat(scene.approvals.approve(late.clientOrderId(), ADA)).isEqualTo(Outcome.NOT_WAITING);
    }

    @Test
    void an_administrator_of_the_workflow_engine_cannot_approve_on_a_side_path() {
        Order order = scene.largeOrder();
        WaitingTask task = scene.workflow.waitingTask("Task_ApproveOrder", order.clientOrderId().value()).orElseThrow();
        TaskService tasks = scene.engine.engine().getTaskService();
        assertThatThrownBy(() -> tasks.complete(task.taskId(), Map.of("approved", true)))
                .hasMessageContaining("only an approver");
        assertThat(scene.workflow.waitingTask("Task_ApproveOrder", order.clientOrderId().value())).isPresent();
    }

    @Test
    void an_approved_order_that_no_longer_passes_is_canceled_with_the_reason() {
        Order order = scene.largeOrder();
        scene.approvals.approve(order.clientOrderId(), ADA);
        scene.database.jdbc().sql("UPDATE portfolio.accounts SET cash_e8 = 100000000").update();
        scene.settle();
        assertThat(scene.now(order).state()).isEqualTo(OrderState.CANCELED);
        assertThat(scene.now(order).reason()).isNotNull().matches("[A-Z_]+");
        assertThat(scene.left(order.clientOrderId())).isFalse();
    }

    @Test
    @DisplayName("EndEvent_OrderRejected and EndEvent_OrderFailed rest the symbol (S1-25)")
    void a_rejected_and_a_failed_order_end_and_rest_the_symbol() {
        for (Kind kind : List.of(Kind.REJECTED, Kind.FAILED)) {
            Order order = scene.smallOrder();
            scene.settle();
            scene.report(order, kind, "0");
            assertThat(scene.now(order).state().name()).isEqualTo(kind.name());
            String end = kind == Kind.REJECTED ? "EndEvent_OrderRejected" : "EndEvent_OrderFailed";
            assertThat(scene.passed(order)).endsWith(end);
            assertThatThrownBy(scene::smallOrder).hasMessageContaining("COOLING_DOWN");
            scene.wait(Duration.ofMinutes(2));
        }
    }

    @Test
    void a_stale_order_is_cancelled_at_the_venue_and_asked_again_until_it_ends() {
        Order order = scene.smallOrder();
        scene.settle();
        scene.report(order, Kind.ACCEPTED, "0");
        scene.wait(Duration.ofMinutes(3).minusMillis(1));
        assertThat(scene.cancelled).isEmpty();
        scene.wait(Duration.ofMillis(1));
        assertThat(scene.cancelled).hasSize(1);
        scene.wait(Duration.ofMinutes(3));
        assertThat(scene.cancelled).hasSize(2);
        scene.report(order, Kind.CANCELED, "0");
        assertThat(scene.passed(order)).contains("IntermediateEvent_OrderStale", "Task_CancelStaleOrder")
                .endsWith("EndEvent_OrderCanceled");
        scene.report(order, Kind.FILLED, "1");
        assertThat(scene.now(order).state()).isEqualTo(OrderState.CANCELED);
        assertThat(scene.now(order).filled()).as("a late fill is true").isEqualTo(Quantity.of("1"));
        scene.report(order, Kind.FILLED, order.quantity().toString());
        assertThat(scene.now(order).filled()).as("an overfill is refused").isEqualTo(Quantity.of("1"));
        assertThat(scene.audit).contains("REPORT_REFUSED by venue");
    }

    @Test
    void the_kill_switch_ends_orders_that_have_not_left_and_asks_the_venue_for_the_others() {
        Order atVenue = scene.smallOrder();
        scene.settle();
        Order waiting = scene.smallOrder();
        scene.killOn = true;
        scene.settle();
        assertThat(scene.now(waiting).reason()).isEqualTo("KILL_SWITCH_ON");
        assertThat(scene.left(waiting.clientOrderId())).isFalse();
        assertThat(scene.desk.cancelAll(OrderScene.ACCOUNT, "kill", "ada")).isEqualTo(1);
        scene.settle();
        assertThat(scene.cancelled.values()).singleElement()
                .satisfies(cancel -> assertThat(cancel.clientOrderId()).isEqualTo(atVenue.clientOrderId()));
    }

    @Test
    void a_report_about_an_order_that_is_not_ours_is_kept_and_said() {
        scene.desk.onReport(new OrderReport("alien", new ClientOrderId("alien"), Kind.CANCELED, null, null,
                Quantity.ZERO,
                new org.portcullis.kernel.Price(0), Money.ZERO, false, scene.now.toEpochMilli(), "?"));
        assertThat(scene.audit).containsExactly("ORDER_UNKNOWN by venue");
    }
}
