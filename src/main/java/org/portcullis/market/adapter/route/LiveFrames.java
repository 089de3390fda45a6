package org.portcullis.market.adapter.route;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.time.WallTime;
import org.portcullis.market.ClosedMinute;
import org.portcullis.market.FeedPositions;
import org.portcullis.market.MarketFrame;

/**
 * Shows minutes of the live feed as they become final. What was judged before a restart, and what was filled in too
 * late to trade on (S2-REQ-ST1), is shown as history: indicators see it, nothing is proposed on it. A minute that could
 * not be shown is shown before the next ones: it is final, and nobody else will tell it again.
 */
public class LiveFrames {

    private final MarketEvents events;
    private final FeedPositions positions;
    private final Supplier<Duration> barAgeMax;
    private final WallTime time;
    private final Deque<MarketFrame> waiting = new ArrayDeque<>();
    private @Nullable String feed;
    private long judgedUpToMs;

    /** @param barAgeMax oldest closed bar that strategies may see, asked for every minute */
    LiveFrames(MarketEvents events, FeedPositions positions, Supplier<Duration> barAgeMax, WallTime time) {
        this.events = events;
        this.positions = positions;
        this.barAgeMax = barAgeMax;
        this.time = time;
    }

    /** Shows these minutes to everybody who listens, oldest first. */
    public void publish(@Body List<ClosedMinute> minutes, @Header("portcullisFeed") String name) {
        if (minutes.isEmpty() && waiting.isEmpty()) {
            return;
        }
        if (!name.equals(feed)) {
            judgedUpToMs = positions.judgedUpTo(name).orElse(Long.MIN_VALUE);
            feed = name;
        }
        for (ClosedMinute minute : minutes) {
            waiting.add(new MarketFrame(name, minute.openTimeMs(), time.micros(), false, minute.bars(),
                    minute.funding()));
        }
        for (MarketFrame next = waiting.peek(); next != null; next = waiting.peek()) {
            events.publish(history(next) ? new MarketFrame(next.feed(), next.openTimeMs(), next.receivedMicros(), true,
                    next.bars(), next.funding()) : next);
            waiting.remove();
        }
    }

    private boolean history(MarketFrame frame) {
        long ageMs = time.micros() / 1_000 - frame.closeTimeMs();
        return frame.openTimeMs() <= judgedUpToMs || ageMs > barAgeMax.get().toMillis();
    }
}
