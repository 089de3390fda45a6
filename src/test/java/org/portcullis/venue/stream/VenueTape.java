package org.portcullis.venue.stream;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.Trade;

/** Everything that a made-up venue has traded, and the minute bars that it makes of it: the truth of a test. */
public final class VenueTape {

    private final Map<InstrumentId, TreeMap<Long, Bar>> bars = new ConcurrentHashMap<>();
    private final Map<InstrumentId, Long> ids = new HashMap<>();

    /** The next trade of an instrument. */
    public synchronized Trade trade(InstrumentId instrument, long timeMs) {
        long id = ids.merge(instrument, 1L, Long::sum);
        long price = (100 + (id * 7919 + instrument.hashCode()) % 10) * FixedPoint.ONE;
        Trade trade = new Trade(instrument, timeMs, id, price, FixedPoint.ONE, id % 3 == 0);
        long open = timeMs - timeMs % 60_000;
        long bought = trade.takerBought() ? trade.quantityE8() : 0;
        bars.computeIfAbsent(instrument, unseen -> new TreeMap<>()).merge(open,
                new Bar(instrument, open, price, price, price, price, trade.quantityE8(), bought),
                (so, next) -> new Bar(instrument, open, so.openE8(), Math.max(so.highE8(), next.highE8()),
                        Math.min(so.lowE8(), next.lowE8()), next.closeE8(), so.volumeE8() + next.volumeE8(),
                        so.takerBoughtE8() + next.takerBoughtE8()));
        return trade;
    }

    /** The bars of an instrument by their open time. */
    public synchronized TreeMap<Long, Bar> bars(InstrumentId instrument) {
        return new TreeMap<>(bars.getOrDefault(instrument, new TreeMap<>()));
    }
}
