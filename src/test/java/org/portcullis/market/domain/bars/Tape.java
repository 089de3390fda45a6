package org.portcullis.market.domain.bars;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.LiveNote;
import org.portcullis.market.LiveTerms;
import org.portcullis.market.Trade;

/** Made-up trades, what a plain rollup makes of them, and a builder that hears them. */
final class Tape {

    static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    static final long START_MS = 1_767_225_600_000L;
    static final LiveTerms TERMS = new LiveTerms(500, 60_000, 10_000, LiveTerms.EmptyMinutes.FLAT);

    private Tape() {
    }

    static Trade trade(long id, long timeMs, double price, double quantity, boolean bought) {
        return new Trade(BTC, timeMs, id, Math.round(price * FixedPoint.ONE), Math.round(quantity * FixedPoint.ONE),
                bought);
    }

    /** Numbered trades over so many minutes, in time order. */
    static List<Trade> random(Random random, int count, int minutes) {
        List<Trade> trades = new ArrayList<>();
        long time = START_MS;
        double price = 100;
        for (int i = 0; i < count; i++) {
            time += random.nextInt(2 * minutes * 60_000 / count);
            price += random.nextGaussian() / 10;
            trades.add(trade(1_000 + i, time, price, 0.001 * (1 + random.nextInt(500)), random.nextBoolean()));
        }
        return trades;
    }

    /** The same trades summed up without any cleverness, in order of their numbers. */
    static Map<Long, Bar> rollup(List<Trade> trades) {
        Map<Long, Bar> bars = new TreeMap<>();
        trades.stream().sorted(java.util.Comparator.comparingLong(Trade::venueTradeId)).forEach(trade -> {
            long open = trade.timeMs() - trade.timeMs() % 60_000;
            long bought = trade.takerBought() ? trade.quantityE8() : 0;
            Bar one = new Bar(trade.instrument(), open, trade.priceE8(), trade.priceE8(), trade.priceE8(),
                    trade.priceE8(), trade.quantityE8(), bought);
            bars.merge(open, one, (so, next) -> new Bar(so.instrument(), open, so.openE8(),
                    Math.max(so.highE8(), next.highE8()), Math.min(so.lowE8(), next.lowE8()), next.closeE8(),
                    so.volumeE8() + next.volumeE8(), so.takerBoughtE8() + next.takerBoughtE8()));
        });
        return bars;
    }

    /** A builder that hears everything from the start, with its notes. */
    static BarBuilder heard(List<LiveNote> notes) {
        BarBuilder builder = new BarBuilder(BTC, START_MS, TERMS, atMs -> true, notes::add);
        builder.covered(START_MS - 1);
        return builder;
    }

    static List<LiveNote.Code> codes(List<LiveNote> notes) {
        return notes.stream().map(LiveNote::code).toList();
    }
}
