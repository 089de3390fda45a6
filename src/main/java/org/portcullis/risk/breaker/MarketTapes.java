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

    private static final class Tape {
        private final Deque<Bar> bars = new ArrayDeque<>();
        private boolean regimeKnown;
        private int crashBars;
    }

    /** Takes a bar and what became of it. A bar that was refused changes nothing but what was traded. */
    public synchronized void add(Bar bar, MarketOutcome outcome) {
        Tape tape = tapes.computeIfAbsent(bar.instrument(), unseen -> new Tape());
        if (!tape.bars.isEmpty() && tape.bars.getLast().openTimeMs() >= bar.openTimeMs()) {
            return;
        }
        tape.bars.addLast(bar);
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
        return Set.copyOf(tapes.keySet());
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
        return tape == null ? 0 : tape.bars.getLast().closeTimeMs();
    }

    /** The price that an order met which was filled at that moment: the first one of the minute that ended then. */
    public synchronized Optional<Price> arrival(InstrumentId symbol, long atMs) {
        Tape tape = tapes.get(symbol);
        return tape == null ? Optional.empty() : tape.bars.stream()
                .filter(bar -> bar.openTimeMs() < atMs && atMs <= bar.closeTimeMs())
                .map(bar -> new Price(bar.openE8())).findFirst();
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
        Iterator<Bar> newest = tape.bars.descendingIterator();
        long volumeE8 = newest.next().volumeE8();
        while (before.size() < bars) {
            before.add(newest.next().volumeE8());
        }
        long meanE8 = before.stream().mapToLong(each -> each / bars).sum();
        return meanE8 <= 0 ? Optional.empty()
                : Optional.of(new Percent(FixedPoint.multiplyDivide(volumeE8, HUNDRED_E8, meanE8,
                        RoundingMode.HALF_EVEN)));
    }

    /** Forgets a symbol that nobody brings any more. */
    public synchronized void forget(InstrumentId symbol) {
        tapes.remove(symbol);
    }
}
