package org.portcullis.market.adapter.route;

import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.route.Drain;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.engine.time.WallTime;
import org.portcullis.market.BarMemory;
import org.portcullis.market.BarWalk;
import org.portcullis.market.FeedPositions;
import org.portcullis.market.WarmStart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what shows the minutes of a live feed. */
@Configuration(proxyBeanMethods = false)
class LiveFramesConfiguration {

    /** Minutes that may be on their way before the feed waits; it never waits for the pipeline to be empty. */
    private static final int WINDOW = 64;

    @Bean
    LiveFrames liveFrames(MessageBus bus, Drain drain, FeedPositions positions, PolicyBook policy, WallTime time) {
        return new LiveFrames(new MarketEvents(bus, drain, false, WINDOW), positions,
                () -> policy.current().duration("market.bar-age-max"), time);
    }

    @Bean
    WarmStart warmStart(MessageBus bus, Drain drain, BarMemory memory, PolicyBook policy, WallTime time) {
        return new KeptBars(memory, new MarketEvents(bus, drain, false, WINDOW),
                () -> BarWalk.barsToForget(policy.current()), time);
    }
}
