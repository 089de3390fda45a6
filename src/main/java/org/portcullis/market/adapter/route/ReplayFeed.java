package org.portcullis.market.adapter.route;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.time.WallTime;
import org.portcullis.market.MarketFrame;
import org.portcullis.market.ReadBar;
import org.portcullis.market.ReplayEnded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Walks through a source frame by frame at the set speed, beginning after what was judged before a restart. */
final class ReplayFeed {

    /** What happens to each frame: the route that follows the replay endpoint. */
    interface Onward {
        void frame(MarketFrame frame, List<ReadBar.Good> rows) throws Exception;
    }

    private static final Logger LOG = LoggerFactory.getLogger(ReplayFeed.class);
    private static final int SAID_EVERY_FRAMES = 10_000;
    private static final long LOOK_NANOS = 100_000_000;

    private final String feed;
    private final String source;
    private final ReplaySettings settings;
    private final int warmUpFrames;
    private final WallTime time;
    private volatile boolean stopping;
    private long frames;
    private long bars;

    ReplayFeed(String feed, String source, ReplaySettings settings, int warmUpFrames, WallTime time) {
        this.feed = feed;
        this.source = source;
        this.settings = settings;
        this.warmUpFrames = warmUpFrames;
        this.time = time;
    }

    /**
     * Shows every frame; ends early when it is stopped.
     *
     * @param judgedUpTo newest bar judged before this process started
     */
    ReplayEnded run(Frames from, OptionalLong judgedUpTo, Onward onward) throws Exception {
        long started = time.stopwatchNanos();
        List<ReadBar.Good> next = judgedUpTo.isPresent() ? warmUp(from, judgedUpTo.getAsLong(), onward) : from.next();
        long due = time.stopwatchNanos();
        while (next != null && !stopping) {
            due = pace(due);
            onward.frame(frame(next, false), next);
            bars += next.size();
            if (++frames % SAID_EVERY_FRAMES == 0) {
                LOG.info("replay {} has shown {} frames, {} bars", feed, frames, bars);
            }
            next = from.next();
        }
        return new ReplayEnded(feed, source, frames, bars, from.refused(), time.stopwatchNanos() - started);
    }

    /** Ends the walk after the frame at hand; not by an interrupt, which would close the journal under it. */
    void stop() {
        stopping = true;
    }

    boolean stopped() {
        return stopping;
    }

    /** A frame without bars: tells listeners to finish what they count. */
    MarketFrame end() {
        return new MarketFrame(feed, Long.MAX_VALUE / 2, time.micros(), false, List.of());
    }

    private @Nullable List<ReadBar.Good> warmUp(Frames from, long judgedUpTo, Onward onward) throws Exception {
        Deque<List<ReadBar.Good>> recent = new ArrayDeque<>();
        List<ReadBar.Good> next = from.next();
        while (next != null && next.get(0).bar().openTimeMs() <= judgedUpTo) {
            recent.addLast(next);
            if (recent.size() > warmUpFrames) {
                recent.removeFirst();
            }
            next = from.next();
        }
        LOG.info("replay {} goes on after {}; {} frames are shown again to warm up", feed,
                java.time.Instant.ofEpochMilli(judgedUpTo), recent.size());
        for (List<ReadBar.Good> rows : recent) {
            onward.frame(frame(rows, true), rows);
        }
        return next;
    }

    private MarketFrame frame(List<ReadBar.Good> rows, boolean warmUp) {
        return new MarketFrame(feed, rows.get(0).bar().openTimeMs(), time.micros(), warmUp,
                rows.stream().map(ReadBar.Good::bar).toList());
    }

    private long pace(long due) {
        if (settings.paceNanos() == 0 || frames < settings.preRoll()) {
            return time.stopwatchNanos();
        }
        long now = time.stopwatchNanos();
        while (now < due && !stopping) {
            LockSupport.parkNanos(Math.min(due - now, LOOK_NANOS));
            now = time.stopwatchNanos();
        }
        return Math.max(due, now - settings.paceNanos()) + settings.paceNanos();
    }
}
