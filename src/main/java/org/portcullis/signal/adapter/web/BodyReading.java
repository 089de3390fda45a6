package org.portcullis.signal.adapter.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.portcullis.signal.Delivery;

/**
 * Reads one body as it arrives, at most so long and so much, and hands it on once. The container looks at silent calls
 * about once a second, so silence ends up to a second later than the limit.
 */
final class BodyReading implements ReadListener, AsyncListener {

    private final AsyncContext call;
    private final ServletInputStream input;
    private final int bytesMax;
    private final InstantSource clock;
    private final long untilMs;
    private final BiConsumer<byte[], Delivery.End> done;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final AtomicBoolean handedOn = new AtomicBoolean();
    private final byte[] piece = new byte[4_096];

    private BodyReading(AsyncContext call, ServletInputStream input, int bytesMax, Duration wait, InstantSource clock,
            BiConsumer<byte[], Delivery.End> done) {
        this.call = call;
        this.input = input;
        this.bytesMax = bytesMax;
        this.clock = clock;
        this.untilMs = clock.millis() + wait.toMillis();
        this.done = done;
    }

    /**
     * Begins to read.
     *
     * @param done called once with what was read, at most {@code bytesMax} bytes, and how it ended; it ends the call
     */
    static void begin(AsyncContext call, ServletInputStream input, int bytesMax, Duration wait, InstantSource clock,
            BiConsumer<byte[], Delivery.End> done) {
        BodyReading reading = new BodyReading(call, input, bytesMax, wait, clock, done);
        call.setTimeout(wait.toMillis());
        call.addListener(reading);
        input.setReadListener(reading);
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (input.isReady() && !handedOn.get()) {
            int count = input.read(piece);
            if (count < 0) {
                return;
            }
            int room = bytesMax - body.size();
            body.write(piece, 0, Math.min(count, room));
            if (count > room) {
                handOn(Delivery.End.TOO_LARGE);
            } else if (clock.millis() > untilMs) {
                handOn(Delivery.End.TOO_SLOW);
            }
        }
    }

    @Override
    public void onAllDataRead() {
        handOn(Delivery.End.WHOLE);
    }

    @Override
    public void onError(Throwable broken) {
        // the caller has gone: nobody is left to be answered
        if (handedOn.compareAndSet(false, true)) {
            call.complete();
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        handOn(Delivery.End.TOO_SLOW);
    }

    @Override
    public void onComplete(AsyncEvent event) {
        // whoever completed has cleaned up
    }

    @Override
    public void onError(AsyncEvent event) {
        onError(event.getThrowable());
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // never started twice
    }

    private void handOn(Delivery.End end) {
        if (handedOn.compareAndSet(false, true)) {
            done.accept(body.toByteArray(), end);
        }
    }
}
