package org.portcullis.strategy.adapter.route;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.portcullis.signal.TradingSignal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells which signals became too old while they waited: on the broker, at the gate of the warm start, after a failure,
 * or parked until somebody moved them back. When a signal was fired is told by the clock of the world, in a replay too,
 * so it is compared with that and never with the time of the market.
 */
final class SignalAge {

    private static final Logger LOG = LoggerFactory.getLogger(SignalAge.class);

    private final InstantSource clock;
    private final LongSupplier ageMsMax;

    /**
     * @param clock    the one that signals are received by
     * @param ageMsMax oldest signal that is entered on, in milliseconds
     */
    SignalAge(InstantSource clock, LongSupplier ageMsMax) {
        this.clock = clock;
        this.ageMsMax = ageMsMax;
    }

    /** Why nothing may be entered on a signal any more; empty while it is fresh. */
    Optional<String> tooOld(TradingSignal signal) {
        long ageMs = clock.millis() - signal.firedAtMs();
        long limit = ageMsMax.getAsLong();
        if (ageMs <= limit) {
            return Optional.empty();
        }
        LOG.warn("signal {} of {} for {} waited until it was {} ms old, limit {} ms: it closes and enters nothing",
                signal.signalId(), signal.source(), signal.instrument(), ageMs, limit);
        return Optional.of(ageMs + " ms old, limit " + limit + " ms");
    }
}
