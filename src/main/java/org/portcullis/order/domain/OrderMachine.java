package org.portcullis.order.domain;

import static org.portcullis.order.OrderState.CANCELED;
import static org.portcullis.order.OrderState.EXPIRED;
import static org.portcullis.order.OrderState.FAILED;
import static org.portcullis.order.OrderState.FILLED;
import static org.portcullis.order.OrderState.NEW;
import static org.portcullis.order.OrderState.OPEN;
import static org.portcullis.order.OrderState.PARTIAL_FILL;
import static org.portcullis.order.OrderState.REJECTED;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.portcullis.kernel.Quantity;
import org.portcullis.order.OrderReport;
import org.portcullis.order.OrderState;

/**
 * Which state follows which report (S2-OSM1). What the map does not permit is refused and said, never bent into shape.
 * A fill is special: it is true whatever we believed, so one that comes after the end still counts for the position,
 * without bringing the order back to life.
 */
public final class OrderMachine {

    private static final Map<OrderState, Set<OrderState>> NEXT = new EnumMap<>(Map.of(
            NEW, EnumSet.of(OPEN, PARTIAL_FILL, FILLED, CANCELED, EXPIRED, REJECTED, FAILED),
            OPEN, EnumSet.of(PARTIAL_FILL, FILLED, CANCELED, EXPIRED),
            PARTIAL_FILL, EnumSet.of(PARTIAL_FILL, FILLED, CANCELED, EXPIRED),
            FILLED, EnumSet.noneOf(OrderState.class),
            CANCELED, EnumSet.noneOf(OrderState.class),
            EXPIRED, EnumSet.noneOf(OrderState.class),
            REJECTED, EnumSet.noneOf(OrderState.class),
            FAILED, EnumSet.noneOf(OrderState.class)));

    private OrderMachine() {
    }

    /** Where an order stands. */
    public record Progress(OrderState state, Quantity quantity, Quantity filled) {
    }

    /** What a report does to an order. */
    public sealed interface Answer {

        /** The order is in that state now; equal to the one before when a further part was filled. */
        record Moved(OrderState to) implements Answer {
        }

        /** The order has ended before; the fill counts for the position, the state stays. */
        record LateFill(OrderState stays) implements Answer {
        }

        /** The report says nothing new. */
        record Ignored(String why) implements Answer {
        }

        /** The report cannot be true for this order; somebody has to look. */
        record Refused(String why) implements Answer {
        }
    }

    /** What the report does to an order that stands there. */
    public static Answer answer(Progress order, OrderReport report) {
        return switch (report.kind()) {
            case FILLED -> fill(order, report.quantity());
            case ACCEPTED -> order.state() == NEW ? new Answer.Moved(OPEN)
                    : new Answer.Ignored("already " + order.state());
            case CANCEL_REFUSED -> new Answer.Ignored("the venue did not cancel: " + report.text());
            case CANCELED -> end(order.state(), CANCELED);
            case EXPIRED -> end(order.state(), EXPIRED);
            case REJECTED -> end(order.state(), REJECTED);
            case FAILED -> end(order.state(), FAILED);
        };
    }

    /** Whether one state may follow another. */
    public static boolean permits(OrderState from, OrderState to) {
        return NEXT.getOrDefault(from, Set.of()).contains(to);
    }

    private static Answer end(OrderState from, OrderState to) {
        if (from.terminal()) {
            return new Answer.Ignored("ended before as " + from);
        }
        return permits(from, to) ? new Answer.Moved(to) : new Answer.Refused(to + " cannot follow " + from);
    }

    private static Answer fill(Progress order, Quantity fill) {
        Quantity filled = order.filled().plus(fill);
        if (fill.isZero()) {
            return new Answer.Refused("a fill of nothing");
        }
        if (filled.compareTo(order.quantity()) > 0) {
            return new Answer.Refused("filled " + filled + " would exceed the order's " + order.quantity());
        }
        if (order.state().terminal()) {
            return new Answer.LateFill(order.state());
        }
        return new Answer.Moved(filled.equals(order.quantity()) ? FILLED : PARTIAL_FILL);
    }
}
