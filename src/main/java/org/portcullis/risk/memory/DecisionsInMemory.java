package org.portcullis.risk.memory;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.portcullis.engine.memory.Moments;
import org.portcullis.engine.memory.Recent;
import org.portcullis.kernel.AccountId;
import org.portcullis.risk.DecidedOrders;
import org.portcullis.risk.Decision;
import org.portcullis.risk.DecisionBook;
import org.portcullis.risk.DecisionRecorded;
import org.portcullis.risk.ReasonCode;
import org.portcullis.risk.Verdict;
import org.portcullis.risk.VerdictKept;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;
import org.springframework.context.ApplicationEventPublisher;

/** The newest verdicts of one account, and what they let pass for as long as a gate may ask for it. */
final class DecisionsInMemory implements DecisionBook, DecidedOrders {

    private static final int VERDICTS_KEPT = 8_000;
    /** Twice the longest window that the policy permits. */
    private static final long KEPT_MS = 172_800_000;

    private final ApplicationEventPublisher events;
    private final Map<String, Verdict> byId = new Recent<>(VERDICTS_KEPT);
    private final Map<String, String> byProposal = new Recent<>(VERDICTS_KEPT);
    private final Deque<Decided> decided = new ArrayDeque<>();
    private final Moments passed = new Moments(KEPT_MS);
    private final Map<Shape, Moments> shapes = new HashMap<>();
    private final Map<String, Long> passedAtMs = new Recent<>(VERDICTS_KEPT);

    DecisionsInMemory(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public Optional<Verdict> findByProposal(AccountId account, String proposalId) {
        return Optional.ofNullable(byProposal.get(proposalId)).flatMap(this::find);
    }

    @Override
    public Optional<Verdict> find(String decisionId) {
        return Optional.ofNullable(byId.get(decisionId));
    }

    @Override
    public void eachSince(Instant since, Consumer<Verdict> reader) {
        byId.values().stream().filter(verdict -> verdict.decision().decidedAtMs() >= since.toEpochMilli())
                .forEach(reader);
    }

    @Override
    public void insert(Verdict verdict, long verdictMicros) {
        Decision decision = verdict.decision();
        byId.put(decision.decisionId(), verdict);
        byProposal.put(decision.proposal().proposalId(), decision.decisionId());
        if (verdict.outcome() != Verdict.Outcome.DENIED) {
            pass(decision);
        }
        ReasonCode first = verdict.reasons().isEmpty() ? null : verdict.reasons().get(0);
        events.publishEvent(new DecisionRecorded(decision.decisionId(), decision.proposal().instrument(),
                verdict.outcome(), first));
        events.publishEvent(new VerdictKept(verdict));
    }

    private void pass(Decision decision) {
        Proposal proposal = decision.proposal();
        long atMs = decision.decidedAtMs();
        decided.addLast(new Decided(proposal.proposalId(), proposal.strategy(), proposal.intent(),
                proposal.instrument(), proposal.side(), decision.quantity(), decision.limitPrice(),
                proposal.barOpenTimeMs(), atMs));
        while (decided.getFirst().decidedAtMs() < atMs - KEPT_MS) {
            decided.removeFirst();
        }
        passed.add(atMs);
        passedAtMs.put(proposal.proposalId(), atMs);
        if (proposal.intent() == Intent.ENTER) {
            shapes.computeIfAbsent(new Shape(proposal.strategy(), proposal.instrument(), proposal.side()),
                    shape -> new Moments(KEPT_MS)).add(atMs);
        }
    }

    @Override
    public List<Decided> since(AccountId account, long fromMs) {
        List<Decided> found = new ArrayList<>();
        Iterator<Decided> newest = decided.descendingIterator();
        while (newest.hasNext()) {
            Decided order = newest.next();
            if (order.decidedAtMs() < fromMs) {
                break;
            }
            found.add(order);
        }
        Collections.reverse(found);
        return found;
    }

    /** An order that is judged again has passed before and does not count beside itself. */
    @Override
    public int entries(AccountId account, Shape shape, long fromMs, String butOf) {
        Moments entered = shapes.get(shape);
        if (entered == null) {
            return 0;
        }
        return entered.since(fromMs) - (passedSince(butOf, fromMs) ? 1 : 0);
    }

    @Override
    public int count(AccountId account, long fromMs, String butOf) {
        return passed.since(fromMs) - (passedSince(butOf, fromMs) ? 1 : 0);
    }

    private boolean passedSince(String proposalId, long fromMs) {
        Long atMs = passedAtMs.get(proposalId);
        return atMs != null && atMs >= fromMs;
    }
}
