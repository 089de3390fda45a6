package org.portcullis.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Quantity;
import org.portcullis.risk.GateRules.Edition;
import org.portcullis.risk.GateRules.RulesFailed;
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
    /** Under which name a decision keeps why the rules failed. */
    static final String FAILURE = "rules.failure";

    private final DeskPorts ports;
    private final PolicyBook policies;
    private final GateRules rules;
    private volatile @Nullable PolicyRead lastRead;

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
        DeskPolicy policy = policy();
        Edition edition = rules.edition();
        Optional<TradingTerms> terms = ports.terms().find(proposal.instrument());
        if (terms.isEmpty()) {
            return new DecisionDraft(account, proposal, atMs, agreed != null, edition.version(), policy.hash()).denied(
                    ReasonCode.INSTRUMENT_UNKNOWN, "instrument.unknown", proposal.instrument().value());
        }
        Subject subject = subject(proposal, account, atMs, terms.get());
        Situation situation = situation(subject, policy);
        try {
            boolean sizes = proposal.intent() == Intent.ENTER && agreed == null;
            List<Record> sizing = sizes ? brought(gate -> gate.sizing(subject)) : List.of();
            List<Record> judging = brought(gate -> gate.judging(subject));
            CaseFile file = new CaseFile(account, situation, policy.gating(), agreed, sizing, judging, policy.hash());
            return told(new Judging(edition).verdict(file));
        } catch (RulesFailed unknown) {
            DecisionDraft draft = new DecisionDraft(account, proposal, atMs, agreed != null, edition.version(),
                    policy.hash());
            draft.facts(situation);
            return told(draft.denied(ReasonCode.RULES_FAILED, FAILURE, String.valueOf(unknown.getMessage())));
        }
    }

    /** The policy in force is read into numbers once. */
    private DeskPolicy policy() {
        Policy current = policies.current();
        PolicyRead read = lastRead;
        if (read == null || read.from() != current) {
            read = new PolicyRead(current, DeskPolicy.of(current));
            lastRead = read;
        }
        return read.desk();
    }

    private record PolicyRead(Policy from, DeskPolicy desk) {
    }

    private static Verdict told(Verdict verdict) {
        if (verdict.reasons().contains(ReasonCode.RULES_FAILED)) {
            LOG.error("proposal {} denied: {}", verdict.decision().proposal().proposalId(),
                    verdict.decision().facts().get(FAILURE));
        }
        return verdict;
    }

    private List<Record> brought(Function<GateFacts, List<Record>> question) {
        List<Record> facts = new ArrayList<>(32);
        for (GateFacts gate : ports.gates()) {
            facts.addAll(known(() -> question.apply(gate), gate));
        }
        return facts;
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
                committed.closable(terms, proposal.strategy(), proposal.side()), policy.limits(),
                ports.cooldowns().remaining(subject.account(), proposal.instrument(), subject.atMs()),
                ports.kill().isOn(), ports.mode().mode(), policy.slippageMax());
    }
}
