package org.portcullis.venue.adapter.stream;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.portcullis.engine.time.VenueClock;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Side;
import org.portcullis.market.BookDepth;
import org.portcullis.market.MarketEvent;
import org.portcullis.market.Trade;
import org.portcullis.venue.stream.BookView;
import org.portcullis.venue.stream.Dialogue;
import org.portcullis.venue.stream.Heard;

/**
 * One opened connection with what is said on it, and the times by which it is watched. One thread; only {@link #book}
 * may be asked from any.
 */
final class Talk {

    private final StreamLink link;
    private final WireSession session;
    private final Dialogue dialogue;
    private final long begunNanos;
    private boolean open;
    private boolean live;
    private final Set<InstrumentId> covered = new LinkedHashSet<>();
    private long openedNanos;
    private long lastFrameNanos;
    private long lastFrameMs;
    private long frameBeforeMs;
    private long nextKeepAliveNanos;

    Talk(StreamLink link, WireSession session, Dialogue dialogue, long begunNanos) {
        this.link = link;
        this.session = session;
        this.dialogue = dialogue;
        this.begunNanos = begunNanos;
    }

    StreamLink link() {
        return link;
    }

    WireSession session() {
        return session;
    }

    /** What a frame means; meanwhile nobody looks at the books. */
    synchronized Heard understood(String frame, long receivedAtMs) {
        return dialogue.hear(frame, receivedAtMs);
    }

    /** Whether the book of an instrument is held and in step. */
    synchronized boolean holds(InstrumentId instrument) {
        return dialogue.book(instrument).isPresent();
    }

    /** What a fetched book means; meanwhile nobody looks at it. */
    synchronized Heard snapshot(InstrumentId instrument, String body, long receivedAtMs) {
        return dialogue.snapshot(instrument, body, receivedAtMs);
    }

    /**
     * The book of an instrument while it is in step; may be asked from any thread, which then waits for one frame at
     * most.
     *
     * @param clock tells the venue's time of its last change
     */
    synchronized Optional<BookDepth> book(InstrumentId instrument, int levels, VenueClock clock) {
        return dialogue.book(instrument).map(view -> new BookDepth(instrument, clock.ofOwn(view.heardAtMs()),
                levels(view, Side.BUY, levels), levels(view, Side.SELL, levels)));
    }

    private static List<BookDepth.Level> levels(BookView view, Side side, int count) {
        return view.levels(side, count).stream().map(level -> new BookDepth.Level(level.priceE8(),
                level.quantityE8())).toList();
    }

    /** The connection is open: the greeting goes out. */
    void opened(long nowNanos, long keepAliveNanos) {
        open = true;
        openedNanos = nowNanos;
        lastFrameNanos = nowNanos;
        nextKeepAliveNanos = nowNanos + keepAliveNanos;
        dialogue.greeting().forEach(session::send);
    }

    /** A frame came; only data proves that the venue sends what was asked for. */
    void heard(boolean told, long receivedAtMs, long nowNanos) {
        live |= told;
        lastFrameNanos = nowNanos;
        frameBeforeMs = lastFrameMs == 0 ? receivedAtMs : lastFrameMs;
        lastFrameMs = receivedAtMs;
    }

    /** Whether it has brought data. */
    boolean live() {
        return live;
    }

    /**
     * Whose trades a frame has proven to come: the venue said so, or one was there. Other data proves nothing, for a
     * venue may refuse trades, or forget them, and send the rest.
     *
     * @return those that were not proven before
     */
    List<InstrumentId> prove(Heard heard) {
        List<InstrumentId> fresh = new ArrayList<>(0);
        heard.confirmed().forEach(id -> prove(id, fresh));
        for (MarketEvent event : heard.events()) {
            if (event instanceof Trade) {
                prove(event.instrument(), fresh);
            }
        }
        return fresh;
    }

    private void prove(InstrumentId instrument, List<InstrumentId> fresh) {
        if (!covered.contains(instrument) && link.connection().instruments().contains(instrument)) {
            covered.add(instrument);
            fresh.add(instrument);
        }
    }

    /** Whose trades it brings. */
    List<InstrumentId> covered() {
        return List.copyOf(covered);
    }

    /** Its trades have to be proven anew. */
    void doubt(List<InstrumentId> whose) {
        whose.forEach(covered::remove);
    }

    /** Whether it brings the trades of everything that another one does. */
    boolean coversAllOf(Talk other) {
        return covered.containsAll(other.covered);
    }

    /** When its last frame came, our time, UTC milliseconds. */
    long lastFrameMs() {
        return lastFrameMs;
    }

    /** When the frame before the last one came, our time, UTC milliseconds. */
    long frameBeforeMs() {
        return frameBeforeMs;
    }

    boolean olderThan(long nanos, long nowNanos) {
        return nowNanos - begunNanos >= nanos;
    }

    /** Sends what waits, and that we are there when it is due. */
    void send(long nowNanos, LinkTimes times) {
        if (!open) {
            return;
        }
        if (nowNanos - nextKeepAliveNanos >= 0) {
            nextKeepAliveNanos = nowNanos + times.keepAliveNanos();
            List<String> frames = dialogue.keepAlive();
            frames.forEach(session::send);
            if (frames.isEmpty()) {
                session.ping();
            }
        }
        session.sendNext(nowNanos, times.sendPauseNanos());
    }

    /** Why it counts as dead; empty while it does not. One that brought what is not handled yet is not silent. */
    String dead(long nowNanos, LinkTimes times, BooleanSupplier dataExpected) {
        if (!open) {
            return olderThan(times.firstDataNanos(), nowNanos) ? "did not open within "
                    + millis(times.firstDataNanos()) : "";
        }
        if (session.unhandled()) {
            lastFrameNanos = nowNanos;
            return "";
        }
        if (!live && nowNanos - openedNanos >= times.firstDataNanos() && dataExpected.getAsBoolean()) {
            return "connected and brought no data within " + millis(times.firstDataNanos());
        }
        return nowNanos - lastFrameNanos >= times.silenceNanos() ? "silent for " + millis(times.silenceNanos()) : "";
    }

    private static String millis(long nanos) {
        return nanos / 1_000_000 + " ms";
    }
}
