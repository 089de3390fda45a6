package org.portcullis.venue;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.engine.route.Addresses;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.order.CancelOrder;
import org.portcullis.order.OrderReport;
import org.portcullis.order.OrderReport.Kind;
import org.portcullis.order.OrderSeal;
import org.portcullis.order.SubmitOrder;
import org.portcullis.risk.ModeView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door to one venue. It believes nobody: a command must carry the desk's signature, be in time, name every
 * mandatory check, the mode must permit the venue, and the kill switch must be off unless the desk signed that the
 * order closes risk (S2-K3). It notes that it sends before it sends; an order whose outcome is not known is asked for
 * by its client id and never sent again. It needs neither database nor broker queue to cancel.
 */
public final class Gateway {

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final String KILL_FILE = "KILL_SWITCH";
    private static final int RECENT_MAX = 500;
    private static final int SENT_IDS_MAX = 100_000;

    private final Venue venue;
    private final GatewayLog log;
    private final OrderSeal seal;
    private final MessageBus bus;
    private final Path killFile;
    private final InstantSource clock;
    private final ModeView modes;
    private final Set<String> sent = new LinkedHashSet<>();
    private final Deque<OrderReport> untold = new ArrayDeque<>();
    private long again;
    private boolean killed;

    /**
     * Opens the gateway on its log.
     *
     * @param home folder in which a file named {@code KILL_SWITCH} stops trading
     * @param clock event time in a replay, else the wall clock
     * @param modes how far orders go; a real venue is only read while it says so (S2-G1)
     */
    public Gateway(Venue venue, Ledger ledger, OrderSeal seal, MessageBus bus, Path home, InstantSource clock,
            ModeView modes) {
        this.venue = venue;
        this.log = new GatewayLog(ledger);
        this.seal = seal;
        this.bus = bus;
        this.killFile = home.resolve(KILL_FILE);
        this.clock = clock;
        this.modes = modes;
    }

    /**
     * Settles what a crash left open and says again what may not have been heard: everything about orders that work or
     * ended lately. To be called once, when the broker is up and before commands are taken.
     */
    public synchronized void start() {
        log.started(clock.millis());
        for (ClientOrderId order : log.inFlight()) {
            resolve(order);
        }
        for (ClientOrderId order : venue.recentOrders(RECENT_MAX)) {
            venue.find(order).ifPresent(reports -> reports.forEach(this::tellAgain));
        }
        log.settledLast(RECENT_MAX).forEach(this::tellAgain);
    }

    /** Takes a command to place an order; a command that was seen before is answered and not sent. */
    public synchronized void onSubmit(SubmitOrder command) {
        GatewayRecord known = log.last(command.clientOrderId());
        if (known != null) {
            answerKnown(command.clientOrderId(), known);
            return;
        }
        // what works is cancelled before anything passes, so that the sweep never meets an exit that came after it
        watchKill();
        String refusal = refusal(command);
        if (!refusal.isEmpty()) {
            LOG.warn("order {} refused: {}", command.clientOrderId(), refusal);
            settle(command.clientOrderId(), Kind.REJECTED, refusal, command.createdAtMs());
            return;
        }
        log.sending(command.clientOrderId(), command.createdAtMs());
        try {
            List<OrderReport> answer = venue.place(command);
            log.answered(command.clientOrderId(), command.createdAtMs());
            answer.forEach(this::tell);
        } catch (RuntimeException unknownOutcome) {
            LOG.error("order {} is in flight, the venue is asked", command.clientOrderId(), unknownOutcome);
            resolve(command.clientOrderId());
        }
    }

    /**
     * Takes a command to cancel. An order that never came here will be refused when it comes; one that the venue works
     * all the same is cancelled there.
     */
    public synchronized void onCancel(CancelOrder command) {
        GatewayRecord known = log.last(command.clientOrderId());
        if (known == null && venue.find(command.clientOrderId()).isEmpty()) {
            settle(command.clientOrderId(), Kind.CANCELED, "cancelled before it was sent: " + command.reason(),
                    command.atMs());
        } else if (known != null && known.kind() == GatewayRecord.Kind.SETTLED) {
            answerKnown(command.clientOrderId(), known);
        } else {
            venue.cancel(command.clientOrderId(), command.reason(), command.atMs()).forEach(this::tell);
            venue.find(command.clientOrderId()).ifPresent(reports -> reports.stream()
                    .filter(report -> !sent.contains(report.reportId())).forEach(this::tell));
        }
    }

    /** Sends on what the venue said by itself, such as fills; what the broker did not take goes first next time. */
    public synchronized void publish(List<OrderReport> reports) {
        untold.addAll(reports);
        while (!untold.isEmpty()) {
            tell(untold.getFirst());
            untold.removeFirst();
        }
    }

    /** Looks for the kill file and acts on it once; cheap enough for every frame and every quarter of a second. */
    public synchronized boolean watchKill() {
        boolean on = killIsOn();
        if (on && !killed) {
            onKill();
        }
        killed = on;
        return on;
    }

    /** Cancels every working order of the venue, whatever database and desk are doing. */
    public synchronized void onKill() {
        long atMs = clock.millis();
        List<ClientOrderId> open = venue.openOrders();
        LOG.error("kill switch: cancelling {} open orders", open.size());
        for (ClientOrderId order : open) {
            try {
                venue.cancel(order, "KILL_SWITCH_ON", atMs).forEach(this::tell);
            } catch (RuntimeException failed) {
                LOG.error("order {} could not be cancelled by the kill switch; the others go on", order, failed);
            }
        }
    }

    private String refusal(SubmitOrder command) {
        // first, because such a command was not signed either and its reason should be named
        List<String> missing = command.missingChecks();
        if (!missing.isEmpty()) {
            return "CHECK_MISSING " + missing;
        }
        if (!seal.verify(command)) {
            return "SIGNATURE_INVALID";
        }
        if (killIsOn() && !command.passesKill()) {
            return "KILL_SWITCH_ON";
        }
        if (clock.millis() > command.expiresAtMs()) {
            return "COMMAND_EXPIRED at " + command.expiresAtMs() + ", now " + clock.millis();
        }
        return modes.refusal(venue.real());
    }

    /** On unless its absence is certain. */
    private boolean killIsOn() {
        return !Files.notExists(killFile, LinkOption.NOFOLLOW_LINKS);
    }

    private void answerKnown(ClientOrderId order, GatewayRecord known) {
        OrderReport verdict = known.verdict();
        if (verdict != null) {
            tellAgain(verdict);
        } else {
            resolve(order);
        }
    }

    /** What the venue says about an order that may have been sent; when it proves that it never came, it never will. */
    private void resolve(ClientOrderId order) {
        Optional<List<OrderReport>> reports = venue.find(order);
        if (reports.isPresent()) {
            log.answered(order, clock.millis());
            reports.get().forEach(this::tellAgain);
        } else {
            settle(order, Kind.FAILED, "the sending was interrupted and the venue does not know the order",
                    clock.millis());
        }
    }

    private void settle(ClientOrderId order, Kind kind, String text, long atMs) {
        OrderReport verdict = new OrderReport(order + "-gateway", order, kind, null, null, Quantity.ZERO, new Price(0),
                Money.ZERO, false, atMs, text);
        log.settled(verdict);
        tell(verdict);
    }

    private void tell(OrderReport report) {
        if (sent.contains(report.reportId())) {
            tellAgain(report);
            return;
        }
        bus.send(Addresses.ORDER_REPORT, report.reportId(), report);
        remember(report);
    }

    /** Under a message id of its own: the broker may remember the first one, the desk knows the report by its id. */
    private void tellAgain(OrderReport report) {
        again++;
        bus.send(Addresses.ORDER_REPORT, report.reportId() + "/" + log.starts() + "." + again, report);
        remember(report);
    }

    private void remember(OrderReport report) {
        sent.add(report.reportId());
        if (sent.size() > SENT_IDS_MAX) {
            sent.remove(sent.iterator().next());
        }
    }
}
