package org.portcullis.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventClockTest {

    private static final Instant WALL = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void in_a_replay_time_is_what_the_feed_reached_and_never_goes_back() {
        EventClock clock = EventClock.following(InstantSource.fixed(WALL));
        assertThat(clock.instant()).isEqualTo(WALL);
        clock.reached(60_000);
        assertThat(clock.instant()).isEqualTo(Instant.ofEpochMilli(60_000));
        clock.reached(59_999);
        assertThat(clock.instant()).isEqualTo(Instant.ofEpochMilli(60_000));
    }

    @Test
    void with_live_streams_time_is_the_wall_clock() {
        EventClock clock = EventClock.reading(InstantSource.fixed(WALL));
        clock.reached(60_000);
        assertThat(clock.instant()).isEqualTo(WALL);
    }
}
