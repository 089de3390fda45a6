package org.portcullis.risk.breaker;

import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.market.Bar;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.Regime;

/** The newest bars of every symbol, and whether its market falls apart, as the desk has seen them itself. */
public final class MarketTapes {

    /** One more than the policy lets a mean of volumes look back. */
    private static final int KEPT = 101;
    private static final long HUNDRED_E8 = 100 * FixedPoint.ONE;

    private final Map<InstrumentId, Tape> tapes = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));

    private @Nullable Set<InstrumentId> symbols;

    private static final class Tape {
        private final Deque<Seen> bars = new ArrayDeque<>();
        private long rangeE8;
        private int ranged;
        private boolean regimeKnown;
        private int crashBars;
    }

    /** A bar and the average true range before it, in 10<sup>-8</sup> of the quote currency. */
    private record Seen(Bar bar, long rangeE8) {
    }

    /**
     * What an order met.
     *
     * @param price the first price of its minute
     * @param rangeE8 average true range of the minutes before, in 10<sup>-8</sup> of the quote currency
     */
    public record Met(Price price, long rangeE8) {
    }

    /**
     * Takes a bar and what became of it. A bar that was refused changes nothing but what was traded and the true range,
     * for the model of costs does not ask whether a bar is believed.
     *
     * @param lookBack how many bars the average true range looks back (Wilder 1978); the plain mean until there are
     *        that many
     */
    public synchronized void add(Bar bar, MarketOutcome outcome, int lookBack) {
        Tape tape = tapes.get(bar.instrument());
        if (tape == null) {
            tape = new Tape();
            tapes.put(bar.instrument(), tape);
            symbols = null;
        }
        if (!tape.bars.isEmpty() && tape.bars.getLast().bar().openTimeMs() >= bar.openTimeMs()) {
            return;
        }
        long closeE8 = tape.bars.isEmpty() ? bar.openE8() : tape.bars.getLast().bar().closeE8();
        tape.bars.addLast(new Seen(bar, tape.rangeE8));
        long rangeE8 = Math.max(bar.highE8(), closeE8) - Math.min(bar.lowE8(), closeE8);
        tape.ranged = Math.min(tape.ranged + 1, lookBack);
        tape.rangeE8 += FixedPoint.multiplyDivide(rangeE8 - tape.rangeE8, 1, tape.ranged, RoundingMode.HALF_EVEN);
        if (tape.bars.size() > KEPT) {
            tape.bars.removeFirst();
        }
        if (outcome instanceof MarketOutcome.Formed formed) {
            Regime regime = formed.regime().regime();
            tape.regimeKnown = regime != Regime.UNKNOWN;
            tape.crashBars = regime == Regime.CRASH ? tape.crashBars + 1 : 0;
        } else if (outcome instanceof MarketOutcome.Warming) {
            tape.regimeKnown = false;
            tape.crashBars = 0;
        }
    }

    /** Every symbol of which a bar was seen. */
    public synchronized Set<InstrumentId> symbols() {
        Set<InstrumentId> seen = symbols;
        if (seen == null) {
            seen = Set.copyOf(tapes.keySet());
            symbols = seen;
        }
        return seen;
    }

    /** Whether the newest bar of every symbol closed at that moment. */
    public synchronized boolean everyNewestIs(long closeMs) {
        for (Tape tape : tapes.values()) {
            if (tape.bars.getLast().bar().closeTimeMs() != closeMs) {
                return false;
            }
        }
        return true;
    }

    /** Bars in a row whose regime is a crash, of every symbol in which the newest one is; by symbol. */
    public synchronized Map<InstrumentId, Integer> crashing() {
        Map<InstrumentId, Integer> found = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
        tapes.forEach((symbol, tape) -> {
            if (tape.crashBars > 0) {
                found.put(symbol, tape.crashBars);
            }
        });
        return found;
    }

    /** Of how many symbols the regime is known. */
    public synchronized int judged() {
        return (int) tapes.values().stream().filter(tape -> tape.regimeKnown).count();
    }

    /** When the newest bar of a symbol closed, UTC milliseconds; 0 before the first. */
    public synchronized long newestMs(InstrumentId symbol) {
        Tape tape = tapes.get(symbol);
        return tape == null ? 0 : tape.bars.getLast().bar().closeTimeMs();
    }

    /** What an order met that was filled at that moment, which ends its minute or lies in it. */
    public synchronized Optional<Met> met(InstrumentId symbol, long atMs) {
        Tape tape = tapes.get(symbol);
        if (tape != null) {
            Iterator<Seen> newest = tape.bars.descendingIterator();
            while (newest.hasNext()) {
                Seen seen = newest.next();
                if (seen.bar().openTimeMs() < atMs && atMs <= seen.bar().closeTimeMs()) {
                    return Optional.of(new Met(new Price(seen.bar().openE8()), seen.rangeE8()));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * What was traded in the newest minute of a symbol, as a share of the mean of the minutes before it.
     *
     * @param bars how many minutes the mean is taken over; nothing is known while there are fewer
     */
    public synchronized Optional<Percent> volumeShare(InstrumentId symbol, int bars) {
        Tape tape = tapes.get(symbol);
        if (tape == null || tape.bars.size() <= bars) {
            return Optional.empty();
        }
        List<Long> before = new ArrayList<>();
        Iterator<Seen> newest = tape.bars.descendingIterator();
        long volumeE8 = newest.next().bar().volumeE8();
        while (before.size() < bars) {
            before.add(newest.next().bar().volumeE8());
        }
        long meanE8 = before.stream().mapToLong(each -> each / bars).sum();
        return meanE8 <= 0 ? Optional.empty()
                : Optional.of(new Percent(FixedPoint.multiplyDivide(volumeE8, HUNDRED_E8, meanE8,
                        RoundingMode.HALF_EVEN)));
    }

    /** Forgets a symbol that nobody brings any more. */
    public synchronized void forget(InstrumentId symbol) {
        tapes.remove(symbol);
        symbols = null;
    }
}
