package org.portcullis.risk.breaker;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
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

    private final Map<InstrumentId, Tape> tapes = new HashMap<>();
    private final List<Tape> all = new ArrayList<>();
    private volatile int crashing;
    private volatile @Nullable Set<InstrumentId> symbols;

    /** The newest bars of a symbol, each with the average true range before it, in a ring. */
    private static final class Tape {
        private final InstrumentId symbol;
        private final Bar[] bars = new Bar[KEPT];
        private final long[] rangesE8 = new long[KEPT];
        private int newest = -1;
        private int count;
        private long rangeE8;
        private int ranged;
        private boolean regimeKnown;
        private int crashBars;

        Tape(InstrumentId symbol) {
            this.symbol = symbol;
        }

        /** The place of the bar so many before the newest. */
        int place(int before) {
            int place = newest - before;
            return place < 0 ? place + KEPT : place;
        }

        void add(Bar bar) {
            newest = newest + 1 == KEPT ? 0 : newest + 1;
            bars[newest] = bar;
            rangesE8[newest] = rangeE8;
            count = Math.min(count + 1, KEPT);
        }

        Bar newest() {
            return bars[newest];
        }
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
            tape = new Tape(bar.instrument());
            tapes.put(bar.instrument(), tape);
            all.add(tape);
            symbols = null;
        }
        if (tape.count > 0 && tape.newest().openTimeMs() >= bar.openTimeMs()) {
            return;
        }
        long closeE8 = tape.count == 0 ? bar.openE8() : tape.newest().closeE8();
        tape.add(bar);
        long rangeE8 = Math.max(bar.highE8(), closeE8) - Math.min(bar.lowE8(), closeE8);
        tape.ranged = Math.min(tape.ranged + 1, lookBack);
        tape.rangeE8 += FixedPoint.multiplyDivide(rangeE8 - tape.rangeE8, 1, tape.ranged, RoundingMode.HALF_EVEN);
        if (outcome instanceof MarketOutcome.Formed formed) {
            Regime regime = formed.regime().regime();
            tape.regimeKnown = regime != Regime.UNKNOWN;
            crashes(tape, regime == Regime.CRASH ? tape.crashBars + 1 : 0);
        } else if (outcome instanceof MarketOutcome.Warming) {
            tape.regimeKnown = false;
            crashes(tape, 0);
        }
    }

    private void crashes(Tape tape, int bars) {
        if (bars > 0 != tape.crashBars > 0) {
            crashing = crashing + (bars > 0 ? 1 : -1);
        }
        tape.crashBars = bars;
    }

    /** Takes the bars of a frame and what became of each. */
    public synchronized void addAll(List<Bar> bars, List<MarketOutcome> outcomes, int lookBack) {
        for (int i = 0; i < outcomes.size(); i++) {
            add(bars.get(i), outcomes.get(i), lookBack);
        }
    }

    /** Every symbol of which a bar was seen. */
    public Set<InstrumentId> symbols() {
        Set<InstrumentId> seen = symbols;
        return seen == null ? newSymbols() : seen;
    }

    private synchronized Set<InstrumentId> newSymbols() {
        Set<InstrumentId> seen = Set.copyOf(tapes.keySet());
        symbols = seen;
        return seen;
    }

    /** Whether the newest bar of every symbol closed at that moment. */
    public synchronized boolean everyNewestIs(long closeMs) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).newest().closeTimeMs() != closeMs) {
                return false;
            }
        }
        return true;
    }

    /** Bars in a row whose regime is a crash, of every symbol in which the newest one is; by symbol. */
    public Map<InstrumentId, Integer> crashing() {
        return crashing == 0 ? Map.of() : crashed();
    }

    private synchronized Map<InstrumentId, Integer> crashed() {
        Map<InstrumentId, Integer> found = new TreeMap<>();
        for (Tape tape : all) {
            if (tape.crashBars > 0) {
                found.put(tape.symbol, tape.crashBars);
            }
        }
        return found;
    }

    /** Of how many symbols the regime is known. */
    public synchronized int judged() {
        int judged = 0;
        for (Tape tape : all) {
            judged += tape.regimeKnown ? 1 : 0;
        }
        return judged;
    }

    /** When the newest bar of a symbol closed, UTC milliseconds; 0 before the first. */
    public synchronized long newestMs(InstrumentId symbol) {
        Tape tape = tapes.get(symbol);
        return tape == null ? 0 : tape.newest().closeTimeMs();
    }

    /** What an order met that was filled at that moment, which ends its minute or lies in it. */
    public synchronized Optional<Met> met(InstrumentId symbol, long atMs) {
        Tape tape = tapes.get(symbol);
        if (tape != null) {
            for (int i = 0; i < tape.count; i++) {
                int place = tape.place(i);
                Bar bar = tape.bars[place];
                if (bar.openTimeMs() < atMs && atMs <= bar.closeTimeMs()) {
                    return Optional.of(new Met(new Price(bar.openE8()), tape.rangesE8[place]));
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
        if (tape == null || tape.count <= bars) {
            return Optional.empty();
        }
        long volumeE8 = tape.newest().volumeE8();
        long meanE8 = 0;
        for (int i = 1; i <= bars; i++) {
            meanE8 += tape.bars[tape.place(i)].volumeE8() / bars;
        }
        return meanE8 <= 0 ? Optional.empty()
                : Optional.of(new Percent(FixedPoint.multiplyDivide(volumeE8, HUNDRED_E8, meanE8,
                        RoundingMode.HALF_EVEN)));
    }

    /** Forgets a symbol that nobody brings any more. */
    public synchronized void forget(InstrumentId symbol) {
        Tape forgotten = tapes.remove(symbol);
        if (forgotten != null) {
            crashes(forgotten, 0);
            all.remove(forgotten);
        }
        symbols = null;
    }
}
