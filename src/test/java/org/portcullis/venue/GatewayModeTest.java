package org.portcullis.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.venue.Commands.LISTED;
import static org.portcullis.venue.Commands.PLAIN;
import static org.portcullis.venue.Commands.T0_MS;
import static org.portcullis.venue.Commands.submit;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.Side;
import org.portcullis.order.CancelOrder;
import org.portcullis.order.OrderReport;
import org.portcullis.order.SubmitOrder;
import org.portcullis.order.SubmitOrder.Type;
import org.portcullis.order.adapter.seal.HmacSeal;
import org.portcullis.risk.Mode;
import org.portcullis.risk.ModeView;
import org.portcullis.venue.paper.PaperVenue;

/** The gateway asks the mode itself, whoever signed the command. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GatewayModeTest {

    private static final InstantSource NOW = InstantSource.fixed(Instant.ofEpochMilli(T0_MS + 60_000));

    @TempDir
    Path home;

    private final ReportBus bus = new ReportBus();
    private final PaperVenue paper = new PaperVenue(new MemoryLedger(), LISTED, () -> PLAIN);

    @Test
    @DisplayName("S2-REQ-M1: DRY_RUN sends a signed command to no venue, the paper one included")
    void a_dry_run_sends_to_no_venue() {
        for (Venue venue : List.of(paper, new Real())) {
            assertThat(said(venue, mode(Mode.DRY_RUN, true))).isEqualTo("MODE_NOT_TRADING: not sent: DRY_RUN");
        }
        assertThat(paper.openOrders()).isEmpty();
    }

    @Test
    @DisplayName("S2-G1: below LIVE, and while read-only, nothing is placed at a real venue; a mode that does not say "
            + "is read-only")
    void a_real_venue_is_only_read() {
        Real real = new Real();
        assertThat(said(real, mode(Mode.PAPER, false))).startsWith("READ_ONLY");
        assertThat(said(real, mode(Mode.LIVE, true))).startsWith("READ_ONLY");
        assertThat(said(real, () -> Mode.LIVE)).startsWith("READ_ONLY");
        assertThat(real.placed).isEmpty();
        assertThat(said(real, mode(Mode.LIVE, false))).isEmpty();
        assertThat(real.placed).hasSize(1);
    }

    @Test
    @DisplayName("S2-REQ-M1: PAPER places at the paper venue, LIVE does not")
    void the_paper_venue_takes_orders_in_paper_mode_only() {
        assertThat(said(paper, mode(Mode.PAPER, true))).isEqualTo("accepted");
        assertThat(said(paper, mode(Mode.LIVE, false))).startsWith("MODE_VENUE");
        assertThat(paper.openOrders()).hasSize(1);
    }

    @Test
    @DisplayName("S2-G1: cancelling is permitted in every mode")
    void cancelling_is_permitted_in_every_mode() {
        for (Mode mode : Mode.values()) {
            Real real = new Real();
            gateway(real, mode(mode, true)).onCancel(new CancelOrder(new ClientOrderId("open-" + mode),
                    new AccountId("paper-main"), "kill", T0_MS));
            assertThat(real.cancelled).containsExactly(new ClientOrderId("open-" + mode));
        }
    }

    private String said(Venue venue, ModeView modes) {
        bus.clear();
        gateway(venue, modes).onSubmit(HmacSeal.open(home).sign(submit(
                "o-" + modes.mode() + modes.readOnly() + venue.real(), Side.BUY, Type.MARKET, "1", "0", 0)));
        return bus.reports().stream().findFirst().map(OrderReport::text).orElse("");
    }

    private Gateway gateway(Venue venue, ModeView modes) {
        return new Gateway(venue, new MemoryLedger(), HmacSeal.open(home), bus, home, NOW, modes);
    }

    private static ModeView mode(Mode mode, boolean readOnly) {
        return new ModeView() {
            @Override
            public Mode mode() {
                return mode;
            }

            @Override
            public boolean readOnly() {
                return readOnly;
            }
        };
    }

    /** A venue that does not say that it is none with money. */
    private static final class Real implements Venue {
        private final List<SubmitOrder> placed = new ArrayList<>();
        private final List<ClientOrderId> cancelled = new ArrayList<>();

        @Override
        public List<OrderReport> place(SubmitOrder order) {
            placed.add(order);
            return List.of();
        }

        @Override
        public List<OrderReport> cancel(ClientOrderId order, String reason, long atMs) {
            cancelled.add(order);
            return List.of();
        }

        @Override
        public Optional<List<OrderReport>> find(ClientOrderId order) {
            return order.value().startsWith("open-") ? Optional.of(List.of()) : Optional.empty();
        }

        @Override
        public List<ClientOrderId> openOrders() {
            return List.of();
        }

        @Override
        public List<ClientOrderId> recentOrders(int endedMax) {
            return List.of();
        }
    }
}
