package org.portcullis.risk.breaker;

import java.util.EnumSet;
import java.util.List;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.policy.PolicyReading;
import org.portcullis.engine.time.ClockDrift;
import org.portcullis.kernel.AccountId;
import org.portcullis.risk.domain.breaker.ClockError;
import org.portcullis.risk.domain.breaker.VerdictLatency;

/** Watches our own clock, the venues' clocks and how long verdicts take (S4-M10). Not asked in a replay. */
public final class HealthWatch {

    private final AccountId account;
    private final VerdictTimes times;
    private final Breakers breakers;
    private final PolicyReading<BreakerPolicy> limits;

    public HealthWatch(AccountId account, VerdictTimes times, Breakers breakers, PolicyBook policies) {
        this.account = account;
        this.times = times;
        this.breakers = breakers;
        this.limits = BreakerPolicy.inForce(policies);
    }

    /**
     * Looks at all of it.
     *
     * @param nowMs event time, UTC milliseconds
     */
    public void look(ClockDrift drift, long nowMs) {
        breakers.sweep(account, nowMs);
        clocks(drift, nowMs);
        latency(nowMs);
    }

    /**
     * Our clock is off by its correction, unsure by the bound of the last answer, and wrong by what it was set back.
     * Without an answer of a time server nothing is known of it.
     */
    private void clocks(ClockDrift drift, long nowMs) {
        BreakerPolicy policy = limits.now();
        EnumSet<Breaker> expected = EnumSet.of(Breaker.CLOCK_DRIFT);
        if (drift.synced()) {
            breakers.measure(account, Scope.GLOBAL, List.of(new ClockError(Math.max(drift.heldMs(), drift.offMs()),
                    policy.ms(Breaker.CLOCK_DRIFT, "max"))), expected, nowMs);
        }
        drift.venueMs().forEach((venue, ms) -> breakers.measure(account, Scope.venue(venue),
                List.of(new ClockError(Math.abs(ms), policy.ms(Breaker.CLOCK_DRIFT, "venue-max"))), expected, nowMs));
    }

    private void latency(long nowMs) {
        BreakerPolicy policy = limits.now();
        long afterMs = Math.max(nowMs - policy.ms(Breaker.LATENCY, "window"),
                breakers.rearmedMs(account, Breaker.LATENCY, Scope.GLOBAL));
        times.p95Micros(account, afterMs, policy.integer(Breaker.LATENCY, "verdicts-min")).ifPresent(p95 ->
                breakers.measure(account, Scope.GLOBAL, List.of(new VerdictLatency(p95,
                        policy.ms(Breaker.LATENCY, "p95-max") * 1_000)), EnumSet.of(Breaker.LATENCY), nowMs));
    }
}
