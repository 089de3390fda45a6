package org.portcullis.market.domain.universe;

import org.portcullis.market.Quote;

/** The distance between the best prices of a quote. */
public final class Spread {

    private Spread() {
    }

    /** Whether both prices are there and not crossed; locked ones are believed. */
    public static boolean believable(Quote quote) {
        return quote.bidE8() > 0 && quote.askE8() >= quote.bidE8();
    }

    /** Ask minus bid over their middle, in basis points; meaningless unless {@link #believable}. */
    public static double bps(Quote quote) {
        double middle = (quote.bidE8() + (double) quote.askE8()) / 2;
        return (quote.askE8() - (double) quote.bidE8()) / middle * 10_000;
    }
}
