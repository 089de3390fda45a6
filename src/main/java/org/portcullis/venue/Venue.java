package org.portcullis.venue;

import java.util.List;
import java.util.Optional;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.order.OrderReport;
import org.portcullis.order.SubmitOrder;

/**
 * One venue as the gateway sees it. Whatever it answers it has kept durably before it answers; its reports carry ids
 * made of what they say, so saying something twice is harmless.
 */
public interface Venue {

    /** Whether money is at stake there; a venue that does not say otherwise is taken for real (S2-G1). */
    default boolean real() {
        return true;
    }

    /**
     * Asks the venue to work an order.
     *
     * @return what the venue says at once: accepted or rejected
     * @throws RuntimeException when the outcome is not known; the caller asks by {@link #find} and never sends again
     */
    List<OrderReport> place(SubmitOrder order);

    /**
     * Asks the venue to cancel an order.
     *
     * @param reason kept with the cancellation
     * @param atMs event time, UTC milliseconds
     * @return canceled, or that it was refused
     * @throws RuntimeException when the outcome is not known
     */
    List<OrderReport> cancel(ClientOrderId order, String reason, long atMs);

    /** Everything the venue says about an order, first word first; nothing when it proves that it does not know it. */
    Optional<List<OrderReport>> find(ClientOrderId order);

    /** Orders that are working, oldest first. */
    List<ClientOrderId> openOrders();

    /**
     * Orders whose reports may not have been heard: all that are working and those that ended last.
     *
     * @param endedMax how many of the ended ones
     */
    List<ClientOrderId> recentOrders(int endedMax);
}
