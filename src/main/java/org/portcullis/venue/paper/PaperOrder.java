package org.portcullis.venue.paper;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Side;
import org.portcullis.order.OrderReport;
import org.portcullis.order.SubmitOrder.Type;

/** One order at the paper venue with everything the venue has said about it; changed by ledger records only. */
final class PaperOrder {

    private final ClientOrderId clientOrderId;
    private final InstrumentId instrument;
    private final Side side;
    private final Type type;
    private final long quantityE8;
    private final long limitE8;
    private final long fromMs;
    private final List<OrderReport> reports = new ArrayList<>();
    private long filledE8;
    private int fills;
    private boolean ended;

    /** @param fromMs bars that open earlier cannot fill it, UTC milliseconds */
    PaperOrder(ClientOrderId clientOrderId, InstrumentId instrument, Side side, Type type, long quantityE8,
            long limitE8, long fromMs) {
        this.clientOrderId = clientOrderId;
        this.instrument = instrument;
        this.side = side;
        this.type = type;
        this.quantityE8 = quantityE8;
        this.limitE8 = limitE8;
        this.fromMs = fromMs;
    }

    ClientOrderId clientOrderId() {
        return clientOrderId;
    }

    InstrumentId instrument() {
        return instrument;
    }

    Side side() {
        return side;
    }

    Type type() {
        return type;
    }

    long limitE8() {
        return limitE8;
    }

    long fromMs() {
        return fromMs;
    }

    boolean working() {
        return !ended;
    }

    long remainingE8() {
        return quantityE8 - filledE8;
    }

    /** The id of the next fill: the order's id and a count. */
    String nextTradeId() {
        return clientOrderId + "-" + (fills + 1);
    }

    List<OrderReport> reports() {
        return List.copyOf(reports);
    }

    void said(OrderReport report) {
        reports.add(report);
        switch (report.kind()) {
            case FILLED -> {
                filledE8 = Math.addExact(filledE8, report.quantity().e8());
                fills++;
                ended = filledE8 == quantityE8;
            }
            case CANCELED, REJECTED, EXPIRED, FAILED -> ended = true;
            case ACCEPTED, CANCEL_REFUSED -> { /* it goes on as it was */ }
        }
    }
}
