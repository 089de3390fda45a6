package org.portcullis.risk.adapter.market;

import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.market.Bar;
import org.portcullis.market.BarWalk;
import org.portcullis.market.Features;
import org.portcullis.market.Mark;
import org.portcullis.market.MarketFrame;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.MarketView;
import org.portcullis.risk.DeskMarks;
import org.portcullis.risk.FrameHearing;

/** The desk's own view of prices: it judges bars by the same guards as the brain, so a bad tick moves no mark. */
public final class GuardedMarks implements DeskMarks {

    /** The longest window that the policy permits. */
    private static final long KEPT_MS = 86_400_000;

    /** What tells what became of a bar, and the price that is believed after it. */
    public interface Walk extends MarketView {

        /** What became of the bar. */
        MarketOutcome onBar(Bar bar, long receivedAtMs);
    }

    private final Walk walk;
    private final FrameHearing hearing;
    private final Map<InstrumentId, Deque<LastPrice>> believed = new HashMap<>();
    private final Map<InstrumentId, Features> newest = new ConcurrentHashMap<>();

    /** Marks that nobody else hears of. */
    public GuardedMarks(BarWalk walk) {
        this(walk, (frame, outcomes, marks) -> { });
    }

    /** @param hearing told of each frame when the marks have moved */
    public GuardedMarks(BarWalk walk, FrameHearing hearing) {
        this(new Walk() {
            @Override
            public MarketOutcome onBar(Bar bar, long receivedAtMs) {
                return walk.onBar(bar, receivedAtMs);
            }

            @Override
            public Optional<Mark> mark(InstrumentId instrument) {
                return walk.mark(instrument);
            }
        }, hearing);
    }

    /** Marks by a walk that somebody else may have walked before. */
    public GuardedMarks(Walk walk, FrameHearing hearing) {
        this.walk = walk;
        this.hearing = hearing;
    }

    @Override
    public Set<InstrumentId> onFrame(MarketFrame frame) {
        List<MarketOutcome> outcomes = walked(frame);
        hearing.heard(frame, outcomes, this);
        Set<InstrumentId> refused = new HashSet<>();
        for (MarketOutcome outcome : outcomes) {
            if (outcome instanceof MarketOutcome.Flagged flagged && flagged.refused()) {
                refused.add(outcome.instrument());
            }
        }
        return refused;
    }

    /** The volatility after the last of many bars is the only one that counts. */
    @Override
    public synchronized boolean onHistory(List<Bar> bars) {
        MarketOutcome noted = null;
        MarketOutcome newest = null;
        for (Bar bar : bars) {
            newest = walk.onBar(bar, bar.closeTimeMs());
            noted = newest instanceof MarketOutcome.Flagged ? noted : newest;
            last(bar.instrument()).ifPresent(price -> keep(bar.instrument(), price));
            hearing.remembered(bar, newest);
        }
        if (noted != null) {
            note(noted);
        }
        return newest instanceof MarketOutcome.Flagged flagged && flagged.refused();
    }

    private synchronized List<MarketOutcome> walked(MarketFrame frame) {
        List<MarketOutcome> outcomes = new ArrayList<>();
        for (Bar bar : frame.bars()) {
            MarketOutcome outcome = walk.onBar(bar, Math.max(frame.closeTimeMs(), bar.closeTimeMs()));
            outcomes.add(outcome);
            note(outcome);
            last(bar.instrument()).ifPresent(price -> keep(bar.instrument(), price));
        }
        return outcomes;
    }

    @Override
    public synchronized Optional<PriceRange> range(InstrumentId instrument, long fromMs) {
        Deque<LastPrice> kept = believed.get(instrument);
        if (kept == null || kept.getLast().eventTimeMs() < fromMs) {
            return Optional.empty();
        }
        long lowestE8 = Long.MAX_VALUE;
        long highestE8 = Long.MIN_VALUE;
        Iterator<LastPrice> prices = kept.descendingIterator();
        while (prices.hasNext()) {
            LastPrice price = prices.next();
            if (price.eventTimeMs() < fromMs) {
                break;
            }
            lowestE8 = Math.min(lowestE8, price.price().e8());
            highestE8 = Math.max(highestE8, price.price().e8());
        }
        return Optional.of(new PriceRange(new Price(lowestE8), new Price(highestE8)));
    }

    /** A price that a refused bar did not move is kept once. */
    private void keep(InstrumentId instrument, LastPrice price) {
        Deque<LastPrice> kept = believed.computeIfAbsent(instrument, key -> new ArrayDeque<>());
        if (kept.isEmpty() || kept.getLast().eventTimeMs() < price.eventTimeMs()) {
            kept.addLast(price);
        }
        while (kept.getFirst().eventTimeMs() < price.eventTimeMs() - KEPT_MS) {
            kept.removeFirst();
        }
    }

    /** In decimals, rounded up: an instrument is never taken for calmer than it is. */
    @Override
    public Optional<Percent> volatility(InstrumentId instrument) {
        return Optional.ofNullable(newest.get(instrument)).map(features -> new Percent(FixedPoint.parse(
                Double.toString(features.atrPct()), RoundingMode.CEILING)));
    }

    private void note(MarketOutcome outcome) {
        if (outcome instanceof MarketOutcome.Formed formed && Double.isFinite(formed.features().atrPct())) {
            newest.put(formed.instrument(), formed.features());
        } else if (!(outcome instanceof MarketOutcome.Flagged)) {
            newest.remove(outcome.instrument());
        }
    }

    @Override
    public Optional<LastPrice> last(InstrumentId instrument) {
        return walk.mark(instrument).map(mark -> new LastPrice(new Price(mark.closeE8()), mark.eventTimeMs()));
    }
}
