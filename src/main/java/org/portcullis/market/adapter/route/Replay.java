package org.portcullis.market.adapter.route;

import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.portcullis.engine.time.Background;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.BarStream;
import org.portcullis.market.FeedPositions;
import org.portcullis.market.ReplayEnded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The configured replay: starts when its route starts, stops with it, tells when it has come to its end. */
final class Replay {

    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

    private final String feed;
    private final ReplayFeed walk;
    private final Supplier<BarStream> source;
    private final Set<InstrumentId> wanted;
    private final FeedPositions positions;
    private final MarketEvents events;
    private final Background background;
    private final Consumer<ReplayEnded> whenEnded;

    Replay(String feed, ReplayFeed walk, Supplier<BarStream> source, Set<InstrumentId> wanted, FeedPositions positions,
            MarketEvents events, Background background, Consumer<ReplayEnded> whenEnded) {
        this.feed = feed;
        this.walk = walk;
        this.source = source;
        this.wanted = wanted;
        this.positions = positions;
        this.events = events;
        this.background = background;
        this.whenEnded = whenEnded;
    }

    void start(ReplayFeed.Onward onward) {
        OptionalLong judged = positions.judgedUpTo(feed);
        background.run("replay", () -> show(judged, onward));
    }

    void stop() {
        walk.stop();
        events.stop();
    }

    private void show(OptionalLong judged, ReplayFeed.Onward onward) {
        try (Frames frames = new Frames(source.get(), wanted)) {
            ReplayEnded ended = walk.run(frames, judged, onward);
            if (walk.stopped()) {
                LOG.info("replay {} was stopped", feed);
                return;
            }
            events.awaitEnd();
            events.publish(walk.end());
            events.awaitEnd();
            whenEnded.accept(ended);
        } catch (Exception failed) {
            LOG.error("replay {} stopped; nothing new will be judged until it is mended and restarted", feed, failed);
        }
    }
}
