package org.portcullis.operations.rehearsal;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * What the database says, row by row, without interpretation. Amounts in 10<sup>-8</sup>.
 *
 * @param decisions every decision
 * @param orders every order
 * @param transitions every change of an order, in its order
 * @param fills every booked fill, in the order of booking
 * @param accounts every account
 * @param positions every position, flat ones too
 * @param judged bars by outcome
 * @param newestMs newest event time of each table that has one, UTC milliseconds
 * @param audited how often an action was written down about a subject, by {@code ACTION subject}
 */
public record Books(List<Judged> decisions, List<Placed> orders, List<Change> transitions, List<Booked> fills,
        List<Purse> accounts, List<Held> positions, Map<String, Long> judged, Map<String, Long> newestMs,
        Map<String, Long> audited) {

    /** A decision; {@code bar} is the opening time of the bar it was about. */
    public record Judged(String id, String proposal, String account, String instrument, String strategy, String bar,
            String rule, String outcome) {

        /** Whether a strategy proposed it on its bar; otherwise the desk did, to protect or to make room. */
        boolean ofBar() {
            return !rule.startsWith("risk.") && !proposal.startsWith("rotation-");
        }
    }

    /** An order. */
    public record Placed(String id, String decision, String proposal, String account, String instrument,
            String strategy, String side, String state, boolean askPerson, BigInteger filled, BigInteger notional,
            BigInteger fees) {

        /** Whether it came to its end. */
        public boolean ended() {
            return Books.ends(state);
        }
    }

    /** A change of an order; {@code from} is empty for the first. */
    public record Change(String order, String from, String to) {

        /** Whether this is where the order ended. */
        public boolean ending() {
            return Books.ends(to) && !Books.ends(from);
        }
    }

    /** A booked fill. */
    public record Booked(String trade, String order, String account, String instrument, String strategy, String side,
            BigInteger quantity, BigInteger price, BigInteger fee, BigInteger realised) {
    }

    /** An account's money. */
    public record Purse(String account, BigInteger initial, BigInteger cash, BigInteger realised, BigInteger fees) {
    }

    /** A position. */
    public record Held(String account, String instrument, String strategy, BigInteger quantity, BigInteger cost,
            BigInteger entryFees) {

        /** Whose position it is. */
        public String key() {
            return account + " " + instrument + " " + strategy;
        }
    }

    static boolean ends(String state) {
        return switch (state) {
            case "FILLED", "CANCELED", "EXPIRED", "REJECTED", "FAILED" -> true;
            default -> false;
        };
    }
}
