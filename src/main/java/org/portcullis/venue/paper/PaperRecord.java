package org.portcullis.venue.paper;

import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Side;
import org.portcullis.order.OrderReport;
import org.portcullis.order.SubmitOrder.Type;
import org.portcullis.portfolio.VenueSnapshot.VenueFunding;

/**
 * One record of the paper venue's ledger: an order that was taken together with the answer to it, something said about
 * an order, a bar seen, or funding that was settled.
 */
record PaperRecord(@Nullable Taken taken, @Nullable OrderReport said, @Nullable Seen seen,
        @Nullable VenueFunding funded) {

    /** An order as it was taken, whether it was accepted or not. */
    record Taken(String clientOrderId, InstrumentId instrument, Side side, Type type, long quantityE8, long limitE8,
            long fromMs) {
    }

    /** A bar that was seen, with what is remembered after it. */
    record Seen(InstrumentId instrument, PaperTape tape) {
    }

    static PaperRecord of(Taken taken, OrderReport answer) {
        return new PaperRecord(taken, answer, null, null);
    }

    static PaperRecord of(OrderReport said) {
        return new PaperRecord(null, said, null, null);
    }

    static PaperRecord of(Seen seen) {
        return new PaperRecord(null, null, seen, null);
    }

    static PaperRecord of(VenueFunding funded) {
        return new PaperRecord(null, null, null, funded);
    }
}
