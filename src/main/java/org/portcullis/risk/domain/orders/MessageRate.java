package org.portcullis.risk.domain.orders;

/**
 * How many messages an account sent for what was filled (B-R4): orders and cancellations of a window beside the fills
 * of the same window. Replacing an order is a cancellation and an order.
 *
 * @param before orders and cancellations before this one
 * @param fills fills
 * @param floor messages that are permitted whatever was filled, so that a quiet account may begin
 * @param perFillAsk messages a fill above which a person is asked
 * @param perFillMax messages a fill that are permitted
 */
public record MessageRate(int before, int fills, int floor, int perFillAsk, int perFillMax) {

    /** Messages of the window, this order included. */
    public int withOrder() {
        return before + 1;
    }

    /** Messages that so many fills permit. */
    public int permitted() {
        return most(perFillMax);
    }

    /** Messages that so many fills permit without asking a person. */
    public int unasked() {
        return most(perFillAsk);
    }

    private int most(int perFill) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(floor, (long) perFill * fills));
    }
}
