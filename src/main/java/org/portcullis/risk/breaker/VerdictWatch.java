package org.portcullis.risk.breaker;

import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.policy.PolicyReading;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Percent;
import org.portcullis.risk.Check;
import org.portcullis.risk.Decision;
import org.portcullis.risk.ReasonCode;
import org.portcullis.risk.Verdict;
import org.portcullis.risk.domain.breaker.LiquidityShare;
import org.portcullis.risk.domain.breaker.Repetition;
import org.portcullis.strategy.Intent;

/**
 * Hears every verdict on an entry, inside the transaction that keeps it: stops a strategy that repeats itself (B-R11)
 * and says when too many signals come from minutes in which hardly anything is traded (S4-M1).
 */
public final class VerdictWatch {

    private static final long HUNDRED_E8 = 100 * FixedPoint.ONE;

    private final MarketTapes tapes;
    private final SeenSignals signals;
    private final Breakers breakers;
    private final PolicyReading<BreakerPolicy> limits;

    public VerdictWatch(MarketTapes tapes, SeenSignals signals, Breakers breakers, PolicyBook policies) {
        this.tapes = tapes;
        this.signals = signals;
        this.breakers = breakers;
        this.limits = BreakerPolicy.inForce(policies);
    }

    /** A verdict was kept. */
    public void kept(Verdict verdict) {
        Decision decision = verdict.decision();
        if (decision.proposal().intent() == Intent.ENTER) {
            repeated(decision);
            thin(decision);
        }
    }

    private void repeated(Decision decision) {
        List<Check> checks = decision.checks();
        for (int i = 0; i < checks.size(); i++) {
            Check check = checks.get(i);
            if (check.reason() == ReasonCode.EXECUTION_REPEATED && !check.pass()) {
                breakers.measure(decision.account(), Scope.strategy(decision.proposal().strategy()),
                        List.of(repetition(check)), EnumSet.of(Breaker.REPEATED_EXECUTION), decision.decidedAtMs());
                return;
            }
        }
    }

    private static Repetition repetition(Check check) {
        return new Repetition((int) (check.actualE8() / FixedPoint.ONE), (int) (check.limitE8() / FixedPoint.ONE));
    }

    private void thin(Decision decision) {
        BreakerPolicy policy = limits.now();
        AccountId account = decision.account();
        long atMs = decision.decidedAtMs();
        Optional<Boolean> thin = tapes.volumeShare(decision.proposal().instrument(),
                policy.integer(Breaker.LOW_LIQUIDITY, "bars")).map(share ->
                        share.compareTo(policy.percent(Breaker.LOW_LIQUIDITY, "volume-pct-min")) < 0);
        boolean known = thin.isPresent() && signals.add(account, decision.proposal().proposalId(), thin.get(), atMs);
        if (!known || !thin.get()) {
            return; // what does not raise the share cannot trip
        }
        SeenSignals.Count count = signals.count(account, breakers.rearmedMs(account, Breaker.LOW_LIQUIDITY,
                Scope.GLOBAL), policy.integer(Breaker.LOW_LIQUIDITY, "signals"));
        if (count.signals() >= policy.integer(Breaker.LOW_LIQUIDITY, "signals-min")) {
            Percent share = new Percent(FixedPoint.multiplyDivide(count.thin(), HUNDRED_E8, count.signals(),
                    RoundingMode.HALF_EVEN));
            breakers.measure(account, Scope.GLOBAL, List.of(new LiquidityShare(share,
                    policy.percent(Breaker.LOW_LIQUIDITY, "share-pct-max"))), EnumSet.of(Breaker.LOW_LIQUIDITY), atMs);
        }
    }
}
