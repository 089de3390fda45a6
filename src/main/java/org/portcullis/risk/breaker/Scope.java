package org.portcullis.risk.breaker;

import org.portcullis.kernel.InstrumentId;

/**
 * What a tripped breaker stops.
 *
 * @param kind how much of the account's trading
 * @param value name of the venue, strategy or symbol; empty for everything
 */
public record Scope(Kind kind, String value) {

    /** Everything the account trades. */
    public static final Scope GLOBAL = new Scope(Kind.GLOBAL, "");

    /** How much of the account's trading. Never renamed. */
    public enum Kind { GLOBAL, VENUE, STRATEGY, SYMBOL }

    public Scope {
        if ((kind == Kind.GLOBAL) != value.isBlank()) {
            throw new IllegalArgumentException("a scope of kind " + kind + " cannot have the value '" + value + "'");
        }
    }

    /** Everything that one strategy trades. */
    public static Scope strategy(String strategy) {
        return new Scope(Kind.STRATEGY, strategy);
    }

    /** One symbol, whoever trades it. */
    public static Scope symbol(InstrumentId instrument) {
        return new Scope(Kind.SYMBOL, instrument.value());
    }

    /** Everything at one venue. */
    public static Scope venue(String venue) {
        return new Scope(Kind.VENUE, venue);
    }

    /**
     * Whether an order of that strategy in that symbol lies in it.
     *
     * @param venue where the symbol is traded, as the catalogue names it; what is traded nowhere known, told by an
     *         empty name, lies in the scope of every venue, because nobody can say that it does not
     */
    public boolean covers(String strategy, InstrumentId instrument, String venue) {
        return switch (kind) {
            case GLOBAL -> true;
            case VENUE -> venue.isEmpty() || value.equals(venue);
            case STRATEGY -> value.equals(strategy);
            case SYMBOL -> value.equals(instrument.value());
        };
    }

    @Override
    public String toString() {
        return kind == Kind.GLOBAL ? "everything" : kind.name().toLowerCase(java.util.Locale.ROOT) + " " + value;
    }
}
