package org.portcullis.venue.adapter.stream;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.time.VenueClock;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.BookDepth;
import org.portcullis.venue.StreamHealth;
import org.portcullis.venue.StreamHealth.State;
import org.portcullis.venue.stream.Heard;
import org.portcullis.venue.stream.StreamConnection;
import org.portcullis.venue.stream.StreamTrouble;

/**
 * One of a venue's connections over its whole life: opened, watched, opened anew after a growing wait when it fails,
 * and replaced by a fresh one before the venue cuts it. All of it in the one thread that handles the feed; only {@link
 * #book} may be asked from any.
 */
final class StreamLink {

    /** Opens connections and is told what becomes of them. */
    interface Owner {

        /** Begins to open a connection for this link. */
        Talk open(StreamLink link, long nowNanos);

        /** Whether a connection may be opened now; if so, it counts. */
        boolean mayOpen(long nowNanos);

        /** Whether the market of any of its instruments is open, so that data has to come. */
        boolean dataExpected(StreamLink link);

        /** From now on the connection brings the trades of those instruments. */
        void covered(Talk talk, List<InstrumentId> whose);

        /**
         * It does not any more; only told of those that were {@link #covered}.
         *
         * @param sinceMs last moment at which it did, our time, UTC milliseconds
         */
        void uncovered(List<InstrumentId> whose, long sinceMs);
    }

    private final StreamConnection connection;
    private final LinkTimes times;
    private final BackOff backOff;
    private final Owner owner;
    private final TroubleLog log;
    private final Map<StreamTrouble.Code, Long> troubles = new EnumMap<>(StreamTrouble.Code.class);
    private volatile @Nullable Talk current;
    private @Nullable Talk replacement;
    private int attempt;
    private long nextAttemptNanos;
    private State state = State.WAITING;
    private long sinceMs;
    private long lastFrameMs;
    private long frames;
    private long events;
    private long reconnects;
    private long replacements;
    private String lastTrouble = "";

    StreamLink(StreamConnection connection, LinkTimes times, BackOff backOff, Owner owner, TroubleLog log,
            long nowNanos, long nowMs) {
        this.connection = connection;
        this.times = times;
        this.backOff = backOff;
        this.owner = owner;
        this.log = log;
        this.nextAttemptNanos = nowNanos;
        this.sinceMs = nowMs;
    }

    StreamConnection connection() {
        return connection;
    }

    /** The book of one of its instruments while the connection keeps it in step; may be asked from any thread. */
    Optional<BookDepth> book(InstrumentId instrument, int levels, VenueClock clock) {
        Talk talk = current;
        return talk == null ? Optional.empty() : talk.book(instrument, levels, clock);
    }

    /** Whether that is a connection of it, not one that has gone. */
    boolean speaks(Talk talk) {
        return talk == current || talk == replacement;
    }

    /** Looks after it: opens, sends, watches, replaces. */
    void look(long nowNanos, long nowMs) {
        if (current == null && nowNanos - nextAttemptNanos >= 0 && owner.mayOpen(nowNanos)) {
            current = owner.open(this, nowNanos);
            to(State.OPENING, nowMs);
        }
        look(current, nowNanos, nowMs);
        look(replacement, nowNanos, nowMs);
        takeOver(nowNanos);
        Talk now = current;
        if (now != null && replacement == null && now.live() && now.olderThan(times.lifeNanos(), nowNanos)
                && owner.mayOpen(nowNanos)) {
            replacement = owner.open(this, nowNanos);
        }
    }

    /** A frame of one of its connections was understood. */
    void heard(Talk talk, Heard heard, long receivedAtMs, long nowNanos) {
        frames++;
        events += heard.events().size();
        lastFrameMs = Math.max(lastFrameMs, receivedAtMs);
        talk.heard(!heard.events().isEmpty(), receivedAtMs, nowNanos);
        if (talk != current && talk != replacement) {
            return;
        }
        List<InstrumentId> proven = talk.prove(heard);
        if (!proven.isEmpty()) {
            owner.covered(talk, proven);
        }
        takeOver(nowNanos);
        if (talk == current && talk.live() && talk.session().allSent()) {
            to(State.LIVE, receivedAtMs);
        }
    }

    /** Frames are missing before the last one of its connections, of whatever kind; what comes now is heard again. */
    void missed(Talk talk) {
        List<InstrumentId> whose = talk.covered();
        if (!whose.isEmpty()) {
            owner.uncovered(whose, talk.frameBeforeMs());
            owner.covered(talk, whose);
        }
    }

    /** The venue may not send some trades any more: each instrument has to be proven anew. */
    void doubted(Talk talk, Collection<InstrumentId> among) {
        uncover(talk, talk.covered().stream().filter(among::contains).toList(), talk.frameBeforeMs());
    }

    private void uncover(Talk talk, List<InstrumentId> whose, long sinceMs) {
        if (!whose.isEmpty()) {
            talk.doubt(whose);
            owner.uncovered(whose, sinceMs);
        }
    }

    /** Something was wrong on it. */
    void trouble(StreamTrouble trouble, long nowNanos) {
        troubles.merge(trouble.code(), 1L, Long::sum);
        lastTrouble = trouble.code() + " " + trouble.about() + ": " + trouble.text();
        log.say(trouble.code().name(), connection.name() + " " + trouble.about(), trouble.text(), nowNanos);
    }

    /** One of its connections is gone, or has to go. */
    void ended(Talk talk, String why, long nowNanos, long nowMs) {
        if (talk != current && talk != replacement) {
            return;
        }
        log.say("CONNECTION_LOST", connection.name(), why, nowNanos);
        lastTrouble = why;
        talk.session().abort();
        uncover(talk, talk.covered(), talk.lastFrameMs());
        if (talk == replacement) {
            replacement = null;
            return;
        }
        // one that held for long enough was a good one: the next wait is short again
        attempt = talk.live() && talk.olderThan(times.soundNanos(), nowNanos) ? 0 : attempt + 1;
        reconnects++;
        current = replacement;
        replacement = null;
        if (current == null) {
            nextAttemptNanos = nowNanos + backOff.nanos(attempt);
            to(State.WAITING, nowMs);
        }
    }

    /** What it brought could not be used: its connections are lost with it. */
    void failed(String why, long nowNanos, long nowMs) {
        for (Talk talk : new Talk[] {replacement, current}) {
            if (talk != null) {
                ended(talk, why, nowNanos, nowMs);
            }
        }
    }

    /** Ends it for good. */
    void stop(long nowMs) {
        for (Talk talk : new Talk[] {current, replacement}) {
            if (talk != null) {
                talk.session().abort();
            }
        }
        current = null;
        replacement = null;
        to(State.STOPPED, nowMs);
    }

    StreamHealth health() {
        Map<String, Long> byCode = new TreeMap<>();
        troubles.forEach((code, count) -> byCode.put(code.name(), count));
        return new StreamHealth(connection.name(), connection.instruments().size(), state, sinceMs, lastFrameMs, frames,
                events, reconnects, replacements, byCode, lastTrouble);
    }

    private void look(@Nullable Talk talk, long nowNanos, long nowMs) {
        if (talk == null) {
            return;
        }
        talk.send(nowNanos, times);
        String dead = talk.dead(nowNanos, times, () -> owner.dataExpected(this));
        if (!dead.isEmpty()) {
            ended(talk, dead, nowNanos, nowMs);
        }
    }

    /** The old one is not needed any more once the fresh one brings the same trades, or has had the time to. */
    private void takeOver(long nowNanos) {
        Talk fresh = replacement;
        Talk old = current;
        if (fresh == null || old == null || !fresh.live() || !fresh.session().allSent()
                || !fresh.coversAllOf(old) && !fresh.olderThan(times.firstDataNanos(), nowNanos)) {
            return;
        }
        current = fresh;
        replacement = null;
        replacements++;
        old.session().abort();
        uncover(old, old.covered(), old.lastFrameMs());
    }

    private void to(State next, long nowMs) {
        if (state != next) {
            state = next;
            sinceMs = nowMs;
        }
    }
}
