package org.portcullis.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Price;
import org.portcullis.market.Bar;

/** The newest bars of every instrument, in memory, as the live page draws them. A restart begins empty. */
public final class LiveBars {

    /** Bars kept per instrument. */
    public static final int KEPT = 1_500;

    private final Map<InstrumentId, Deque<Bar>> bars = new ConcurrentSkipListMap<>();
    private final InstantSource wall;
    private volatile @Nullable Instant receivedAt;
    private volatile @Nullable Instant marketAt;

    /** @param wall the wall clock, for the age of the feed */
    public LiveBars(InstantSource wall) {
        this.wall = wall;
    }

    /** Takes a frame of closed bars; one that is not newer than the last of its instrument is left out. */
    public void seen(List<Bar> frame) {
        for (Bar bar : frame) {
            if (bar.lowE8() <= 0 || bar.highE8() < bar.lowE8()) {
                continue; // cannot be drawn; the guard rules say why it is bad
            }
            Deque<Bar> ring = bars.computeIfAbsent(bar.instrument(), id -> new ArrayDeque<>());
            synchronized (ring) {
                Bar newest = ring.peekLast();
                if (newest == null || newest.openTimeMs() < bar.openTimeMs()) {
                    ring.addLast(bar);
                    while (ring.size() > KEPT) {
                        ring.removeFirst();
                    }
                }
            }
            Instant closed = Instant.ofEpochMilli(bar.closeTimeMs());
            Instant known = marketAt;
            marketAt = known == null || closed.isAfter(known) ? closed : known;
        }
        if (!frame.isEmpty()) {
            receivedAt = wall.instant();
        }
    }

    /** The newest bars of one instrument, oldest first, {@code limit} at most. */
    public List<Bar> newest(InstrumentId instrument, int limit) {
        return since(instrument, Long.MIN_VALUE, limit);
    }

    /** The newest bars of one instrument that opened after a moment, oldest first, {@code limit} at most. */
    public List<Bar> since(InstrumentId instrument, long openedAfterMs, int limit) {
        Deque<Bar> ring = bars.get(instrument);
        if (ring == null) {
            return List.of();
        }
        synchronized (ring) {
            List<Bar> found = new ArrayList<>();
            Iterator<Bar> backwards = ring.descendingIterator();
            while (backwards.hasNext() && found.size() < limit) {
                Bar bar = backwards.next();
                if (bar.openTimeMs() <= openedAfterMs) {
                    break;
                }
                found.add(bar);
            }
            Collections.reverse(found);
            return found;
        }
    }

    /** The last price of an instrument; nothing before its first bar. */
    public Optional<Price> last(InstrumentId instrument) {
        List<Bar> newest = newest(instrument, 1);
        return newest.isEmpty() ? Optional.empty() : Optional.of(new Price(newest.get(0).closeE8()));
    }

    /** Every instrument seen, with its last price, by symbol. */
    public SortedMap<InstrumentId, Price> lastPrices() {
        SortedMap<InstrumentId, Price> prices = new TreeMap<>();
        bars.keySet().forEach(id -> last(id).ifPresent(price -> prices.put(id, price)));
        return prices;
    }

    /** Close of the newest bar of all, in event time. */
    public Optional<Instant> marketAt() {
        return Optional.ofNullable(marketAt);
    }

    /** Wall time since the last frame, in milliseconds. */
    public Optional<Long> ageMs() {
        Instant at = receivedAt;
        return at == null ? Optional.empty() : Optional.of(Math.max(0, wall.millis() - at.toEpochMilli()));
    }
}
