package org.portcullis.venue.adapter.stream;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private volatile @Nullable OpenFeed feed;

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
     * @throws IllegalStateException when the settings name no venue that we speak with
     */
    void open() {
        StreamPlan heard = plan.get();
        Map<InstrumentId, Long> kept = warmStart.show(feedName(), heard.instruments().keySet(),
                tools.oracle().nowMs());
        inbox.open();
        feed = new OpenFeed(settings, heard, bars, tools, inbox, kept);
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
        return new StreamBatch(nowMs, arrivals);
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

    /** Ends every connection. */
    void close() {
        OpenFeed open = feed;
        if (open != null) {
            open.stop();
            inbox.close();
            show(open);
        }
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
