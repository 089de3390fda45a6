package org.portcullis.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.workflow.Person;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.order.CancelOrder;
import org.portcullis.order.Order;
import org.portcullis.order.OrderReport;
import org.portcullis.order.OrderState;
import org.portcullis.order.SubmitOrder.Type;
import org.portcullis.portfolio.ReconcileRun.Outcome;
import org.portcullis.portfolio.ReconcileRun.Trigger;
import org.portcullis.portfolio.Reconciliation.AnswerOutcome;
import org.portcullis.risk.ReconcileView.Books;
import org.portcullis.venue.Commands;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReconciliationTest {

    @TempDir
    Path home;

    private ReconcileScene scene;

    @BeforeEach
    void begin() throws Exception {
        scene = new ReconcileScene(home);
        scene.bar();
    }

    @AfterEach
    void end() {
        scene.close();
    }

    @Test
    @DisplayName("SX-01: nothing is opened before the first comparison, and a clean first start is clean at once")
    void a_clean_first_start_is_clean_at_once() {
        assertThat(scene.buy("p1")).isEmpty();
        assertThat(scene.reasons()).contains("RECONCILE_OPEN");
        assertThat(scene.run(Trigger.BOOT).outcome()).isEqualTo(Outcome.AGREED);
        assertThat(scene.reconciliation.books()).isEqualTo(new Books(true, 0));
        assertThat(scene.buy("p2")).isPresent();
    }

    @Test
    @DisplayName("S2-OM6, S2-ST3: a fill that was never heard of is booked before exposure counts; its report changes "
            + "nothing when it comes after all")
    void a_missed_fill_is_booked_as_if_it_had_been_reported() {
        scene.run(Trigger.BOOT);
        Order order = scene.buy("p1").orElseThrow();
        scene.bar();
        scene.restart();
        ReconcileRun run = scene.run(Trigger.BOOT);
        assertThat(run.outcome()).isEqualTo(Outcome.AGREED);
        assertThat(run.missed()).isEqualTo(1);
        assertThat(state(order)).isEqualTo(OrderState.FILLED);
        assertThat(scene.count("portfolio.fills_log")).isEqualTo(1);
        long transitions = scene.count("orders.transitions_log");
        scene.hearAll();
        assertThat(scene.count("portfolio.fills_log")).isEqualTo(1);
        assertThat(scene.count("orders.transitions_log")).isEqualTo(transitions);
        assertThat(scene.run(Trigger.ON_DEMAND)).extracting(ReconcileRun::outcome, ReconcileRun::missed)
                .containsExactly(Outcome.AGREED, 0);
    }

    @Test
    @DisplayName("S0-08: a position that only the venue has keeps entries off until a risk officer adopts it")
    void an_unknown_fill_waits_for_a_person() {
        foreignFill("stranger", "2");
        assertThat(scene.run(Trigger.BOOT).outcome()).isEqualTo(Outcome.DIFFERED);
        assertThat(scene.reconciliation.openCases()).singleElement().satisfies(found -> {
            assertThat(found.difference().kind()).isEqualTo(DifferenceKind.UNKNOWN_FILL);
            assertThat(found.difference().quantityE8()).isEqualTo(Quantity.of("2").e8());
        });
        assertThat(scene.buy("p1")).isEmpty();
        assertThat(scene.reasons()).contains("RECONCILE_OPEN");
        assertThat(scene.run(Trigger.PERIODIC).opened()).isZero();
        assertThat(scene.reconciliation.answer(scene.reconciliation.openCases().get(0).caseId(),
                new Person("adam", Set.of("trader")), CaseAnswer.ADOPT, "mine")).isEqualTo(AnswerOutcome.NOT_PERMITTED);
        assertThat(scene.answer(CaseAnswer.WRITE_OFF)).isEqualTo(AnswerOutcome.DOES_NOT_FIT);
        assertThat(scene.answer(CaseAnswer.ADOPT)).isEqualTo(AnswerOutcome.TAKEN);
        assertThat(scene.reconciliation.books()).isEqualTo(new Books(true, 0));
        assertThat(held()).isEqualTo(Map.of("unassigned", Quantity.of("2")));
        assertThat(scene.run(Trigger.ON_DEMAND).outcome()).isEqualTo(Outcome.AGREED);
        assertThat(scene.audit).contains("RECONCILE_CASE by reconcile", "RECONCILE_ADOPT by olga");
    }

    @Test
    @DisplayName("S0-08: a fill that only our ledger has is taken back at its own price")
    void a_phantom_fill_is_reversed() {
        scene.run(Trigger.BOOT);
        scene.buy("p1").orElseThrow();
        scene.bar();
        scene.hearAll();
        Money before = conserved();
        scene.change("""
                INSERT INTO portfolio.fills_log SELECT venue, 'ghost', client_order_id, account, instrument, strategy,
                    side, 100000000, 10000000000, 0, maker, 0, at FROM portfolio.fills_log""");
        scene.change("UPDATE portfolio.positions SET quantity_e8 = quantity_e8 + 100000000, "
                + "cost_e8 = cost_e8 + 10000000000");
        scene.change("UPDATE portfolio.accounts SET cash_e8 = cash_e8 - 10000000000");
        scene.run(Trigger.ON_DEMAND);
        assertThat(kinds()).containsExactly(DifferenceKind.PHANTOM_FILL);
        assertThat(scene.reconciliation.books().clean()).isFalse();
        scene.answer(CaseAnswer.ADOPT);
        assertThat(scene.run(Trigger.ON_DEMAND).outcome()).isEqualTo(Outcome.AGREED);
        assertThat(conserved()).isEqualTo(before);
    }

    @Test
    @DisplayName("S0-08: quantities and cash that no fill explains are adopted as the venue has them")
    void drifts_are_adopted() {
        scene.run(Trigger.BOOT);
        scene.buy("p1").orElseThrow();
        scene.bar();
        scene.hearAll();
        Map<String, Quantity> right = held();
        scene.change("UPDATE portfolio.positions SET quantity_e8 = quantity_e8 + 700000");
        scene.change("UPDATE portfolio.accounts SET cash_e8 = cash_e8 - 5, realised_e8 = realised_e8 - 5");
        scene.run(Trigger.PERIODIC);
        assertThat(kinds()).containsExactlyInAnyOrder(DifferenceKind.POSITION_DRIFT, DifferenceKind.CASH_DRIFT);
        scene.answer(CaseAnswer.ADOPT);
        scene.answer(CaseAnswer.ADOPT);
        assertThat(held()).isEqualTo(right);
        assertThat(scene.cashFound).containsExactly(new Money(5));
        assertThat(scene.run(Trigger.ON_DEMAND).outcome()).isEqualTo(Outcome.AGREED);
        conserved();
    }

    @Test
    @DisplayName("S0-08: an order that only the venue works is cancelled there when it is written off")
    void an_orphan_order_is_written_off() {
        scene.run(Trigger.BOOT);
        scene.venue.place(Commands.submit("orphan", Side.BUY, Type.LIMIT, "1", "50", 0));
        scene.run(Trigger.PERIODIC);
        assertThat(kinds()).containsExactly(DifferenceKind.ORPHAN_ORDER);
        scene.answer(CaseAnswer.WRITE_OFF);
        assertThat(scene.sent).singleElement().isInstanceOfSatisfying(CancelOrder.class,
                cancel -> assertThat(cancel.clientOrderId().value()).isEqualTo("orphan"));
        assertThat(scene.reconciliation.books().clean()).isTrue();
    }

    @Test
    @DisplayName("S0-08: an order that the venue does not know ends here when its loss is adopted")
    void a_lost_order_ends() {
        scene.run(Trigger.BOOT);
        Order order = scene.buy("p1").orElseThrow();
        scene.hearAll();
        scene.source = snapshots(new VenueSnapshot(new TreeMap<>(), Money.ZERO, List.of(), List.of(), Map.of(),
                List.of()));
        scene.run(Trigger.PERIODIC);
        assertThat(kinds()).containsExactly(DifferenceKind.LOST_ORDER);
        scene.answer(CaseAnswer.ADOPT);
        scene.desk.onReport((OrderReport) scene.sent.remove(0));
        assertThat(state(order)).isEqualTo(OrderState.CANCELED);
    }

    @Test
    @DisplayName("S2-D4: a partial snapshot ends the comparison before anything is changed")
    void a_partial_snapshot_concludes_nothing() {
        scene.run(Trigger.BOOT);
        scene.buy("p1").orElseThrow();
        scene.bar();
        VenueSnapshotSource whole = scene.source;
        VenueSnapshot all = whole.snapshot(0, Long.MAX_VALUE, List.of());
        scene.source = snapshots(new VenueSnapshot(all.positionsE8(), all.netCash(), all.fills(), all.working(),
                all.reports(), List.of("balances")));
        for (int aborted = 1; aborted <= 3; aborted++) {
            ReconcileRun run = scene.run(Trigger.ON_DEMAND);
            assertThat(run.outcome()).isEqualTo(Outcome.ABORTED);
            assertThat(run.text()).contains("balances");
            assertThat(scene.count("portfolio.fills_log")).isZero();
            assertThat(scene.reconciliation.books().clean()).as("after %s", aborted).isEqualTo(aborted <= 2);
        }
        scene.source = whole;
        assertThat(scene.run(Trigger.ON_DEMAND).outcome()).isEqualTo(Outcome.AGREED);
        assertThat(scene.reconciliation.books().clean()).isTrue();
    }

    @Test
    void a_venue_that_does_not_answer_at_the_start_keeps_entries_off() {
        scene.source = snapshots(null);
        assertThat(scene.run(Trigger.BOOT).outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(scene.reconciliation.books().clean()).isFalse();
        assertThat(scene.buy("p1")).isEmpty();
    }

    @Test
    void a_difference_that_is_ignored_does_not_come_up_again_and_one_that_goes_away_ends_its_case() {
        foreignFill("stranger", "1");
        scene.run(Trigger.BOOT);
        scene.answer(CaseAnswer.IGNORE);
        assertThat(scene.run(Trigger.ON_DEMAND)).extracting(ReconcileRun::found, ReconcileRun::opened)
                .containsExactly(1, 0);
        assertThat(scene.reconciliation.books()).isEqualTo(new Books(true, 0));
        scene.change("UPDATE portfolio.accounts SET cash_e8 = cash_e8 + 9, realised_e8 = realised_e8 + 9");
        scene.run(Trigger.PERIODIC);
        assertThat(scene.reconciliation.books()).isEqualTo(new Books(false, 1));
        scene.change("UPDATE portfolio.accounts SET cash_e8 = cash_e8 - 9, realised_e8 = realised_e8 - 9");
        scene.run(Trigger.PERIODIC);
        assertThat(scene.reconciliation.books()).isEqualTo(new Books(true, 0));
        assertThat(scene.engine.engine().getRuntimeService().createProcessInstanceQuery()
                .processDefinitionKey("ReconcileCaseProcess").count()).isZero();
    }

    @Test
    void a_restart_in_the_middle_finds_the_same_case_and_its_answer_is_applied_once() {
        foreignFill("stranger", "1");
        scene.run(Trigger.BOOT);
        String caseId = scene.reconciliation.openCases().get(0).caseId();
        scene.reconciliation.answer(caseId, ReconcileScene.OFFICER, CaseAnswer.ADOPT, "looked at it");
        scene.restart();
        assertThat(scene.reconciliation.run(Trigger.BOOT).opened()).isZero();
        assertThat(scene.reconciliation.books()).isEqualTo(new Books(false, 1));
        scene.settle();
        assertThat(scene.reconciliation.books()).isEqualTo(new Books(true, 0));
        assertThat(scene.count("portfolio.fills_log")).isEqualTo(1);
    }

    @Test
    @DisplayName("S1-13: the venue is asked once every quarter of an hour of event time")
    void it_compares_every_quarter_of_an_hour() {
        for (int minute = 1; minute <= 60; minute++) {
            scene.bar();
            scene.reconciliation.tick();
        }
        assertThat(scene.reconciliation.runs(10)).hasSize(4).allSatisfy(run -> {
            assertThat(run.trigger()).isEqualTo(Trigger.PERIODIC);
            assertThat(run.outcome()).isEqualTo(Outcome.AGREED);
        });
    }

    private void foreignFill(String order, String quantity) {
        scene.venue.place(Commands.submit(order, Side.BUY, Type.MARKET, quantity, "0", 0));
        scene.bar();
    }

    private OrderState state(Order order) {
        return scene.desk.find(order.clientOrderId()).orElseThrow().state();
    }

    private List<DifferenceKind> kinds() {
        return scene.reconciliation.openCases().stream().map(found -> found.difference().kind()).toList();
    }

    private Map<String, Quantity> held() {
        Map<String, Quantity> held = new TreeMap<>();
        scene.database.transactions().executeWithoutResult(status -> scene.portfolio
                .lockAndRead(ReconcileScene.ACCOUNT).held().forEach(one -> held.put(one.strategy(), one.quantity())));
        return held;
    }

    private Money conserved() {
        scene.portfolio.conserve(ReconcileScene.ACCOUNT);
        return scene.portfolio.conservation(ReconcileScene.ACCOUNT).cash();
    }

    private static VenueSnapshotSource snapshots(VenueSnapshot answer) {
        return new VenueSnapshotSource() {
            @Override
            public String venue() {
                return "paper";
            }

            @Override
            public VenueSnapshot snapshot(long sinceMs, long untilMs, List<ClientOrderId> about) {
                if (answer == null) {
                    throw new IllegalStateException("the venue does not answer");
                }
                return answer;
            }
        };
    }
}
