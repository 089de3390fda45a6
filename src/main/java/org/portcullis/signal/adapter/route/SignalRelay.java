package org.portcullis.signal.adapter.route;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.portcullis.engine.route.Addresses;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.signal.SignalLimits;
import org.portcullis.signal.SignalStore;
import org.portcullis.signal.TradingSignal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends kept signals to {@code signal.received.v1}: at once, and again later when a crash or a broker that did not
 * answer came between. What has become too old meanwhile is not sent any more. A signal can be delivered twice after a
 * crash; its id tells.
 */
public final class SignalRelay {

    private static final Logger LOG = LoggerFactory.getLogger(SignalRelay.class);
    /** Younger ones are just being sent by the thread that took them. */
    private static final Duration HEAD_START = Duration.ofSeconds(5);
    private static final int AT_ONCE = 100;

    private final SignalStore store;
    private final MessageBus bus;
    private final InstantSource clock;
    private final Supplier<SignalLimits> limits;

    /** @param limits the limits in force */
    public SignalRelay(SignalStore store, MessageBus bus, InstantSource clock, Supplier<SignalLimits> limits) {
        this.store = store;
        this.bus = bus;
        this.clock = clock;
        this.limits = limits;
    }

    /** Sends one signal that has just been kept; when that fails it stays kept and {@link #sweep} sends it. */
    public void send(TradingSignal signal) {
        try {
            bus.send(Addresses.SIGNAL_RECEIVED, signal.signalId(), signal);
            store.sent(signal.signalId(), clock.millis());
        } catch (RuntimeException notSent) {
            LOG.warn("signal {} is kept and could not be sent yet", signal.signalId(), notSent);
        }
    }

    /** Sends what was kept and not sent. */
    public void sweep() {
        long nowMs = clock.millis();
        long ageMsMax = limits.get().ageMsMax();
        for (TradingSignal signal : store.unsent(nowMs - HEAD_START.toMillis(), AT_ONCE)) {
            if (nowMs - signal.firedAtMs() > ageMsMax) {
                store.overtaken(signal.signalId());
                LOG.warn("signal {} was not sent in time ({} ms, limit {} ms) and is stale", signal.signalId(),
                        nowMs - signal.firedAtMs(), ageMsMax);
            } else {
                send(signal);
            }
        }
    }

    /** Removes what is older than signals are remembered. */
    public void forget() {
        int removed = store.forget(clock.millis() - limits.get().keepMs());
        if (removed > 0) {
            LOG.info("{} old signals and refusals removed", removed);
        }
    }
}
