package org.portcullis.market.domain.bars;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarsWanted;
import org.portcullis.market.LiveNote;
import org.portcullis.market.LiveNote.Code;
import org.portcullis.market.LiveTerms;
import org.portcullis.market.Trade;
import org.portcullis.market.VenueBar;

/**
 * Minute bars of one instrument from its trades, in windows {@code [open, open + 60 s)} by the venue's clock. A minute
 * is final once, in order of time: from our trades when every one of them was heard, otherwise from the venue's own
 * bar, otherwise not at all. When both are there and differ, the venue's counts, unless we refused a trade on purpose.
 */
public final class BarBuilder {

    private static final int REMEMBERED_MINUTES = 10;

    private final InstrumentId instrument;
    private final LiveTerms terms;
    private final Consumer<LiveNote> notes;
    private final TreeMap<Long, OpenMinute> minutes = new TreeMap<>();
    private final TreeMap<Long, Bar> published = new TreeMap<>();
    private final IdRuns numbers = new IdRuns();
    private LongPredicate trading;
    private Coverage coverage = new Coverage();
    private long nextMs;
    private long begunMs = Long.MIN_VALUE;
    private long lastCloseE8;
    private long arrivals;
    private long missingSaid;
    private boolean offline;

    /**
     * @param fromMs moment whose minute is the first of interest, by the venue's clock, UTC milliseconds
     * @param trading whether the market is open at a moment, UTC milliseconds
     * @param notes  told of everything that a person may want to read
     */
    public BarBuilder(InstrumentId instrument, long fromMs, LiveTerms terms, LongPredicate trading,
            Consumer<LiveNote> notes) {
        this.instrument = instrument;
        this.terms = terms;
        this.trading = trading;
        this.notes = notes;
        this.nextMs = minuteOf(fromMs);
    }

    /** Goes on after nobody listened for a while: what is not final yet was not heard, and minutes wait anew. */
    public void again(long fromMs, LongPredicate open) {
        trading = open;
        nextMs = Math.max(nextMs, minuteOf(fromMs));
        minutes.headMap(nextMs).clear();
        coverage = new Coverage();
        begunMs = Long.MIN_VALUE;
    }

    /** Puts a believed trade into its minute. */
    public TradeFate take(Trade trade) {
        if (trade.venueTradeId() >= 0 && !numbers.add(trade.venueTradeId(), trade.timeMs())) {
            note(Code.TRADE_REPEATED, "trade " + trade.venueTradeId() + " came again");
            return TradeFate.REPEATED;
        }
        long open = minuteOf(trade.timeMs());
        if (open < nextMs) {
            note(Code.TRADE_LATE, "trade " + trade.venueTradeId() + " at " + trade.timeMs()
                    + " came after its minute was final");
            return TradeFate.LATE;
        }
        minute(open).add(trade, arrivals++);
        coverage.heard(trade.timeMs());
        return TradeFate.TAKEN;
    }

    /** A trade of that moment could not be used: its minute needs the venue's bar. */
    public void doubt(long timeMs) {
        if (minuteOf(timeMs) >= nextMs) {
            minute(minuteOf(timeMs)).doubt();
        }
    }

    /** A trade was refused on purpose: it is known, and the venue's bar, which has it, is not better than ours. */
    public void disown(Trade trade) {
        if (trade.venueTradeId() >= 0) {
            numbers.add(trade.venueTradeId(), trade.timeMs());
        }
        if (minuteOf(trade.timeMs()) >= nextMs) {
            minute(minuteOf(trade.timeMs())).disown();
        }
    }

    /** The venue summed up a minute itself; of one that is still open we only learn whether it has trades. */
    public void tell(VenueBar venueBar) {
        if (venueBar.closed()) {
            tell(venueBar.bar());
        } else if (venueBar.bar().volumeE8() > 0 && venueBar.bar().openTimeMs() >= nextMs) {
            minute(minuteOf(venueBar.bar().openTimeMs())).traded();
        }
    }

    /** The venue's answer to {@link #wanted}. */
    public void fetched(long fromMs, long toMs, long askedAtMs, List<Bar> bars) {
        long newest = Long.MIN_VALUE;
        for (Bar bar : bars) {
            tell(bar);
            newest = Math.max(newest, bar.openTimeMs());
        }
        for (long open = Math.max(nextMs, minuteOf(fromMs)); open < toMs; open += Bar.INTERVAL_MS) {
            boolean proven = newest > open || askedAtMs >= open + Bar.INTERVAL_MS + terms.settleMs();
            if (proven && minute(open).told() == null) {
                minute(open).tellEmpty();
            }
        }
    }

    /** From that moment on trades are heard. */
    public void covered(long fromMs) {
        coverage.covered(fromMs);
    }

    /** A connection with the trades was lost; it was last heard at that moment. */
    public void uncovered(long sinceMs) {
        coverage.uncovered(sinceMs);
    }

    /** Whether the venue lets the instrument trade at all: while it does not, minutes without trades are nothing. */
    public void offline(boolean now) {
        offline = now;
    }

    /**
     * Makes minutes final whose end, and the grace after it, lie before the watermark.
     *
     * @param watermarkMs moment up to which everything that is still to be heard was heard, venue's clock
     * @return bars of those minutes, oldest first
     */
    public List<Bar> close(long watermarkMs) {
        begunMs = begunMs == Long.MIN_VALUE ? watermarkMs : begunMs;
        if (!over(nextMs, watermarkMs)) {
            return List.of();
        }
        List<Bar> bars = new ArrayList<>();
        while (over(nextMs, watermarkMs) && decided(watermarkMs)) {
            decide().ifPresent(bars::add);
            minutes.remove(nextMs);
            nextMs += Bar.INTERVAL_MS;
        }
        numbers.forgetBefore(nextMs);
        coverage.forgetBefore(nextMs);
        return bars;
    }

    /** The stretch of minutes that are over and wait for the venue's bars. */
    public Optional<BarsWanted> wanted(long watermarkMs) {
        long end = minuteOf(watermarkMs - terms.graceMs());
        return over(nextMs, watermarkMs) ? Optional.of(new BarsWanted(instrument, nextMs, end)) : Optional.empty();
    }

    private void tell(Bar bar) {
        if (!bar.instrument().equals(instrument) || bar.openTimeMs() != minuteOf(bar.openTimeMs())) {
            throw new IllegalArgumentException("not a minute bar of " + instrument + ": " + bar);
        }
        if (bar.openTimeMs() >= nextMs) {
            minute(bar.openTimeMs()).tell(bar);
            return;
        }
        Bar ours = published.remove(bar.openTimeMs());
        if (ours != null) {
            compare(ours, bar);
            if (ours.volumeE8() == 0 && bar.volumeE8() > 0) {
                muted(bar.openTimeMs());
            }
        }
    }

    /** The venue traded in a minute and we heard nothing: nor do we until a later trade. */
    private void muted(long openMs) {
        coverage.muted(openMs);
        minutes.tailMap(openMs, false).entrySet().stream().filter(later -> !later.getValue().empty()).findFirst()
                .ifPresent(later -> coverage.heard(later.getKey()));
    }

    private boolean over(long openMs, long watermarkMs) {
        return openMs + Bar.INTERVAL_MS + terms.graceMs() <= watermarkMs;
    }

    /** Whether it is known what the next minute becomes. */
    private boolean decided(long watermarkMs) {
        OpenMinute minute = minutes.get(nextMs);
        return minute != null && (minute.told() != null || minute.toldEmpty()) || heardWholly(minute)
                || !inSession() && (minute == null || minute.empty())
                || Math.max(nextMs + Bar.INTERVAL_MS, begunMs) + terms.fillWaitMs() <= watermarkMs;
    }

    private boolean heardWholly(@Nullable OpenMinute minute) {
        return listened(minute) && (minute == null || !minute.unheard());
    }

    private boolean listened(@Nullable OpenMinute minute) {
        long end = nextMs + Bar.INTERVAL_MS;
        return (minute == null || !minute.doubted()) && !coverage.brokenWithin(nextMs, end, numbers)
                && !numbers.missingWithin(nextMs, end);
    }

    private Optional<Bar> decide() {
        OpenMinute minute = minutes.get(nextMs);
        boolean whole = heardWholly(minute);
        sayMissing();
        if (minute != null && minute.unheard() && listened(minute)) {
            muted(nextMs);
        }
        Bar told = minute == null ? null : minute.told();
        Bar ours = minute == null || minute.empty() ? null : minute.bar(instrument, nextMs);
        Bar chosen = told;
        if (whole && ours != null) {
            chosen = told == null ? ours : better(ours, told, minute != null && minute.disowned());
        }
        if (chosen == null) {
            return nothingTraded(whole, minute);
        }
        if (!whole) {
            note(Code.MINUTE_FILLED, "minute " + nextMs + " was not heard wholly, the venue's bar fills it");
        }
        return Optional.of(publish(chosen, whole && told == null));
    }

    private Optional<Bar> nothingTraded(boolean whole, @Nullable OpenMinute minute) {
        boolean provenEmpty = whole || minute != null && minute.toldEmpty() && minute.empty();
        if (!provenEmpty) {
            if (inSession()) {
                note(Code.MINUTE_LOST, "minute " + nextMs + " was not heard wholly and the venue gave no bar of it");
            }
            return Optional.empty();
        }
        note(Code.MINUTE_EMPTY, "nothing was traded in minute " + nextMs);
        if (terms.emptyMinutes() == LiveTerms.EmptyMinutes.NONE || lastCloseE8 == 0 || !inSession()) {
            return Optional.empty();
        }
        return Optional.of(publish(new Bar(instrument, nextMs, lastCloseE8, lastCloseE8, lastCloseE8, lastCloseE8, 0,
                0), whole));
    }

    private Bar better(Bar ours, Bar told, boolean refusedOnPurpose) {
        compare(ours, told);
        return OpenMinute.same(ours, told) || refusedOnPurpose ? ours : told;
    }

    private void compare(Bar ours, Bar told) {
        if (OpenMinute.same(ours, told)) {
            note(Code.BAR_MATCHES, "minute " + ours.openTimeMs());
        } else {
            note(Code.BAR_DIFFERS, "ours " + ours + ", the venue's " + told);
        }
    }

    private Bar publish(Bar bar, boolean compareLater) {
        lastCloseE8 = bar.closeE8();
        if (compareLater) {
            published.put(bar.openTimeMs(), bar);
            if (published.size() > REMEMBERED_MINUTES) {
                published.pollFirstEntry();
            }
        }
        return bar;
    }

    private void sayMissing() {
        long missing = numbers.missing();
        if (missing > missingSaid) {
            note(Code.TRADES_MISSING, missing + " numbers of trades are missing up to minute " + nextMs);
        }
        missingSaid = missing;
    }

    /** Whether there is a market in the next minute: the last minute of a session still closes as any other. */
    private boolean inSession() {
        return !offline && trading.test(nextMs);
    }

    private OpenMinute minute(long openMs) {
        return minutes.computeIfAbsent(openMs, unseen -> new OpenMinute());
    }

    private void note(Code code, String text) {
        notes.accept(new LiveNote(code, instrument, text));
    }

    private static long minuteOf(long timeMs) {
        return Math.floorDiv(timeMs, Bar.INTERVAL_MS) * Bar.INTERVAL_MS;
    }
}
