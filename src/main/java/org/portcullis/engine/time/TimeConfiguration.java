package org.portcullis.engine.time;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Wires clocks and threads. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    @Bean
    WallTime wallTime() {
        return new WallTime();
    }

    /** In a replay judgements and timers run on event time, otherwise on the wall clock. */
    @Bean
    @Primary
    EventClock eventClock(WallTime wall, @Value("${portcullis.feed.replay.enabled:true}") boolean replay) {
        return replay ? EventClock.following(wall) : EventClock.reading(wall);
    }

    @Bean
    StageTimes stageTimes() {
        return new StageTimes();
    }

    @Bean(destroyMethod = "close")
    Background background() {
        return new Background();
    }
}
