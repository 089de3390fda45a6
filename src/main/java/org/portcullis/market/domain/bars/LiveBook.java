package org.portcullis.market.domain.bars;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarsWanted;
import org.portcullis.market.ClosedMinute;
import org.portcullis.market.FundingUpdate;
import org.portcullis.market.LiveBars;
import org.portcullis.market.LiveNote;
import org.portcullis.market.LiveNote.Code;
import org.portcullis.market.LiveTerms;
import org.portcullis.market.MarketBatch;
import org.portcullis.market.MarketEvent;
import org.portcullis.market.Quote;
import org.portcullis.market.StatusUpdate;
import org.portcullis.market.TickFlag;
import org.portcullis.market.TickFlagCode;
import org.portcullis.market.TickGuard;
import org.portcullis.market.TickLimits;
import org.portcullis.market.Trade;
import org.portcullis.market.TradingStatus;
import org.portcullis.market.VenueBar;

/** Live events of many instruments to minute bars that close together. */
public final class LiveBook implements LiveBars {

    private final TickGuard guard;
    private final Supplier<TickLimits> limits;
    private final LiveTerms terms;
    private final Consumer<LiveNote> notes;
    private final SortedMap<InstrumentId, Followed> followed = new TreeMap<>();
    private final Map<InstrumentId, Followed> rested = new HashMap<>();
    private final Map<InstrumentId, Quote> quotes = new ConcurrentHashMap<>();
    private final Map<TickFlagCode, Long> refused = Collections.synchronizedMap(new EnumMap<>(TickFlagCode.class));
    private final Map<Code, Long> counts = Collections.synchronizedMap(new EnumMap<>(Code.class));
    private final Map<InstrumentId, Long> haltedAtMs = new HashMap<>();
    private final FundingWatch funding = new FundingWatch();
    private long watermarkMs = Long.MIN_VALUE;

    /** One instrument: its bars and its surroundings. */
    private record Followed(BarBuilder builder, TickLane lane) {
    }

    /**
     * @param guard  judges every trade and quote
     * @param limits the limits in force, asked for every tick
     * @param notes  told of everything that a person may want to read; never throws
     */
    public LiveBook(TickGuard guard, Supplier<TickLimits> limits, LiveTerms terms, Consumer<LiveNote> notes) {
        this.guard = guard;
        this.limits = limits;
        this.terms = terms;
        this.notes = notes;
    }

    @Override
    public void follow(InstrumentId instrument, long fromMs, LongPredicate trading) {
        unfollow(instrument);
        Followed before = rested.remove(instrument);
        if (before == null) {
            before = new Followed(new BarBuilder(instrument, fromMs, terms, trading, this::note), new TickLane());
        } else {
            before.builder().again(fromMs, trading);
        }
        followed.put(instrument, before);
    }

    @Override
    public void unfollow(InstrumentId instrument) {
        Followed one = followed.remove(instrument);
        if (one != null) {
            rested.put(instrument, one);
        }
    }

    @Override
    public List<ClosedMinute> take(MarketBatch batch) {
        for (MarketBatch.Item item : batch.items()) {
            Followed about = followed.get(item.instrument());
            if (about != null) {
                guarded(item.instrument(), () -> handle(item, about));
            }
        }
        watermarkMs = Math.max(watermarkMs, batch.venueNowMs());
        return close();
    }

    @Override
    public List<BarsWanted> wanted() {
        List<BarsWanted> wanted = new ArrayList<>();
        followed.values().forEach(one -> one.builder().wanted(watermarkMs).ifPresent(wanted::add));
        return wanted;
    }

    @Override
    public Optional<Quote> quote(InstrumentId instrument) {
        return Optional.ofNullable(quotes.get(instrument));
    }

    @Override
    public Map<TickFlagCode, Long> refused() {
        synchronized (refused) {
            return new EnumMap<>(refused);
        }
    }

    @Override
    public Map<Code, Long> counts() {
        synchronized (counts) {
            return new EnumMap<>(counts);
        }
    }

    /** One instrument that cannot be handled stops no other (S3-05). */
    private void guarded(InstrumentId instrument, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            note(new LiveNote(Code.INSTRUMENT_FAILED, instrument, String.valueOf(failed)));
        }
    }

    private void handle(MarketBatch.Item item, Followed about) {
        if (item instanceof MarketBatch.Told told) {
            told(told.event(), told.receivedAtMs(), about);
        } else if (item instanceof MarketBatch.Covered covered) {
            about.builder().covered(covered.fromMs());
        } else if (item instanceof MarketBatch.Uncovered uncovered) {
            about.builder().uncovered(uncovered.sinceMs());
        } else if (item instanceof MarketBatch.Fetched fetched) {
            about.builder().fetched(fetched.fromMs(), fetched.toMs(), fetched.askedAtMs(), fetched.bars());
        }
    }

    private void told(MarketEvent event, long receivedAtMs, Followed about) {
        if (event instanceof Trade trade) {
            trade(trade, receivedAtMs, about);
        } else if (event instanceof Quote quote) {
            quote(quote, receivedAtMs, about);
        } else if (event instanceof VenueBar bar) {
            venueBar(bar, receivedAtMs, about);
        } else if (event instanceof StatusUpdate status) {
            status(status, about);
        } else if (event instanceof FundingUpdate update) {
            funding.take(update);
        } else {
            throw new IllegalArgumentException("nobody knows what to do with " + event);
        }
    }

    private void status(StatusUpdate status, Followed about) {
        boolean offline = status.status() == TradingStatus.OFFLINE;
        about.builder().offline(offline);
        if (offline) {
            haltedAtMs.put(status.instrument(), status.timeMs());
        } else {
            haltedAtMs.remove(status.instrument());
        }
    }

    /** A trade after the halt proves that it is over: its end may have been announced while no connection was up. */
    private void resumed(Trade trade, Followed about) {
        if (!haltedAtMs.isEmpty() && trade.timeMs() > haltedAtMs.getOrDefault(trade.instrument(), Long.MAX_VALUE)) {
            haltedAtMs.remove(trade.instrument());
            about.builder().offline(false);
        }
    }

    private void trade(Trade trade, long receivedAtMs, Followed about) {
        TickLimits inForce = limits.get();
        List<TickFlag> flags = judged(trade, receivedAtMs, about, inForce);
        if (flags.isEmpty()) {
            resumed(trade, about);
            about.builder().take(trade);
            // a stamp ahead of the clock must not close minutes whose trades are still to come
            watermarkMs = Math.max(watermarkMs, Math.min(trade.timeMs(), receivedAtMs));
            return;
        }
        count(trade.instrument(), trade, flags);
        if (has(flags, TickFlagCode.TIME_FROM_FUTURE)) {
            about.builder().doubt(receivedAtMs);
        } else if (has(flags, TickFlagCode.TIME_FROM_PAST)) {
            about.builder().doubt(trade.timeMs());
        } else {
            about.builder().disown(trade);
        }
    }

    private List<TickFlag> judged(Trade trade, long receivedAtMs, Followed about, TickLimits inForce) {
        try {
            List<TickFlag> flags = guard.judge(about.lane().check(trade, receivedAtMs, inForce), inForce);
            about.lane().judged(trade, flags, inForce);
            return flags;
        } catch (RuntimeException failed) {
            // nobody knows whether it belongs into its minute
            about.builder().doubt(trade.timeMs());
            throw failed;
        }
    }

    private void quote(Quote quote, long receivedAtMs, Followed about) {
        TickLimits inForce = limits.get();
        List<TickFlag> flags = guard.judge(about.lane().check(quote, receivedAtMs, inForce), inForce);
        about.lane().judged(quote, flags, inForce);
        if (flags.isEmpty()) {
            quotes.put(quote.instrument(), quote);
        } else {
            count(quote.instrument(), quote, flags);
        }
    }

    /** A bar that closes in the future is a forecast, whoever made it (S2-D3), as is an open one that begins there. */
    private void venueBar(VenueBar bar, long receivedAtMs, Followed about) {
        long ahead = (bar.closed() ? bar.bar().closeTimeMs() : bar.bar().openTimeMs()) - receivedAtMs;
        long aheadMax = limits.get().aheadMsMax();
        if (ahead > aheadMax) {
            count(bar.instrument(), bar, List.of(new TickFlag(TickFlagCode.TIME_FROM_FUTURE, ahead, aheadMax)));
        } else {
            about.builder().tell(bar);
        }
    }

    private void count(InstrumentId instrument, MarketEvent tick, List<TickFlag> flags) {
        flags.forEach(flag -> refused.merge(flag.code(), 1L, Long::sum));
        note(new LiveNote(Code.TICK_REFUSED, instrument, flags.get(0) + " for " + tick));
    }

    private List<ClosedMinute> close() {
        TreeMap<Long, List<Bar>> closed = new TreeMap<>();
        followed.forEach((instrument, one) -> guarded(instrument, () -> one.builder().close(watermarkMs)
                .forEach(bar -> {
                    one.lane().closed(bar);
                    closed.computeIfAbsent(bar.openTimeMs(), unseen -> new ArrayList<>()).add(bar);
                })));
        return closed.entrySet().stream().map(minute -> new ClosedMinute(minute.getKey(), minute.getValue(),
                funding.handOut(minute.getKey() + Bar.INTERVAL_MS))).toList();
    }

    private void note(LiveNote note) {
        counts.merge(note.code(), 1L, Long::sum);
        notes.accept(note);
    }

    private static boolean has(List<TickFlag> flags, TickFlagCode code) {
        return flags.stream().anyMatch(flag -> flag.code() == code);
    }
}
