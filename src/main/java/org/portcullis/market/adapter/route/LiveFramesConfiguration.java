package org.portcullis.market.adapter.route;

import java.util.function.IntSupplier;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.route.Drain;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.WallTime;
import org.portcullis.market.BarMemory;
import org.portcullis.market.BarWalk;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.FeedPositions;
import org.portcullis.market.HistoryTaker;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.WarmStart;
import org.portcullis.market.domain.HistorySpan;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
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

    /** What a live feed's history has to be shown first; a replay shows its own. */
    @Bean
    WarmGate warmGate(@Value("${portcullis.feed.live.enabled:false}") boolean live) {
        return new WarmGate(live);
    }

    @Bean
    WarmStart warmStart(BarMemory memory, ObjectProvider<HistoryTaker> takers, PolicyBook policy,
            InstrumentCatalogue catalogue, CalendarBook calendars, Background background, WallTime time,
            WarmGate gate) {
        IntSupplier barsToForget = () -> BarWalk.barsToForget(policy.current());
        KeptBars.Terms terms = new KeptBars.Terms(barsToForget, (instrument, nowMs) -> HistorySpan.fromMs(
                catalogue.find(instrument).map(listed -> calendars.calendars().get(listed.calendar())).orElse(null),
                nowMs, barsToForget.getAsInt()), Math.max(1, Runtime.getRuntime().availableProcessors()));
        return new KeptBars(memory, terms, () -> takers.orderedStream().toList(), background, time, gate);
    }
}
