package org.portcullis.venue.adapter.stream;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.Jitter;
import org.portcullis.engine.time.TimeOracle;
import org.portcullis.engine.time.WallTime;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.ClosedMinute;
import org.portcullis.market.Instrument;
import org.portcullis.market.LiveBars;
import org.portcullis.market.LiveNote;
import org.portcullis.market.WarmStart;
import org.portcullis.market.MarketBatch;
import org.portcullis.market.MarketEvent;
import org.portcullis.market.StatusUpdate;
import org.portcullis.market.TickLimits;
import org.portcullis.market.domain.bars.LiveBook;
import org.portcullis.venue.StreamHealth;
import org.portcullis.venue.stream.FakeVenue;
import org.portcullis.venue.stream.PlainLanguage;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A feed against a fake venue, in a time that runs so many times faster than life. */
final class RunningFeed implements AutoCloseable {

    /** Limits that nothing breaks: these tests are about streams. */
    private static final TickLimits LIMITS = new TickLimits(0, 0, 0, 1, 100, Long.MAX_VALUE, Long.MAX_VALUE,
            Long.MAX_VALUE, 1e9, 0, 0, 0);
    private static final CalendarBook CALENDARS = CalendarBook.read(Path.of("rules/calendars"));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final FakeVenue venue;
    final InstantSource clock;
    final LiveStreams streams;
    final LiveBars bars;
    final List<LiveNote> notes = Collections.synchronizedList(new ArrayList<>());
    final List<MarketEvent> events = Collections.synchronizedList(new ArrayList<>());
    final Map<InstrumentId, TreeMap<Long, Bar>> closed = Collections.synchronizedMap(new TreeMap<>());
    final List<StatusUpdate> statuses = Collections.synchronizedList(new ArrayList<>());
    final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    private final Background background = new Background();
    private Thread loop = new Thread(this::run, "running-feed");
    private volatile boolean stopping;

    RunningFeed(FakeVenue venue, int instruments, long speed, UnaryOperator<Map<String, String>> settings) {
        this(venue, instruments, speed, settings, 60_000);
    }

    /** @param differenceMsMax how far the venue's clock may differ */
    RunningFeed(FakeVenue venue, int instruments, long speed, UnaryOperator<Map<String, String>> settings,
            long differenceMsMax) {
        this(venue, instruments, speed, settings, differenceMsMax, true);
    }

    /** The parts of a feed, run by whoever asks for them. */
    static RunningFeed parts(FakeVenue venue, int instruments, long speed) {
        return new RunningFeed(venue, instruments, speed, keys -> {
            keys.put("grace", "50s");
            return keys;
        }, 60_000, false);
    }

    private RunningFeed(FakeVenue venue, int instruments, long speed, UnaryOperator<Map<String, String>> settings,
            long differenceMsMax, boolean run) {
        this.venue = venue;
        Instant began = Instant.now();
        Instant shown = Instant.parse("2026-01-05T00:00:00Z");
        clock = () -> shown.plus(Duration.between(began, Instant.now()).multipliedBy(speed));
        LiveSettings live = settings(venue, settings);
        bars = new LiveBook((check, limits) -> List.of(), () -> LIMITS, live.terms(), notes::add);
        HttpClient http = HttpClient.newHttpClient();
        streams = new LiveStreams(live, () -> plan(instruments), bars, new StreamTools(http,
                new HttpHistory(http, live.requestWait()), background, new TimeOracle(clock, differenceMsMax),
                new WallTime(), Jitter.seeded(Long.getLong("seed", 42L)), statuses::add), WarmStart.NOTHING);
        if (run) {
            streams.open();
            loop.start();
        }
    }

    /** Ends the feed as the end of its route does. */
    void stop() throws InterruptedException {
        stopping = true;
        loop.join();
    }

    /** Begins it again, with the same bars. */
    void startAgain() {
        stopping = false;
        streams.open();
        loop = new Thread(this::run, "running-feed");
        loop.start();
    }

    static InstrumentId id(int number) {
        return new InstrumentId("COIN" + number);
    }

    long nowMs() {
        return clock.instant().toEpochMilli();
    }

    StreamHealth health(int connection) {
        return streams.streams().get(connection);
    }

    boolean all(StreamHealth.State state) {
        return !streams.streams().isEmpty() && streams.streams().stream().allMatch(one -> one.state() == state);
    }

    /** Trades of every instrument until the condition holds. */
    void tradeUntil(int instruments, String what, BooleanSupplier condition) {
        until(what, () -> {
            for (int i = 0; i < instruments; i++) {
                venue.trade(id(i), nowMs());
            }
            return condition.getAsBoolean();
        });
    }

    /** Looks again and again until the condition holds. */
    void until(String what, BooleanSupplier condition) {
        Instant latest = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (!wrong.isEmpty() || Instant.now().isAfter(latest)) {
                throw new AssertionError("not reached: " + what + "; " + wrong + " " + streams.streams());
            }
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
        }
    }

    private static StreamPlan plan(int instruments) {
        Map<InstrumentId, Instrument> by = new LinkedHashMap<>();
        for (int i = 0; i < instruments; i++) {
            by.put(id(i), new Instrument(id(i), PlainLanguage.VENUE, "COIN" + i, "USD", 1, 1, 1, 0, 1, 0, 0));
        }
        return new StreamPlan(new PlainLanguage(), by, CALENDARS::of);
    }

    private static LiveSettings settings(FakeVenue venue, UnaryOperator<Map<String, String>> changes) {
        Map<String, String> keys = new LinkedHashMap<>(Map.of("stream-url", venue.streams().toString(), "rest-url",
                venue.rest().toString(), "venue", PlainLanguage.VENUE, "connects-per-minute", "1000000", "back-off",
                "1ms", "back-off-max", "20ms", "look", "2ms", "send-pause", "0ms"));
        Map<String, String> prefixed = new LinkedHashMap<>();
        changes.apply(keys).forEach((key, value) -> prefixed.put("portcullis.feed.live." + key, value));
        return new Binder(new MapConfigurationPropertySource(prefixed))
                .bindOrCreate("portcullis.feed.live", Bindable.of(LiveSettings.class));
    }

    private void run() {
        try {
            while (!stopping) {
                StreamBatch batch = streams.next();
                MarketBatch heard = streams.hear(batch);
                heard.items().forEach(item -> {
                    if (item instanceof MarketBatch.Told told) {
                        events.add(told.event());
                    }
                });
                bars.take(heard).forEach(this::keep);
                streams.handled(batch);
            }
        } catch (InterruptedException | RuntimeException failed) {
            wrong.add("the feed failed: " + failed);
        } finally {
            streams.close();
        }
    }

    private void keep(ClosedMinute minute) {
        for (Bar bar : minute.bars()) {
            TreeMap<Long, Bar> its = closed.computeIfAbsent(bar.instrument(), unseen -> new TreeMap<>());
            if (!its.isEmpty() && its.lastKey() >= bar.openTimeMs()) {
                wrong.add(bar + " came after " + its.lastEntry().getValue());
            }
            its.put(bar.openTimeMs(), bar);
        }
    }

    @Override
    public void close() throws InterruptedException {
        stop();
        background.close();
    }
}
