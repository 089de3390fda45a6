package org.portcullis.market.adapter.route;

import java.time.Duration;
import java.util.List;
import org.portcullis.engine.route.Addresses;
import org.portcullis.engine.route.Drain;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.market.MarketFrame;

/**
 * Shows frames to the venue side, the desk and the brain, in this order: what a bar fills is booked before the desk's
 * clock moves on, and both before anything new is proposed. In lock-step each of the three has ended with everything
 * that it caused before the next begins; otherwise only so many messages may be on their way.
 */
final class MarketEvents {

    private static final List<String> LISTENERS = List.of("venue", "desk", "brain");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final MessageBus bus;
    private final Drain drain;
    private final boolean lockStep;
    private final int messagesOnTheirWayMax;
    private volatile boolean stopping;

    MarketEvents(MessageBus bus, Drain drain, boolean lockStep, int window) {
        this.bus = bus;
        this.drain = drain;
        this.lockStep = lockStep;
        this.messagesOnTheirWayMax = window * LISTENERS.size();
    }

    /**
     * Shows one frame to every listener. One that failed may be published again: who has seen it passes it over.
     *
     * @throws IllegalStateException when the pipeline does not drain; the feed stops rather than run ahead
     */
    void publish(MarketFrame frame) {
        String id = frame.feed() + "/" + frame.openTimeMs() + "/" + frame.receivedMicros();
        if (!lockStep) {
            // first, so that a frame for which there was no room has not been shown
            awaitAtMost(messagesOnTheirWayMax - LISTENERS.size());
            bus.show(Addresses.MARKET_EVENT, id, frame, LISTENERS);
            return;
        }
        for (String listener : LISTENERS) {
            bus.show(Addresses.MARKET_EVENT, id, frame, listener);
            awaitAtMost(0);
        }
    }

    /** Waits until everything that was shown has ended with all that it caused. */
    void awaitEnd() {
        awaitAtMost(0);
    }

    /** The feed is being stopped: nobody waits any longer for what may never be handled. */
    void stop() {
        stopping = true;
    }

    private void awaitAtMost(int messages) {
        for (Duration waited = Duration.ZERO; !stopping; waited = waited.plus(LOOK)) {
            if (drained(messages)) {
                return;
            }
            if (waited.compareTo(PATIENCE) > 0) {
                throw new IllegalStateException("the pipeline did not drain within " + PATIENCE
                        + "; still on their way: " + drain.sample());
            }
        }
    }

    private boolean drained(int messages) {
        try {
            return drain.await(messages, LOOK);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the pipeline to drain", interrupted);
        }
    }
}
