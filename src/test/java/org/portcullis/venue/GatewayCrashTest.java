package org.portcullis.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.venue.Commands.LISTED;
import static org.portcullis.venue.Commands.PLAIN;
import static org.portcullis.venue.Commands.T0_MS;
import static org.portcullis.venue.Commands.bars;
import static org.portcullis.venue.Commands.flat;
import static org.portcullis.venue.Commands.submit;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
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

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GatewayCrashTest {

    private static final InstantSource NOW = InstantSource.fixed(Instant.ofEpochMilli(T0_MS + 60_000));

    @TempDir
    Path home;

    private final ReportBus bus = new ReportBus();
    private OrderSeal seal;

    @BeforeEach
    void open() {
        seal = HmacSeal.open(home);
    }

    /** Both ledgers cut anywhere a crash can cut them; then everything unacknowledged is redelivered. */
    @Test
    void after_a_crash_anywhere_no_order_is_lost_and_no_fill_is_double() {
        List<SubmitOrder> commands = List.of(signed("a"), signed("b"), signed("c"));
        for (int crashAfter = 0; crashAfter <= 6; crashAfter++) {
            MemoryLedger paperFile = new MemoryLedger();
            MemoryLedger gatewayFile = new MemoryLedger();
            PaperVenue before = new PaperVenue(paperFile, LISTED, () -> PLAIN);
            Gateway first = gateway(before, gatewayFile);
            first.start();
            walk(first, before, commands, crashAfter);
            for (int cutGateway = 0; cutGateway <= gatewayFile.size(); cutGateway++) {
                for (int cutPaper = 0; cutPaper <= paperFile.size(); cutPaper++) {
                    assertRecovers(commands, paperFile.prefix(cutPaper), gatewayFile.prefix(cutGateway),
                            "crash after " + crashAfter + ", cut " + cutGateway + "/" + cutPaper);
                }
            }
        }
    }

    private void assertRecovers(List<SubmitOrder> commands, MemoryLedger paperFile, MemoryLedger gatewayFile,
            String where) {
        bus.clear();
        PaperVenue after = new PaperVenue(paperFile, LISTED, () -> PLAIN);
        Gateway second = gateway(after, gatewayFile);
        second.start();
        walk(second, after, commands, 6);
        second.publish(after.onBars(bars(flat(9, "100"))));
        Map<ClientOrderId, Set<String>> ends = new LinkedHashMap<>();
        Map<ClientOrderId, Set<String>> trades = new LinkedHashMap<>();
        for (OrderReport report : bus.reports()) {
            if (report.kind() == Kind.FILLED) {
                trades.computeIfAbsent(report.clientOrderId(), id -> new HashSet<>()).add(report.venueTradeId());
            }
            if (report.kind() != Kind.ACCEPTED) {
                ends.computeIfAbsent(report.clientOrderId(), id -> new HashSet<>()).add(report.kind().name());
            }
        }
        for (SubmitOrder command : commands) {
            assertThat(ends.get(command.clientOrderId())).as("%s: %s has one end", where, command.clientOrderId())
                    .hasSize(1);
            assertThat(trades.getOrDefault(command.clientOrderId(), Set.of())).as(where).hasSizeLessThan(2);
        }
        assertThat(bus.ids()).as(where).doesNotHaveDuplicates();
    }

    /** Each order arrives at the close of a minute and is filled in the next; stops after so many steps. */
    private static void walk(Gateway gateway, PaperVenue paper, List<SubmitOrder> commands, int steps) {
        for (int step = 0; step < steps; step++) {
            if (step % 2 == 0) {
                gateway.onSubmit(commands.get(step / 2));
            } else {
                gateway.publish(paper.onBars(bars(flat(1 + step / 2, "100"))));
            }
        }
    }

    private SubmitOrder signed(String id) {
        return seal.sign(submit(id, Side.BUY, Type.MARKET, "1", "0", 0));
    }

    private Gateway gateway(Venue venue, Ledger ledger) {
        return new Gateway(venue, ledger, seal, bus, home, NOW, () -> Mode.PAPER);
    }
}
