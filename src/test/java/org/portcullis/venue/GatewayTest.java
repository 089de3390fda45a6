package org.portcullis.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portcullis.venue.Commands.LISTED;
import static org.portcullis.venue.Commands.PLAIN;
import static org.portcullis.venue.Commands.T0_MS;
import static org.portcullis.venue.Commands.bars;
import static org.portcullis.venue.Commands.flat;
import static org.portcullis.venue.Commands.submit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.order.CancelOrder;
import org.portcullis.order.OrderReport;
import org.portcullis.order.OrderReport.Kind;
import org.portcullis.order.OrderSeal;
import org.portcullis.order.SubmitOrder;
import org.portcullis.order.SubmitOrder.Type;
import org.portcullis.order.adapter.seal.HmacSeal;
import org.portcullis.risk.Mode;
import org.portcullis.venue.adapter.store.JournalLedger;
import org.portcullis.venue.paper.PaperVenue;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GatewayTest {

    private static final InstantSource NOW = InstantSource.fixed(Instant.ofEpochMilli(T0_MS + 60_000));

    @TempDir
    Path home;

    private final ReportBus bus = new ReportBus();
    private final MemoryLedger paperLedger = new MemoryLedger();
    private final MemoryLedger gatewayLedger = new MemoryLedger();
    private OrderSeal seal;
    private PaperVenue paper;
    private Gateway gateway;

    @BeforeEach
    void open() {
        seal = HmacSeal.open(home);
        paper = new PaperVenue(paperLedger, LISTED, () -> PLAIN);
        gateway = gateway(paper, gatewayLedger);
        gateway.start();
    }

    @Test
    void a_good_command_is_noted_sent_and_answered() {
        gateway.onSubmit(signed("good"));
        assertThat(bus.only().kind()).isEqualTo(Kind.ACCEPTED);
        assertThat(bus.ids()).containsExactly("good-accepted");
        assertThat(paper.openOrders()).containsExactly(new ClientOrderId("good"));
        gateway.publish(paper.onBars(bars(flat(1, "100"))));
        assertThat(bus.ids()).containsExactly("good-accepted", "good-1");
    }

    @Test
    void a_command_that_anybody_changed_is_rejected() {
        SubmitOrder good = signed("forged");
        SubmitOrder larger = new SubmitOrder(good.clientOrderId(), good.account(), good.decisionId(), good.instrument(),
                good.side(), good.type(), Quantity.of("2"), good.limitPrice(), good.checks(), good.rulesVersion(),
                good.policyHash(), good.createdAtMs(), good.expiresAtMs(), good.signature());
        gateway.onSubmit(larger);
        assertThat(bus.only().kind()).isEqualTo(Kind.REJECTED);
        assertThat(bus.only().text()).isEqualTo("SIGNATURE_INVALID");
        assertThat(paper.openOrders()).isEmpty();
    }

    @Test
    void a_command_without_a_mandatory_check_is_rejected() {
        SubmitOrder good = signed("check");
        List<String> fewer = good.checks().stream().filter(code -> !code.equals("exposure.total")).toList();
        gateway.onSubmit(seal.sign(new SubmitOrder(good.clientOrderId(), good.account(), good.decisionId(),
                good.instrument(), good.side(), good.type(), good.quantity(), good.limitPrice(), fewer,
                good.rulesVersion(), good.policyHash(), good.createdAtMs(), good.expiresAtMs(), "")));
        assertThat(bus.only().text()).isEqualTo("CHECK_MISSING [exposure.total]");
    }

    @Test
    @DisplayName("D5: without any one mandatory check a command is neither signed nor sent, and the reason names it")
    void every_mandatory_check_is_asked_for_by_seal_and_gateway() {
        for (Side side : Side.values()) {
            SubmitOrder whole = seal.sign(submit("whole-" + side, side, Type.MARKET, "1", "0", 0));
            assertThat(whole.signature()).isNotEmpty();
            assertThat(whole.checks()).hasSizeGreaterThan(3);
            for (String code : whole.checks()) {
                SubmitOrder fewer = with(whole, side + "-" + code.replace('.', '-'), whole.checks().stream()
                        .filter(one -> !one.equals(code)).toList());
                assertThat(fewer.missingChecks()).containsExactly(code);
                assertThat(seal.sign(fewer).signature()).as(code).isEmpty();
                assertThat(seal.verify(fewer)).as("with the signature of the whole command").isFalse();
                bus.clear();
                gateway.onSubmit(fewer);
                assertThat(bus.only().kind()).isEqualTo(Kind.REJECTED);
                assertThat(bus.only().text()).isEqualTo("CHECK_MISSING [" + code + "]");
            }
        }
        assertThat(paper.openOrders()).isEmpty();
    }

    private static SubmitOrder with(SubmitOrder good, String id, List<String> checks) {
        return new SubmitOrder(new ClientOrderId(id), good.account(), good.decisionId(), good.instrument(),
                good.side(), good.type(), good.quantity(), good.limitPrice(), checks, good.rulesVersion(),
                good.policyHash(), good.createdAtMs(), good.expiresAtMs(), good.signature());
    }

    @Test
    void a_command_is_good_until_its_expiry_and_not_a_millisecond_longer() {
        SubmitOrder command = signed("late");
        Gateway inTime = gateway(empty(), new MemoryLedger(), at(command.expiresAtMs()));
        inTime.onSubmit(command);
        assertThat(bus.only().kind()).isEqualTo(Kind.ACCEPTED);
        bus.clear();
        Gateway late = gateway(empty(), new MemoryLedger(), at(command.expiresAtMs() + 1));
        late.onSubmit(command);
        assertThat(bus.only().text()).startsWith("COMMAND_EXPIRED");
    }

    @Test
    void the_kill_file_stops_commands_and_cancels_what_works_without_anybody_else() throws IOException {
        gateway.onSubmit(signed("open"));
        bus.clear();
        Files.createFile(home.resolve("KILL_SWITCH"));
        assertThat(gateway.watchKill()).isTrue();
        assertThat(bus.only().kind()).isEqualTo(Kind.CANCELED);
        assertThat(paper.openOrders()).isEmpty();
        bus.clear();
        gateway.onSubmit(signed("after"));
        assertThat(bus.only().text()).isEqualTo("KILL_SWITCH_ON");
        Files.delete(home.resolve("KILL_SWITCH"));
        bus.clear();
        gateway.onSubmit(signed("after"));
        assertThat(bus.only().kind()).as("refused once, refused for ever").isEqualTo(Kind.REJECTED);
        assertThat(gateway.watchKill()).isFalse();
    }

    @Test
    void a_redelivered_command_is_answered_under_another_message_id_and_not_sent_again() {
        gateway.onSubmit(signed("twice"));
        gateway.onSubmit(signed("twice"));
        assertThat(bus.reports()).extracting(OrderReport::reportId).containsExactly("twice-accepted", "twice-accepted");
        assertThat(bus.ids()).doesNotHaveDuplicates();
        gateway.publish(paper.onBars(bars(flat(1, "100"))));
        gateway.publish(paper.onBars(bars(flat(2, "100"))));
        assertThat(bus.reports()).filteredOn(report -> report.kind() == Kind.FILLED).hasSize(1);
    }

    @Test
    @DisplayName("S0-08: an order that the venue works and the gateway never sent is cancelled at the venue")
    void an_orphan_order_is_cancelled_at_the_venue() {
        paper.place(signed("orphan"));
        gateway.onCancel(new CancelOrder(new ClientOrderId("orphan"), new AccountId("paper-main"), "orphan", T0_MS));
        assertThat(paper.openOrders()).isEmpty();
        assertThat(bus.reports()).anySatisfy(report -> assertThat(report.kind()).isEqualTo(Kind.CANCELED));
    }

    @Test
    void a_cancellation_that_overtakes_its_order_ends_it() {
        gateway.onCancel(new CancelOrder(new ClientOrderId("overtaken"), new AccountId("paper-main"), "stale", T0_MS));
        gateway.onSubmit(signed("overtaken"));
        assertThat(bus.reports()).allSatisfy(report -> assertThat(report.kind()).isEqualTo(Kind.CANCELED));
        assertThat(paper.find(new ClientOrderId("overtaken"))).isEmpty();
    }

    @Test
    void an_order_whose_outcome_is_not_known_is_asked_for_and_not_sent_again() {
        Silent placedButSilent = new Silent(paper, true);
        gateway(placedButSilent, new MemoryLedger()).onSubmit(signed("placed"));
        assertThat(bus.only().kind()).isEqualTo(Kind.ACCEPTED);
        bus.clear();
        Silent neverPlaced = new Silent(paper, false);
        Gateway second = gateway(neverPlaced, new MemoryLedger());
        second.onSubmit(signed("lost"));
        second.onSubmit(signed("lost"));
        assertThat(bus.reports()).hasSize(2).allSatisfy(report -> assertThat(report.kind()).isEqualTo(Kind.FAILED));
        assertThat(neverPlaced.asked).isEqualTo(1);
    }

    @Test
    void what_the_broker_did_not_take_is_told_first_next_time() {
        gateway.onSubmit(signed("told"));
        bus.clear();
        bus.refuse = true;
        List<OrderReport> fills = paper.onBars(bars(flat(1, "100")));
        assertThatThrownBy(() -> gateway.publish(fills)).hasMessage("the broker is down");
        bus.refuse = false;
        gateway.publish(List.of());
        assertThat(bus.ids()).containsExactly("told-1");
    }

    @Test
    void ledgers_in_files_carry_the_state_over_a_restart() {
        Path folder = home.resolve("gateway");
        try (JournalLedger file = JournalLedger.open(folder, "venue.gateway", NOW)) {
            Gateway first = gateway(paper, file);
            first.start();
            first.onSubmit(signed("kept"));
        }
        bus.clear();
        try (JournalLedger file = JournalLedger.open(folder, "venue.gateway", NOW)) {
            Gateway second = gateway(paper, file);
            second.start();
            second.onSubmit(signed("kept"));
        }
        assertThat(bus.reports()).hasSize(2).allSatisfy(said -> assertThat(said.reportId()).isEqualTo("kept-accepted"));
        assertThat(bus.ids()).doesNotHaveDuplicates().doesNotContain("kept-accepted");
    }

    private SubmitOrder signed(String id) {
        return seal.sign(submit(id, Side.BUY, Type.MARKET, "1", "0", 0));
    }

    private static PaperVenue empty() {
        return new PaperVenue(new MemoryLedger(), LISTED, () -> PLAIN);
    }

    private Gateway gateway(Venue venue, Ledger ledger) {
        return gateway(venue, ledger, NOW);
    }

    private Gateway gateway(Venue venue, Ledger ledger, InstantSource clock) {
        return new Gateway(venue, ledger, seal, bus, home, clock, () -> Mode.PAPER);
    }

    private static InstantSource at(long epochMs) {
        return InstantSource.fixed(Instant.ofEpochMilli(epochMs));
    }

    /** A venue whose answer to an order gets lost. */
    private static final class Silent implements Venue {
        private final PaperVenue behind;
        private final boolean places;
        private int asked;

        private Silent(PaperVenue behind, boolean places) {
            this.behind = behind;
            this.places = places;
        }

        @Override
        public boolean real() {
            return behind.real();
        }

        @Override
        public List<OrderReport> place(SubmitOrder order) {
            asked++;
            if (places) {
                behind.place(order);
            }
            throw new IllegalStateException("no answer");
        }

        @Override
        public List<OrderReport> cancel(ClientOrderId order, String reason, long atMs) {
            return behind.cancel(order, reason, atMs);
        }

        @Override
        public java.util.Optional<List<OrderReport>> find(ClientOrderId order) {
            return behind.find(order);
        }

        @Override
        public List<ClientOrderId> openOrders() {
            return behind.openOrders();
        }

        @Override
        public List<ClientOrderId> recentOrders(int endedMax) {
            return behind.recentOrders(endedMax);
        }
    }
}
