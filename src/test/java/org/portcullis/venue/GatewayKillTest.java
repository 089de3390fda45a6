package org.portcullis.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.venue.Commands.LISTED;
import static org.portcullis.venue.Commands.PLAIN;
import static org.portcullis.venue.Commands.T0_MS;
import static org.portcullis.venue.Commands.submit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.Side;
import org.portcullis.order.OrderReport;
import org.portcullis.order.OrderReport.Kind;
import org.portcullis.order.OrderSeal;
import org.portcullis.order.SubmitOrder;
import org.portcullis.order.SubmitOrder.Type;
import org.portcullis.order.adapter.seal.HmacSeal;
import org.portcullis.risk.Mode;
import org.portcullis.venue.paper.PaperVenue;

/** What leaves while the kill switch is on. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GatewayKillTest {

    @TempDir
    private Path home;

    private final ReportBus bus = new ReportBus();
    private OrderSeal seal;
    private PaperVenue paper;
    private Gateway gateway;

    @BeforeEach
    void open() throws IOException {
        seal = HmacSeal.open(home);
        paper = new PaperVenue(new MemoryLedger(), LISTED, () -> PLAIN);
        gateway = new Gateway(paper, new MemoryLedger(), seal, bus, home,
                InstantSource.fixed(Instant.ofEpochMilli(T0_MS + 60_000)), () -> Mode.PAPER);
        gateway.start();
        gateway.onSubmit(entry("open"));
        Files.createFile(home.resolve("KILL_SWITCH"));
        bus.clear();
    }

    private SubmitOrder entry(String id) {
        return seal.sign(submit(id, Side.BUY, Type.LIMIT, "1", "90", 0));
    }

    private SubmitOrder exit(String id, boolean permitted) {
        SubmitOrder bare = submit(id, Side.SELL, Type.MARKET, "1", "0", 0);
        return seal.sign(permitted ? permitted(bare) : bare);
    }

    private static SubmitOrder permitted(SubmitOrder bare) {
        List<String> checks = new ArrayList<>(bare.checks());
        checks.add(SubmitOrder.PASSES_KILL);
        return new SubmitOrder(bare.clientOrderId(), bare.account(), bare.decisionId(), bare.instrument(),
                bare.side(), bare.type(), bare.quantity(), bare.limitPrice(), checks, bare.rulesVersion(),
                bare.policyHash(), bare.createdAtMs(), bare.expiresAtMs(), bare.signature());
    }

    @Test
    @DisplayName("S2-K3: a command that the desk signed as closing risk is sent, after what worked is cancelled")
    void exits_pass_once_what_worked_is_cancelled() {
        gateway.onSubmit(exit("exit", true));
        assertThat(bus.reports()).extracting(OrderReport::kind).containsExactly(Kind.CANCELED, Kind.ACCEPTED);
        assertThat(gateway.watchKill()).isTrue();
        assertThat(paper.openOrders()).as("the sweep is over").containsExactly(new ClientOrderId("exit"));
    }

    @Test
    @DisplayName("S2-K3: an exit that the policy did not permit is refused, and an entry whatever it says")
    void nothing_else_passes() {
        gateway.watchKill();
        for (SubmitOrder refused : List.of(exit("not-permitted", false), entry("entry"),
                seal.sign(permitted(submit("bold", Side.BUY, Type.MARKET, "1", "0", 0))))) {
            bus.clear();
            gateway.onSubmit(refused);
            assertThat(bus.only().text()).as(refused.clientOrderId().value()).isEqualTo("KILL_SWITCH_ON");
        }
    }

    @Test
    void what_was_said_after_it_was_signed_is_a_forgery() {
        gateway.watchKill();
        bus.clear();
        gateway.onSubmit(permitted(exit("forged", false)));
        assertThat(bus.only().text()).isEqualTo("SIGNATURE_INVALID");
    }
}
