package org.portcullis.market.domain.bars;

import java.util.List;
import org.portcullis.market.Bar;
import org.portcullis.market.Quote;
import org.portcullis.market.TickCheck;
import org.portcullis.market.TickFlag;
import org.portcullis.market.TickFlagCode;
import org.portcullis.market.TickLimits;
import org.portcullis.market.Trade;

/** What is known of one instrument's surroundings when its next tick is checked. */
final class TickLane {

    private static final double E8 = 1e8;
    private static final double PERCENT = 100;
    private static final int BOTH = 2;
    /** Weight of the newest minute in the mean volume: about the last twenty minutes. */
    private static final double NEWEST_SHARE = 0.05;

    private final PriceAnchor trades = new PriceAnchor();
    private final PriceAnchor quotes = new PriceAnchor();
    private double meanVolume;

    TickCheck check(Trade trade, long receivedAtMs, TickLimits limits) {
        double price = trade.priceE8() / E8;
        double quantity = trade.quantityE8() / E8;
        double deviation = trades.deviationPct(price, trade.timeMs(), limits.referenceAgeMsMax());
        boolean agrees = trades.agrees(price, limits.deviationPctMax());
        double near = quantity + (agrees ? trades.agreeingVolume() : 0);
        return new TickCheck(trade.instrument(), price, quantity, BOTH, -price, 0, 0, receivedAtMs - trade.timeMs(),
                trade.timeMs() - receivedAtMs, deviation, meanVolume > 0 ? near / meanVolume : 0,
                agrees ? trades.agreeing() : 0);
    }

    TickCheck check(Quote quote, long receivedAtMs, TickLimits limits) {
        double middle = middle(quote);
        double apart = (quote.askE8() - quote.bidE8()) / E8;
        double deviation = quotes.deviationPct(middle, quote.timeMs(), limits.referenceAgeMsMax());
        int sides = (quote.bidE8() > 0 ? 1 : 0) + (quote.askE8() > 0 ? 1 : 0);
        long age = receivedAtMs - quote.timeMs();
        return new TickCheck(quote.instrument(), Math.min(quote.bidE8(), quote.askE8()) / E8,
                Math.min(quote.bidQuantityE8(), quote.askQuantityE8()) / E8, sides, -apart,
                middle > 0 ? apart / middle * PERCENT : 0, age, age, -age, deviation, 0,
                quotes.agrees(middle, limits.deviationPctMax()) ? quotes.agreeing() : 0);
    }

    /** Remembers what the guards said of the trade. */
    void judged(Trade trade, List<TickFlag> flags, TickLimits limits) {
        judged(trades, trade.priceE8() / E8, trade.quantityE8() / E8, trade.timeMs(), flags, limits);
    }

    /** Remembers what the guards said of the quote. */
    void judged(Quote quote, List<TickFlag> flags, TickLimits limits) {
        judged(quotes, middle(quote), 0, quote.timeMs(), flags, limits);
    }

    /** A minute is final: its volume moves the mean. */
    void closed(Bar bar) {
        double volume = bar.volumeE8() / E8;
        meanVolume = meanVolume == 0 ? volume : meanVolume + NEWEST_SHARE * (volume - meanVolume);
    }

    private static void judged(PriceAnchor anchor, double price, double quantity, long timeMs, List<TickFlag> flags,
            TickLimits limits) {
        if (flags.isEmpty()) {
            anchor.believe(price, timeMs);
        } else if (flags.stream().allMatch(flag -> flag.code() == TickFlagCode.OUTLIER)) {
            anchor.refuse(price, quantity, limits.deviationPctMax());
        }
    }

    private static double middle(Quote quote) {
        return (quote.bidE8() / E8 + quote.askE8() / E8) / 2;
    }
}
