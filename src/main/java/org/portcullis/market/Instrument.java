package org.portcullis.market;

import java.math.RoundingMode;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;

/**
 * How an instrument trades at its venue.
 *
 * @param id                  canonical symbol
 * @param venue               lower-case name of the venue whose rules these are, such as {@code binance-spot}
 * @param baseCurrency        what is bought: an asset such as {@code BTC} or a contract root such as {@code MNQ}
 * @param quoteCurrency       what prices are counted in, such as {@code USDT}
 * @param tickE8              smallest price step, in 10<sup>-8</sup> of the quote currency; positive
 * @param lotE8               smallest quantity step, in 10<sup>-8</sup>; positive
 * @param minimumQuantityE8   smallest order, in 10<sup>-8</sup>; positive
 * @param minimumNotionalE8   smallest worth of an order, in 10<sup>-8</sup> of the quote currency; 0 when there is none
 * @param multiplierE8        worth of one price unit per quantity unit, in 10<sup>-8</sup>: one for spot
 * @param makerBasisPoints    fee on fills that waited in the book, in basis points of their worth
 * @param takerBasisPoints    fee on fills that took from the book, in basis points of their worth
 * @param kind                what it is
 * @param calendar            name of the calendar in {@code rules/calendars} that it trades by
 * @param aliases             further names, without separators and in capitals, such as {@code XBTUSD} or, with the
 *                            exchange that says so, {@code CME_MINI:MNQ}
 * @param roll                when a continuous future leaves one contract for the next; nothing for anything else
 */
public record Instrument(InstrumentId id, String venue, String baseCurrency, String quoteCurrency, long tickE8,
        long lotE8, long minimumQuantityE8, long minimumNotionalE8, long multiplierE8, int makerBasisPoints,
        int takerBasisPoints, Listing.Kind kind, String calendar, Set<String> aliases, @Nullable RollRule roll) {

    /** Calendar of what is traded day and night. */
    public static final String ALWAYS = "always";

    public Instrument {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(venue, "venue");
        Objects.requireNonNull(baseCurrency, "baseCurrency");
        Objects.requireNonNull(quoteCurrency, "quoteCurrency");
        positive(id, "tick", tickE8);
        positive(id, "lot", lotE8);
        positive(id, "minimum quantity", minimumQuantityE8);
        positive(id, "multiplier", multiplierE8);
        notNegative(id, "minimum notional", minimumNotionalE8);
        notNegative(id, "taker fee", takerBasisPoints);
        // a maker fee may be a rebate, but never a gift beyond one percent
        if (makerBasisPoints < -100 || makerBasisPoints > 1_000 || takerBasisPoints > 1_000) {
            throw new IllegalArgumentException(id + ": fees are basis points between -100 and 1000, not "
                    + makerBasisPoints + " and " + takerBasisPoints);
        }
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(calendar, "calendar");
        aliases = Set.copyOf(aliases);
        if (roll != null && kind != Listing.Kind.FUTURE) {
            throw new IllegalArgumentException(id + ": only a future rolls, not a " + kind);
        }
    }

    /** A spot instrument without further names that is traded day and night. */
    public Instrument(InstrumentId id, String venue, String baseCurrency, String quoteCurrency, long tickE8, long lotE8,
            long minimumQuantityE8, long minimumNotionalE8, long multiplierE8, int makerBasisPoints,
            int takerBasisPoints) {
        this(id, venue, baseCurrency, quoteCurrency, tickE8, lotE8, minimumQuantityE8, minimumNotionalE8, multiplierE8,
                makerBasisPoints, takerBasisPoints, Listing.Kind.SPOT, ALWAYS, Set.of(), null);
    }

    /**
     * What a price, or a change of it, is worth for a quantity (S0-05): 10 points of three MNQ contracts at two dollars
     * a point are sixty dollars.
     *
     * @param priceE8    price or difference of prices, in 10<sup>-8</sup> of the quote currency
     * @param quantityE8 quantity, in 10<sup>-8</sup> of the base unit
     * @return the worth in 10<sup>-8</sup> of the quote currency
     */
    public long worthE8(long priceE8, long quantityE8, RoundingMode rounding) {
        return FixedPoint.multiply(FixedPoint.multiply(priceE8, multiplierE8, rounding), quantityE8, rounding);
    }

    private static void positive(InstrumentId id, String what, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(id + ": " + what + " must be positive");
        }
    }

    private static void notNegative(InstrumentId id, String what, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(id + ": " + what + " must not be negative");
        }
    }
}
