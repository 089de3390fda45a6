package org.portcullis.order;

import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;

/** The question of the order room to the portfolio: book this fill, in the caller's transaction. */
public interface FillLedger {

    /**
     * Books one fill; a fill whose venue and venue trade id are known changes nothing.
     *
     * @return what the fill did to the position; {@code firstTime} false when it was known
     */
    Booked book(Fill fill);

    /**
     * One execution at a venue.
     *
     * @param fee paid when positive
     * @param atMs event time at the venue, UTC milliseconds
     */
    record Fill(String venue, String venueTradeId, ClientOrderId clientOrderId, AccountId account,
            InstrumentId instrument, String strategy, Side side, Quantity quantity, Price price, Money fee,
            boolean maker, long atMs) {
    }

    /**
     * What a fill did.
     *
     * @param realised profit realised by it, exit fee and proportional entry fees deducted; zero for an entry
     * @param closed whether it closed the position
     */
    record Booked(boolean firstTime, Money realised, boolean closed) {
    }
}
