package org.portcullis.risk.exit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.ids.ContentHash;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.market.Bar;
import org.portcullis.risk.AccountState;
import org.portcullis.risk.AccountState.Held;
import org.portcullis.risk.PendingView.Pending;
import org.portcullis.risk.domain.Commitments;
import org.portcullis.risk.domain.Exposure;
import org.portcullis.risk.domain.exit.ExitLimits;
import org.portcullis.risk.domain.exit.HeldExposure;
import org.portcullis.risk.domain.exit.PositionFacts;
import org.portcullis.risk.domain.exit.SessionEnd;
import org.portcullis.strategy.Proposal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at one position at the close of one bar. */
final class ExitJudge {

    private static final Logger LOG = LoggerFactory.getLogger(ExitJudge.class);
    /** Parts that wait while anything of the position is being closed: they are worked out from what is held. */
    private static final Set<ExitReason> PARTS = EnumSet.of(ExitReason.PARTIAL, ExitReason.TRIM);
    private static final String UNKNOWN = "default";

    private final ExitPorts ports;
    private final ExitPolicies limits;
    private final AccountId account;
    private @Nullable HeldExposure exposure;

    ExitJudge(ExitPorts ports, ExitPolicies limits, AccountId account) {
        this.ports = ports;
        this.limits = limits;
        this.account = account;
    }

    /**
     * What became of a position.
     *
     * @param due the exit that is due; null for none
     * @param after the position with what protects it from now on
     */
    record Looked(@Nullable Proposal due, Holding after) {
    }

    /** Prices have moved since it looked last. */
    void pricesMoved() {
        exposure = null;
    }

    /**
     * Whether it is certain without the rules that the bar neither closes the position nor moves its stop: the shipped
     * rules are in force, and the bar lies inside the band that was worked out when they were asked.
     */
    boolean quiet(Holding holding, Bar bar, AccountState state) {
        ExitBand band = holding.band();
        String version = band == null ? null : ports.rules().foreseen();
        if (band == null || version == null) {
            return false;
        }
        ExitPolicy policy = limits.of(holding.held().strategy());
        try {
            return band.holds(policy, version) && band.covers(holding, bar)
                    && exposed(state).totalPct().compareTo(policy.limits().trimPctMax()) <= 0
                    && ports.sessions().msToClose(bar.instrument(), bar.closeTimeMs()).orElse(Long.MAX_VALUE)
                    > policy.limits().sessionEndMs();
        } catch (RuntimeException unknown) {
            LOG.debug("{} is left to the exit rules", bar.instrument(), unknown);
            return false;
        }
    }

    /** Everything held, worked out once for all positions at the same prices. */
    private HeldExposure exposed(AccountState state) {
        HeldExposure known = exposure;
        if (known == null) {
            Commitments held = new Commitments(state, List.of(), ports.prices(), ports.terms());
            Money equity = state.cash();
            Money total = Money.ZERO;
            for (Held each : state.held()) {
                Money worth = held.worth(each);
                equity = equity.plus(each.value(worth));
                total = total.plus(worth);
            }
            known = new HeldExposure(equity, total);
            exposure = known;
        }
        return known;
    }

    Looked look(Holding holding, Bar bar, AccountState state) {
        ExitPolicy policy = limits.of(holding.held().strategy());
        PositionFacts facts = holding.facts(bar, policy.limits().partShare());
        ExitRules.Said said = said(holding, bar, facts, policy, state);
        Protection guard = holding.guard().seen(facts.favourable().e8());
        for (Price stop : said.stops()) {
            guard = guard.moved(stop, facts.close(), bar.closeTimeMs());
        }
        Optional<ExitReading> first = said.readings().stream().filter(ExitReading::due)
                .min(Comparator.comparing(ExitReading::reason));
        ExitBand band = first.isEmpty() && said.version().equals(ports.rules().foreseen())
                ? new ExitBand(facts, guard, policy, said.version()) : null;
        return new Looked(first.flatMap(reading -> proposal(holding, bar, reading, said.version() + policy.version()))
                .orElse(null), holding.after(guard, band));
    }

    /** What the rules say; when they cannot, or one of them is gone, what the policy alone says. */
    private ExitRules.Said said(Holding holding, Bar bar, PositionFacts facts, ExitPolicy policy, AccountState state) {
        ExitLimits own = policy.limits();
        try {
            ExitRules.Said said = ports.rules().read(known(holding, bar, facts, policy, state));
            Set<ExitReason> missing = expected(facts);
            said.readings().forEach(reading -> missing.remove(reading.reason()));
            if (missing.isEmpty()) {
                return said;
            }
            failed(holding, bar, "no exit rule compared " + missing.stream().map(ExitReason::code)
                    .collect(Collectors.joining(", ")));
            List<ExitReading> readings = new ArrayList<>(said.readings());
            readings.addAll(fallback(facts, own));
            return new ExitRules.Said(said.version(), readings, said.stops());
        } catch (RuntimeException unknown) {
            LOG.error("the exit rules cannot be asked about {}; the default stop acts", holding.held().instrument(),
                    unknown);
            failed(holding, bar, String.valueOf(unknown.getMessage()));
            return new ExitRules.Said(UNKNOWN, fallback(facts, own), List.of());
        }
    }

    private List<Record> known(Holding holding, Bar bar, PositionFacts facts, ExitPolicy policy, AccountState state) {
        List<Record> known = new ArrayList<>(List.of(facts, policy.limits()));
        Commitments held = new Commitments(state, List.of(), ports.prices(), ports.terms());
        Exposure exposure = held.exposure(holding.terms(), holding.held().strategy());
        known.add(new HeldExposure(exposure.equity(), exposure.total()));
        if (policy.trails()) {
            policy.trailing(facts.close(), ports.volatility().volatility(bar.instrument())).ifPresent(known::add);
        }
        ports.sessions().msToClose(bar.instrument(), bar.closeTimeMs())
                .ifPresent(leftMs -> known.add(new SessionEnd(leftMs)));
        return known;
    }

    private static Set<ExitReason> expected(PositionFacts facts) {
        Set<ExitReason> expected = EnumSet.of(ExitReason.STOP, ExitReason.LOSS, ExitReason.MAX_HOLD, ExitReason.TRIM);
        if (!facts.inProfit()) {
            expected.add(ExitReason.STAGNATION);
        }
        return expected;
    }

    /** The default stop of the policy, the stop that is kept, and the longest hold: what acts whatever rules do. */
    private static List<ExitReading> fallback(PositionFacts facts, ExitLimits limits) {
        boolean stopped = facts.side().sign() * (facts.stop().e8() - facts.adverse().e8()) >= 0;
        return List.of(
                new ExitReading(ExitReason.STOP, facts.adverse().e8(), facts.stop().e8(), stopped, Proposal.ALL),
                new ExitReading(ExitReason.LOSS, facts.lossPct().e8(), limits.lossPctMax().e8(),
                        facts.lossPct().compareTo(limits.lossPctMax()) >= 0, Proposal.ALL),
                new ExitReading(ExitReason.MAX_HOLD, Math.multiplyExact(facts.heldMs(), FixedPoint.ONE),
                        Math.multiplyExact(limits.holdMsMax(), FixedPoint.ONE),
                        facts.heldMs() >= limits.holdMsMax(), Proposal.ALL));
    }

    private void failed(Holding holding, Bar bar, String why) {
        ExitIncident incident = new ExitIncident(ExitIncident.Kind.EXIT_RULES_FAILED, account, bar.instrument(),
                holding.held().strategy(), why, bar.closeTimeMs());
        LOG.warn("exit rules failed for {}: {}", bar.instrument(), why);
        ports.transactions().executeWithoutResult(status -> ports.events().publishEvent(incident));
    }

    /** Nothing when orders that have not ended close it already. */
    private Optional<Proposal> proposal(Holding holding, Bar bar, ExitReading reading, String version) {
        Protection guard = holding.guard();
        long closingE8 = ports.pending().pending(account).stream()
                .filter(order -> order.instrument().equals(bar.instrument())
                        && order.strategy().equals(guard.strategy()) && order.side() == guard.side().opposite())
                .map(Pending::remaining).mapToLong(remaining -> remaining.e8()).sum();
        boolean waits = PARTS.contains(reading.reason()) ? closingE8 > 0
                : closingE8 >= holding.whole().e8() && closingE8 > 0;
        if (waits) {
            return Optional.empty();
        }
        String id = ContentHash.first16("exit", account.value(), bar.instrument().value(), guard.strategy(),
                reading.reason().code(), Long.toString(guard.openedAtMs()), Long.toString(bar.openTimeMs()));
        return Optional.of(Proposal.closing(id, guard.strategy(), reading.reason().rule(), bar.instrument(),
                guard.side().opposite(), bar.closeTimeMs(), bar.closeE8(), version)
                .closing(reading.share(), Map.of("exit.actual", reading.actualE8(), "exit.limit", reading.limitE8())));
    }
}
