package org.portcullis.order;

import java.util.Objects;
import java.util.Optional;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Quantity;
import org.portcullis.order.FillLedger.Booked;
import org.portcullis.order.FillLedger.Fill;
import org.portcullis.order.domain.OrderMachine;
import org.portcullis.order.domain.OrderMachine.Answer;
import org.portcullis.risk.breaker.FillTold;
import org.portcullis.risk.exit.PositionFilled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies reports of the gateway and the venue, each once; in the caller's transaction. */
final class OrderReports {

    private static final Logger LOG = LoggerFactory.getLogger(OrderReports.class);
    private static final String VENUE = "venue";

    private final OrderPorts ports;
    private final OrderLife life;
    private final String venue;

    OrderReports(OrderPorts ports, OrderLife life, String venue) {
        this.ports = ports;
        this.life = life;
        this.venue = venue;
    }

    void apply(OrderReport report) {
        Optional<Order> found = ports.store().lock(report.clientOrderId());
        if (ports.store().reported(report.reportId())) {
            return;
        }
        if (found.isEmpty()) {
            LOG.error("the venue speaks of an order that is not ours: {}", report);
            ports.store().report(report, "UNKNOWN_ORDER");
            life.audit().append("ORDER_UNKNOWN", report.clientOrderId().value(), VENUE,
                    report.kind() + " " + report.text(), report.atMs());
            return;
        }
        Order order = found.get();
        Answer answer = OrderMachine.answer(
                new OrderMachine.Progress(order.state(), order.quantity(), order.filled()), report);
        if (answer instanceof Answer.Moved moved) {
            ports.store().report(report, "APPLIED");
            move(order, moved.to(), report);
        } else if (answer instanceof Answer.LateFill late) {
            LOG.warn("a fill of {} came after it ended as {}; it is booked", order.clientOrderId(), late.stays());
            ports.store().report(report, "LATE_FILL");
            move(order, late.stays(), report);
        } else if (answer instanceof Answer.Ignored) {
            ports.store().report(report, "IGNORED");
        } else if (answer instanceof Answer.Refused refused) {
            LOG.error("report refused, somebody has to look: {}: {}", refused.why(), report);
            ports.store().report(report, "REFUSED");
            life.audit().append("REPORT_REFUSED", order.clientOrderId().value(), VENUE,
                    report.reportId() + ": " + refused.why(), report.atMs());
        }
    }

    private void move(Order order, OrderState to, OrderReport report) {
        if (report.kind() == OrderReport.Kind.FILLED) {
            Fill fill = fill(order, report);
            Booked booked = ports.fills().book(fill);
            if (!booked.firstTime()) {
                LOG.warn("fill {} was booked before under another report", report.venueTradeId());
                return;
            }
            ports.events().publishEvent(new FillTold(fill.account(), fill.instrument(), fill.venueTradeId(),
                    fill.side(), fill.quantity(), fill.price(), fill.maker(), fill.atMs()));
            Money worth = report.price().times(report.quantity(), FixedPoint.ONE);
            Order after = life.change(order, to, new OrderLife.Brought(report.quantity(), worth, report.fee(), null,
                    null, report.venueOrderId()), "fill " + report.venueTradeId() + " at " + report.price(), VENUE,
                    report.atMs());
            ports.events().publishEvent(new FillApplied(after, fill, booked));
            rest(order, booked, report.atMs());
            ports.events().publishEvent(new PositionFilled(order.account(), order.instrument(), order.strategy(),
                    order.rule(), order.intent(), order.side(), report.price(), order.stopPrice(),
                    order.targetPrice(), booked.closed(), report.atMs()));
            return;
        }
        String reason = to.terminal() ? report.text() : null;
        life.change(order, to, new OrderLife.Brought(Quantity.ZERO, Money.ZERO, Money.ZERO, reason, null,
                report.venueOrderId()), report.kind() + ": " + report.text(), VENUE, report.atMs());
    }

    private void rest(Order order, Booked booked, long atMs) {
        ports.cooldowns().afterFill(order.account(), order.instrument(), atMs);
        if (booked.realised().isNegative()) {
            ports.cooldowns().afterStop(order.account(), order.instrument(), atMs);
        }
    }

    private Fill fill(Order order, OrderReport report) {
        String tradeId = Objects.requireNonNull(report.venueTradeId(), "a fill without the venue's trade id");
        return new Fill(venue, tradeId, order.clientOrderId(), order.account(), order.instrument(), order.strategy(),
                order.side(), report.quantity(), report.price(), report.fee(), report.maker(), report.atMs());
    }
}
