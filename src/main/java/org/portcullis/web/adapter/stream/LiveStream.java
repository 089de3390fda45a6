package org.portcullis.web.adapter.stream;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.route.Json;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.web.LiveBars;
import org.portcullis.web.Section;
import org.portcullis.web.Status;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Live connections. What happened is only noted; a tick sends it, so that a connection gets at most one push per pause
 * however fast the feed is, and a slow reader holds up nobody but itself.
 */
public final class LiveStream {

    /** Bars of one instrument in one push; a reader that missed more fetches them anew. */
    private static final int BARS_PER_PUSH = 200;

    private final LiveBars bars;
    private final Executor senders;
    private final InstantSource wall;
    private final int perUserMax;
    private final Duration heartbeat;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final SectionChanges changes = new SectionChanges();

    /**
     * @param senders where pushes are written; bounded
     * @param perUserMax connections one user may hold; the oldest makes room
     */
    public LiveStream(LiveBars bars, Executor senders, InstantSource wall, int perUserMax, Duration heartbeat) {
        this.bars = bars;
        this.senders = senders;
        this.wall = wall;
        this.perUserMax = perUserMax;
        this.heartbeat = heartbeat;
    }

    /**
     * A new connection of that user; it begins with the status and with the parts that have changed since they were
     * read.
     *
     * @param seen what {@link #changes()} said before the reader read its parts
     */
    public SseEmitter open(String user, @Nullable String session, Status status, long seen) {
        Connection connection = new Connection(user, session);
        List<Connection> own = connections.stream().filter(other -> other.user.equals(user)).toList();
        own.stream().limit(Math.max(0, own.size() - perUserMax + 1)).forEach(Connection::close);
        connections.add(connection);
        connection.status = status;
        connection.note(changes.since(seen)); // only after it hears of new ones: none falls between
        return connection.emitter;
    }

    /** Notes that parts of the page show something that has changed. */
    public void changed(Section... sections) {
        changes.note(sections);
        connections.forEach(connection -> connection.note(List.of(sections)));
    }

    /** Changes noted so far; a page takes it before it reads its parts and hands it over when it connects. */
    public long changes() {
        return changes.count();
    }

    /** Notes the status of the top bar; it is pushed only where it differs from what was pushed last. */
    public void status(Status status) {
        connections.forEach(connection -> connection.status = status);
    }

    /** Whether anybody listens. */
    public boolean listened() {
        return !connections.isEmpty();
    }

    /** Ends every connection of a session that has ended. */
    public void endSession(String session) {
        connections.stream().filter(connection -> session.equals(connection.session)).forEach(Connection::close);
    }

    /** Ends every connection. */
    public void endAll() {
        connections.forEach(Connection::close);
    }

    /** Sends to each connection what was noted for it; called again and again with the push pause between. */
    public void tick() {
        connections.forEach(connection -> {
            if (connection.sending.compareAndSet(false, true)) {
                try {
                    senders.execute(connection::push);
                } catch (RejectedExecutionException busy) {
                    connection.sending.set(false); // what was noted stays noted; the next tick tries again
                }
            }
        });
    }

    /** One reader. Only its own push touches what was sent; notes come from any thread. */
    private final class Connection {

        private final String user;
        private final @Nullable String session;
        private final SseEmitter emitter = new SseEmitter(0L);
        private final AtomicBoolean sending = new AtomicBoolean();
        private final Set<Section> noted = EnumSet.noneOf(Section.class);
        private final Map<InstrumentId, Long> sentUntil = new ConcurrentHashMap<>();
        private volatile @Nullable Status status;
        private @Nullable Status sentStatus;
        private Instant sentAt = Instant.EPOCH;

        Connection(String user, @Nullable String session) {
            this.user = user;
            this.session = session;
            bars.lastPrices().keySet().forEach(id -> bars.newest(id, 1)
                    .forEach(bar -> sentUntil.put(id, bar.openTimeMs())));
            emitter.onCompletion(() -> connections.remove(this));
            emitter.onError(gone -> connections.remove(this));
            emitter.onTimeout(this::close);
        }

        void note(Collection<Section> sections) {
            synchronized (noted) {
                noted.addAll(sections);
            }
        }

        void close() {
            connections.remove(this);
            emitter.complete();
        }

        void push() {
            try {
                pushStatus();
                pushBars();
                pushChanged();
                if (Duration.between(sentAt, wall.instant()).compareTo(heartbeat) >= 0) {
                    send(SseEmitter.event().comment("still here"));
                }
            } catch (IOException | IllegalStateException gone) {
                // the reader went away: that is how a live connection ends, and there is nothing to mend
                connections.remove(this);
                emitter.completeWithError(gone);
            } finally {
                sending.set(false);
            }
        }

        private void pushStatus() throws IOException {
            Status now = status;
            if (now != null && (sentStatus == null || !now.withoutTimes().equals(sentStatus.withoutTimes()))) {
                send(event("mode", now));
                sentStatus = now;
            }
        }

        private void pushBars() throws IOException {
            for (InstrumentId id : bars.lastPrices().keySet()) {
                long until = sentUntil.getOrDefault(id, Long.MIN_VALUE);
                List<Bar> fresh = bars.since(id, until, BARS_PER_PUSH + 1);
                if (!fresh.isEmpty()) {
                    sentUntil.put(id, fresh.get(fresh.size() - 1).openTimeMs());
                    boolean missed = fresh.size() > BARS_PER_PUSH;
                    List<Bar> sent = missed ? fresh.subList(fresh.size() - 1, fresh.size()) : fresh;
                    send(event("bar", new BarEvent(id.value(), missed, sent.stream().map(BarEvent::numbers).toList())));
                }
            }
        }

        private void pushChanged() throws IOException {
            List<String> sections;
            synchronized (noted) {
                sections = noted.stream().map(Section::key).toList();
                noted.clear();
            }
            if (!sections.isEmpty()) {
                send(event("changed", Map.of("sections", sections)));
            }
        }

        private void send(SseEmitter.SseEventBuilder event) throws IOException {
            emitter.send(event);
            sentAt = wall.instant();
        }

        private SseEmitter.SseEventBuilder event(String name, Object word) {
            return SseEmitter.event().name(name).data(Json.write(word), MediaType.TEXT_PLAIN);
        }
    }

    /**
     * New bars of one instrument.
     *
     * @param missed whether there were more than are sent: fetch the series anew
     * @param bars open time, open, high, low, close, volume; decimals as text
     */
    record BarEvent(String instrument, boolean missed, List<List<Object>> bars) {

        static List<Object> numbers(Bar bar) {
            return List.of(bar.openTimeMs(), FixedPoint.format(bar.openE8()), FixedPoint.format(bar.highE8()),
                    FixedPoint.format(bar.lowE8()), FixedPoint.format(bar.closeE8()),
                    FixedPoint.format(bar.volumeE8()));
        }
    }
}
