package org.portcullis.risk;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.risk.GateRules.Edition;
import org.portcullis.risk.GateRules.RulesFailed;
import org.portcullis.risk.GateRules.Sized;
import org.portcullis.risk.PendingView.Pending;
import org.portcullis.risk.domain.Commitments;
import org.portcullis.risk.domain.Situation;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door of the risk room: sizes and judges every proposal. A verdict is a fold of the checks that the rules of
 * {@code rules/risk} made; whatever cannot be judged is denied. Called inside the transaction that keeps the verdict,
 * because the account stays locked until it ends. Entries pass every gate (SX-03); exits close risk and therefore pass
 * kill switch, caps, cooldowns and gating unasked: they need a mode that sends orders, a fresh price and a position.
 */
public final class RiskDesk {

    private static final Logger LOG = LoggerFactory.getLogger(RiskDesk.class);
    private static final Price MARKET = new Price(0);

    private final DeskPorts ports;
    private final PolicyBook policies;
    private final GateRules rules;

    /** A desk that asks these ports and judges by the policy and the rules in force. */
    public RiskDesk(DeskPorts ports, PolicyBook policies, GateRules rules) {
        this.ports = ports;
        this.policies = policies;
        this.rules = rules;
    }

    /**
     * Judges one proposal for one account. An entry's limit price bounds its slippage; an exit has none (zero) and goes
     * to the market.
     *
     * @param atMs event time of the judgement, UTC milliseconds
     */
    public Verdict judge(Proposal proposal, AccountId account, long atMs) {
        return judge(proposal, account, atMs, null);
    }

    /**
     * Judges again, at its decided size, an order to which a person has agreed: limits, prices and the kill switch may
     * have moved while it waited. Nobody is asked twice, so the answer is approved or denied.
     */
    public Verdict recheck(Decision earlier, long atMs) {
        return judge(earlier.proposal(), earlier.account(), atMs, earlier.quantity());
    }

    private Verdict judge(Proposal proposal, AccountId account, long atMs, @Nullable Quantity agreed) {
        DeskPolicy policy = DeskPolicy.of(policies.current());
        Edition edition = rules.edition();
        DecisionDraft draft = new DecisionDraft(account, proposal, atMs, agreed != null, edition.version(),
                policy.hash());
        Optional<TradingTerms> terms = ports.terms().find(proposal.instrument());
        if (terms.isEmpty()) {
            return draft.denied(ReasonCode.INSTRUMENT_UNKNOWN, "instrument.unknown", proposal.instrument().value());
        }
        Subject subject = subject(proposal, account, atMs, terms.get());
        Situation situation = situation(subject, policy);
        draft.facts(situation.named());
        try {
            if (proposal.intent() == Intent.ENTER) {
                judgeEntry(draft, subject, situation, edition, policy, agreed);
            } else {
                draft.order(situation.closable(), MARKET);
                List<Object> facts = new ArrayList<>(situation.exitFacts());
                draft.judged(edition.judge(withGates(facts, subject, draft), terms.get().currency()));
            }
            return draft.fold(situation.price().isPresent(), policy.gating().asks());
        } catch (RulesFailed failed) {
            LOG.error("proposal {} denied: {}", proposal.proposalId(), failed.getMessage());
            return draft.denied(ReasonCode.RULES_FAILED, "rules.failure", String.valueOf(failed.getMessage()));
        }
    }

    private void judgeEntry(DecisionDraft draft, Subject subject, Situation situation, Edition edition,
            DeskPolicy policy, @Nullable Quantity agreed) {
        Quantity size = agreed;
        if (size == null) {
            List<Object> facts = new ArrayList<>(situation.sizingFacts());
            ports.gates().forEach(gate -> facts.addAll(known(() -> gate.sizing(subject), gate)));
            Sized sized = edition.size(facts);
            long factorE8 = subject.proposal().sizeFactorE8();
            size = factored(smallest(sized), factorE8, situation.terms().lotE8());
            draft.sized(sized, factorE8, size);
        }
        draft.order(size, situation.entryLimit());
        List<Object> facts = new ArrayList<>(situation.entryFacts(size));
        if (agreed == null) {
            facts.add(policy.gating());
        }
        draft.judged(edition.judge(withGates(facts, subject, draft), situation.terms().currency()));
    }

    private List<Object> withGates(List<Object> facts, Subject subject, DecisionDraft draft) {
        for (GateFacts gate : ports.gates()) {
            List<Record> brought = known(() -> gate.judging(subject), gate);
            facts.addAll(brought);
            brought.forEach(draft::fact);
        }
        return facts;
    }

    /** The smallest size permitted; nothing when no rule stated one. */
    private static long smallest(Sized sized) {
        return sized.sizes().stream().mapToLong(size -> size.atMost().e8()).min().orElse(0);
    }

    /**
     * That size times the regime's factor (S2-REQ-U3), down to a whole lot. A factor above one makes an order no larger
     * than its limits permit.
     */
    private static Quantity factored(long permittedE8, long factorE8, long lotE8) {
        long shareE8 = Math.min(factorE8, FixedPoint.ONE);
        long wantedE8 = FixedPoint.multiplyDivide(permittedE8, shareE8, FixedPoint.ONE, RoundingMode.DOWN);
        return new Quantity(FixedPoint.floorToStep(wantedE8, lotE8));
    }

    /** What cannot be known is not judged without (S2-D1). */
    private static List<Record> known(Supplier<List<Record>> facts, GateFacts gate) {
        try {
            return facts.get();
        } catch (RuntimeException unknown) {
            throw new RulesFailed("the facts of " + gate.getClass().getSimpleName() + " cannot be known: "
                    + unknown.getMessage(), unknown);
        }
    }

    private Subject subject(Proposal proposal, AccountId account, long atMs, TradingTerms terms) {
        AccountState state = ports.accounts().lockAndRead(account);
        // an order that waits for its own re-check must not count beside itself
        List<Pending> others = ports.pending().pending(account).stream()
                .filter(order -> !order.proposalId().equals(proposal.proposalId())).toList();
        return new Subject(proposal, account, atMs, terms, ports.prices().last(proposal.instrument()), state, others);
    }

    private Situation situation(Subject subject, DeskPolicy policy) {
        Proposal proposal = subject.proposal();
        TradingTerms terms = subject.terms();
        Commitments committed = new Commitments(subject.state(), subject.pending(), ports.prices(), ports.terms());
        return new Situation(proposal, subject.atMs(), terms, subject.price(), subject.state().cash(),
                committed.reserved(terms), committed.exposure(terms, proposal.strategy()),
                committed.closable(terms, proposal.strategy()), policy.limits(),
                ports.cooldowns().remaining(subject.account(), proposal.instrument(), subject.atMs()),
                ports.kill().isOn(), ports.mode().mode(), policy.slippageMax());
    }
}
