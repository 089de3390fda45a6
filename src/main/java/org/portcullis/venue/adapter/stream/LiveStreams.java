package org.portcullis.venue.adapter.stream;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.BookDepth;
import org.portcullis.market.LiveBars;
import org.portcullis.market.MarketBatch;
import org.portcullis.market.OrderBooks;
import org.portcullis.market.WarmStart;
import org.portcullis.venue.StreamHealth;
import org.portcullis.venue.StreamsView;

/**
 * The live feed of one venue: {@link #open} connects, then one thread goes through {@link #next}, {@link #hear} and
 * {@link #handled} again and again until {@link #close}.
 */
public class LiveStreams implements StreamsView, OrderBooks {

    private static final long SHOW_NANOS = 50_000_000;

    private final LiveSettings settings;
    private final Supplier<StreamPlan> plan;
    private final LiveBars bars;
    private final StreamTools tools;
    private final WarmStart warmStart;
    private final Inbox inbox = new Inbox();
    private volatile List<StreamHealth> shown = List.of();
    private volatile long superseded;
    private long shownAtNanos;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile @Nullable OpenFeed feed;
    private StreamBatch taken = new StreamBatch(0, List.of());

    /**
     * @param plan      made when the feed opens, so that a feed that is switched off needs none
     * @param warmStart shows what is kept before the feed listens
     */
    LiveStreams(LiveSettings settings, Supplier<StreamPlan> plan, LiveBars bars, StreamTools tools,
            WarmStart warmStart) {
        this.warmStart = warmStart;
        this.settings = settings;
        this.plan = plan;
        this.bars = bars;
        this.tools = tools;
    }

    /** The name under which this feed's bars are shown and counted. */
    public String feedName() {
        return settings.feed();
    }

    /**
     * Begins to connect.
     *
     * @return false when the one who opened it before has not closed it yet: two must not touch its state
     * @throws IllegalStateException when the settings name no venue that we speak with
     */
    boolean open() {
        if (!busy.compareAndSet(false, true)) {
            return false;
        }
        boolean opened = false;
        try {
            StreamPlan heard = plan.get();
            Map<InstrumentId, Long> kept = warmStart.show(feedName(), heard.instruments().keySet(),
                    tools.oracle().nowMs());
            inbox.open();
            feed = new OpenFeed(settings, heard, bars, tools, inbox, kept);
            opened = true;
            return true;
        } finally {
            if (!opened) {
                busy.set(false);
            }
        }
    }

    /** Waits for what comes next, but not longer than it may take until connections are looked after. */
    StreamBatch next() throws InterruptedException {
        List<Arrival> arrivals = inbox.take(settings.look().toMillis(), settings.batchMax());
        // while more is waiting, time has only come as far as the last of these: its trades may be of this minute
        long nowMs = tools.oracle().nowMs();
        if (!inbox.isEmpty()) {
            for (Arrival arrival : arrivals) {
                nowMs = arrival instanceof Arrival.Frame frame ? frame.receivedAtMs() : nowMs;
            }
        }
        taken = new StreamBatch(nowMs, arrivals);
        return taken;
    }

    /** Understands what came; opens, watches and closes connections. */
    public MarketBatch hear(StreamBatch batch) {
        OpenFeed open = feed;
        if (open == null) {
            throw new IllegalStateException("the feed is not open");
        }
        MarketBatch heard = open.hear(batch);
        long now = tools.stopwatch().stopwatchNanos();
        if (now - shownAtNanos >= SHOW_NANOS) {
            shownAtNanos = now;
            show(open);
        }
        return heard;
    }

    /** A batch is through: its connections may bring more. */
    void handled(StreamBatch batch) {
        for (Arrival arrival : batch.arrivals()) {
            if (arrival instanceof Arrival.Frame frame) {
                frame.session().handled();
            }
        }
    }

    /**
     * What {@link #next} gave last did not go all the way: every connection is given up and opened anew after its wait,
     * and nothing counts as heard until then.
     *
     * @param why for a person
     */
    void failed(String why) {
        OpenFeed open = feed;
        if (open != null) {
            open.failed(taken, why);
            taken = new StreamBatch(0, List.of());
            show(open);
        }
    }

    /** How long to wait after so many failures in a row, counted from 0. */
    long pauseNanos(int failures) {
        return new BackOff(settings.backOff(), settings.backOffMax(), tools.jitter()).nanos(failures);
    }

    /** The feed ended and nobody asked for that: its connections are shown as waiting, so that it is noticed. */
    void broke(String why) {
        failed(why);
        inbox.close();
    }

    /** Ends every connection. */
    void close() {
        OpenFeed open = feed;
        if (open != null) {
            open.stop();
            inbox.close();
            show(open);
        }
        busy.set(false);
    }

    @Override
    public List<StreamHealth> streams() {
        return shown;
    }

    @Override
    public Optional<BookDepth> book(InstrumentId instrument, int levels) {
        OpenFeed open = feed;
        return open == null ? Optional.empty() : open.book(instrument, levels);
    }

    /** Quotes left out since the start because a newer one had come already. */
    public long quotesSuperseded() {
        return superseded;
    }

    private void show(OpenFeed open) {
        shown = open.health();
        superseded = open.superseded();
    }
}
