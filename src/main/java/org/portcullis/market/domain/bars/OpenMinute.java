package org.portcullis.market.domain.bars;

import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.Trade;

/**
 * A minute that still takes trades. First and last price are those of the first and last trade by the venue's numbers
 * (by time, then arrival, where it numbers none), so that the order of arrival does not matter.
 */
final class OpenMinute {

    private boolean doubted;
    private boolean disowned;
    private @Nullable Bar told;
    private boolean toldEmpty;
    private boolean traded;
    private long trades;
    private long firstKey;
    private long firstOrder;
    private long lastKey;
    private long lastOrder;
    private long openE8;
    private long highE8;
    private long lowE8;
    private long closeE8;
    private long volumeE8;
    private long takerBoughtE8;

    /** @param arrival grows with every trade of the instrument */
    void add(Trade trade, long arrival) {
        boolean numbered = trade.venueTradeId() >= 0;
        long key = numbered ? trade.venueTradeId() : trade.timeMs();
        long order = numbered ? 0 : arrival;
        // added first: a sum that does not fit must leave the minute as it was, but for its being whole
        long volume;
        try {
            volume = Math.addExact(volumeE8, trade.quantityE8());
        } catch (ArithmeticException tooMuch) {
            doubted = true;
            throw tooMuch;
        }
        if (trades == 0 || before(key, order, firstKey, firstOrder)) {
            firstKey = key;
            firstOrder = order;
            openE8 = trade.priceE8();
        }
        if (trades == 0 || before(lastKey, lastOrder, key, order)) {
            lastKey = key;
            lastOrder = order;
            closeE8 = trade.priceE8();
        }
        highE8 = trades == 0 ? trade.priceE8() : Math.max(highE8, trade.priceE8());
        lowE8 = trades == 0 ? trade.priceE8() : Math.min(lowE8, trade.priceE8());
        volumeE8 = volume;
        takerBoughtE8 += trade.takerBought() ? trade.quantityE8() : 0;
        trades++;
    }

    /** A trade of this minute was missed. */
    void doubt() {
        doubted = true;
    }

    /** A trade of this minute was refused on purpose: the venue's bar is not better. */
    void disown() {
        disowned = true;
    }

    boolean doubted() {
        return doubted;
    }

    boolean disowned() {
        return disowned;
    }

    /** The venue's own closed bar of this minute. */
    void tell(Bar bar) {
        told = bar;
    }

    @Nullable Bar told() {
        return told;
    }

    /** The venue has proven that nothing was traded. */
    void tellEmpty() {
        toldEmpty = true;
    }

    boolean toldEmpty() {
        return toldEmpty;
    }

    /** The venue's bar of this minute, still open, shows trades. */
    void traded() {
        traded = true;
    }

    /** Whether the venue shows trades and we heard, or refused, none. */
    boolean unheard() {
        return trades == 0 && !disowned && (traded || told != null && told.volumeE8() > 0);
    }

    boolean empty() {
        return trades == 0;
    }

    /** The minute as the trades have it; only when there are any. */
    Bar bar(InstrumentId instrument, long openTimeMs) {
        return new Bar(instrument, openTimeMs, openE8, highE8, lowE8, closeE8, volumeE8, takerBoughtE8);
    }

    /** Whether two bars of a minute say the same; where the venue does not tell who took, that is not compared. */
    static boolean same(Bar ours, Bar told) {
        return ours.openE8() == told.openE8() && ours.highE8() == told.highE8() && ours.lowE8() == told.lowE8()
                && ours.closeE8() == told.closeE8() && ours.volumeE8() == told.volumeE8()
                && (told.takerBoughtE8() < 0 || ours.takerBoughtE8() == told.takerBoughtE8());
    }

    private static boolean before(long key, long order, long thanKey, long thanOrder) {
        return key < thanKey || key == thanKey && order < thanOrder;
    }
}
