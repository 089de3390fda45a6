package org.portcullis.venue.adapter.stream;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.time.TimeOracle;

/**
 * One opened connection. Frames go to the inbox; each takes a credit that comes back when it has been handled, so that
 * a venue that is faster than we are is held back by the connection itself. Sending keeps one frame on its way at a
 * time.
 */
final class WireSession implements WebSocket.Listener {

    private final String name;
    private final Inbox inbox;
    private final TimeOracle time;
    private final int framesAhead;
    private final int frameCharsMax;
    private final StringBuilder partial = new StringBuilder();
    private final AtomicInteger unhandled = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Deque<String> outbox = new ArrayDeque<>();
    private volatile @Nullable WebSocket socket;
    private @Nullable CompletableFuture<WebSocket> sending;
    private @Nullable CompletableFuture<WebSocket> pinging;
    private @Nullable Talk talk;
    private long nextSendNanos = Long.MIN_VALUE;

    WireSession(String name, Inbox inbox, TimeOracle time, int framesAhead, int frameCharsMax) {
        this.name = name;
        this.inbox = inbox;
        this.time = time;
        this.framesAhead = framesAhead;
        this.frameCharsMax = frameCharsMax;
    }

    /** The connection's name. */
    String name() {
        return name;
    }

    /** Whether it has brought frames that are not handled yet. */
    boolean unhandled() {
        return unhandled.get() > 0;
    }

    /** What is said on it. */
    void belongsTo(Talk itsTalk) {
        talk = itsTalk;
    }

    /** What is said on it; only asked after it was told. */
    Talk talk() {
        return Objects.requireNonNull(talk, "talk");
    }

    /** A frame was handled: another may come. */
    void handled() {
        unhandled.decrementAndGet();
        more();
    }

    /** Puts a frame behind those that wait to be sent. */
    void send(String frame) {
        outbox.addLast(frame);
    }

    /** Whether everything that was to be sent is on its way. */
    boolean allSent() {
        return outbox.isEmpty();
    }

    /** Sends the next frame when the last one is out and the pause is over. */
    void sendNext(long nowNanos, long pauseNanos) {
        WebSocket open = socket;
        if (open == null || outbox.isEmpty() || !idle(sending) || nowNanos < nextSendNanos) {
            return;
        }
        nextSendNanos = nowNanos + pauseNanos;
        sending = open.sendText(outbox.removeFirst(), true);
        sending.whenComplete((sent, failure) -> endedBy(failure));
    }

    /** Sends a ping when the last one is out. */
    void ping() {
        WebSocket open = socket;
        if (open != null && idle(pinging)) {
            pinging = open.sendPing(ByteBuffer.allocate(0));
            pinging.whenComplete((sent, failure) -> endedBy(failure));
        }
    }

    /** Ends it at once, without a word in the inbox; a peer that does not answer is not waited for. */
    void abort() {
        ended.set(true);
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
    }

    /** It could not be opened. */
    void notOpened(Throwable failure) {
        end("could not be opened: " + reason(failure));
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        if (ended.get()) {
            opened.abort();
            return;
        }
        inbox.put(new Arrival.Opened(this));
        opened.request(framesAhead);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket open, CharSequence text, boolean last) {
        if (partial.length() + text.length() > frameCharsMax) {
            abortFor("a frame is longer than " + frameCharsMax + " characters");
            return null;
        }
        if (!last) {
            partial.append(text);
            open.request(1);
            return null;
        }
        String whole = partial.length() == 0 ? text.toString() : partial.append(text).toString();
        partial.setLength(0);
        unhandled.incrementAndGet();
        inbox.put(new Arrival.Frame(this, whole, time.nowMs()));
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket open, ByteBuffer bytes, boolean last) {
        if (last) {
            inbox.put(new Arrival.Odd(this, "a binary frame"));
        }
        open.request(1);
        return null;
    }

    /** The protocol answers by itself. */
    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket open, ByteBuffer message) {
        open.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket open, ByteBuffer message) {
        open.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket open, int code, String why) {
        end("closed by the venue: " + code + " " + why);
        return null;
    }

    @Override
    public void onError(WebSocket open, Throwable failure) {
        end("broken: " + reason(failure));
    }

    private void more() {
        WebSocket open = socket;
        if (open != null) {
            open.request(1);
        }
    }

    private void abortFor(String why) {
        end(why);
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
    }

    private void endedBy(@Nullable Throwable failure) {
        if (failure != null) {
            abortFor("sending failed: " + reason(failure));
        }
    }

    private void end(String why) {
        if (ended.compareAndSet(false, true)) {
            inbox.put(new Arrival.Ended(this, why));
        }
    }

    private static boolean idle(@Nullable CompletableFuture<WebSocket> before) {
        return before == null || before.isDone();
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }
}
