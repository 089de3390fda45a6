package org.portcullis.venue.adapter.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.venue.adapter.stream.RunningFeed.id;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.WallTime;
import org.portcullis.journal.Journal;
import org.portcullis.journal.JournalReader;
import org.portcullis.journal.JournalRecord;
import org.portcullis.market.ClosedMinute;
import org.portcullis.venue.StreamHealth.State;
import org.portcullis.venue.stream.FakeVenue;

/** The shipped route from a venue's streams to closed minutes. */
@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StreamRouteTest {

    @TempDir
    Path folder;

    /** Stands where minutes are shown. */
    public static final class Shown {
        private final List<ClosedMinute> minutes = Collections.synchronizedList(new ArrayList<>());

        private final AtomicInteger failuresToCome = new AtomicInteger();

        /** Takes what is to be shown. */
        public void publish(@Body List<ClosedMinute> closed) {
            if (failuresToCome.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("the broker is away");
            }
            minutes.addAll(closed);
        }
    }

    @Test
    @DisplayName("S1-02 the route keeps every frame before it is read and ends in closed minutes")
    void the_route_keeps_every_frame_and_ends_in_closed_minutes() throws Exception {
        Shown shown = new Shown();
        try (FakeVenue venue = new FakeVenue(); Background background = new Background();
                Journal journal = Journal.open(folder, new WallTime())) {
            try (RunningFeed parts = RunningFeed.parts(venue, 2, 120);
                    DefaultCamelContext camel = camel(parts, journal, background, shown)) {
                camel.start();
                parts.tradeUntil(2, "minutes are shown", () -> shown.minutes.size() >= 3);
                assertThat(parts.all(State.LIVE)).isTrue();
                camel.getRouteController().stopRoute("venue.in.stream");
                assertThat(parts.all(State.STOPPED)).isTrue();
            }
            journal.sync();
            Map<String, Long> kept = kept();
            assertThat(kept).containsOnlyKeys("plain/1");
            assertThat(kept.get("plain/1")).isGreaterThan(100);
            assertThat(shown.minutes.stream().flatMap(minute -> minute.bars().stream()))
                    .extracting(bar -> bar.instrument()).contains(id(0));
        }
    }

    @Test
    @DisplayName("a step that fails loses its connections, which are opened anew, and the feed goes on by itself")
    void a_step_that_fails_does_not_end_the_feed() throws Exception {
        Shown shown = new Shown();
        try (FakeVenue venue = new FakeVenue(); Background background = new Background();
                Journal journal = Journal.open(folder, new WallTime());
                RunningFeed parts = RunningFeed.parts(venue, 1, 120);
                DefaultCamelContext camel = camel(parts, journal, background, shown)) {
            camel.start();
            parts.tradeUntil(1, "minutes are shown", () -> shown.minutes.size() >= 2 && parts.all(State.LIVE));
            shown.failuresToCome.set(3);
            parts.tradeUntil(1, "it was lost and came back", () -> shown.failuresToCome.get() == 0
                    && parts.health(0).reconnects() > 0 && parts.all(State.LIVE));
            int before = shown.minutes.size();
            parts.tradeUntil(1, "minutes are shown again", () -> shown.minutes.size() >= before + 3);
            assertThat(parts.health(0).lastTrouble()).contains("the broker is away");
            camel.getRouteController().stopRoute("venue.in.stream");
            assertThat(parts.all(State.STOPPED)).isTrue();
            shown.minutes.stream().flatMap(minute -> minute.bars().stream()).forEach(bar ->
                    assertThat(bar).isEqualTo(venue.tape().bars(id(0)).get(bar.openTimeMs())));
        }
    }

    private Map<String, Long> kept() {
        try (JournalReader reader = JournalReader.from(folder, 1)) {
            Iterable<JournalRecord> records = () -> reader;
            return java.util.stream.StreamSupport.stream(records.spliterator(), false)
                    .collect(Collectors.groupingBy(JournalRecord::stream, Collectors.counting()));
        }
    }

    private static DefaultCamelContext camel(RunningFeed parts, Journal journal, Background background, Shown shown)
            throws Exception {
        DefaultCamelContext camel = new DefaultCamelContext();
        camel.getPropertiesComponent().addInitialProperty("portcullis.feed.live.enabled", "true");
        Stream.of(Map.entry("streamJournal", new StreamJournal(journal, true)), Map.entry("liveStreams", parts.streams),
                Map.entry("liveBars", parts.bars), Map.entry("liveFrames", shown), Map.entry("background", background))
                .forEach(bean -> camel.getRegistry().bind(bean.getKey(), bean.getValue()));
        camel.getShutdownStrategy().setTimeout(Duration.ofSeconds(5).toSeconds());
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("venue-in-stream.camel.yaml",
                Files.readString(Path.of("routes/venue/venue.in.stream.camel.yaml"))));
        return camel;
    }
}
