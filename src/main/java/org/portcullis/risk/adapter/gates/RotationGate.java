package org.portcullis.risk.adapter.gates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.risk.AccountState.Held;
import org.portcullis.risk.Confidence;
import org.portcullis.risk.GateFacts;
import org.portcullis.risk.PendingView.Pending;
import org.portcullis.risk.PriceView;
import org.portcullis.risk.PriceView.LastPrice;
import org.portcullis.risk.RotationView;
import org.portcullis.risk.RotationView.OpenRotation;
import org.portcullis.risk.Subject;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.WeakestPosition;
import org.portcullis.risk.domain.rotation.Challenger;
import org.portcullis.risk.domain.rotation.RotationSlots;
import org.portcullis.risk.rotation.EntryBook;
import org.portcullis.risk.rotation.PositionEntry;
import org.portcullis.strategy.Intent;

/**
 * Brings what rotation compares, where the policy rotates (S1-18 to S1-24): the signal, the weakest position and the
 * places that change hands. Entries are read only when there may be as many positions as are permitted.
 */
public final class RotationGate implements GateFacts {

    private final PolicyBook policies;
    private final EntryBook entries;
    private final RotationView rotations;
    private final PriceView prices;
    private final TermsView terms;

    public RotationGate(PolicyBook policies, EntryBook entries, RotationView rotations, PriceView prices,
            TermsView terms) {
        this.policies = policies;
        this.entries = entries;
        this.rotations = rotations;
        this.prices = prices;
        this.terms = terms;
    }

    @Override
    public List<Record> judging(Subject subject) {
        Policy policy = policies.current();
        if (subject.proposal().intent() == Intent.EXIT || !policy.flag("rotation.enabled")) {
            return List.of();
        }
        String judged = subject.proposal().proposalId();
        List<OpenRotation> open = rotations.open(subject.account());
        if (open.stream().anyMatch(rotation -> rotation.entryProposalId().equals(judged))) {
            return List.of(); // the entry of a rotation has its own place and never asks for another one's
        }
        int committed = subject.state().held().size() + subject.pending().size();
        List<PositionEntry> held = committed < policy.integer("risk.positions-max") ? List.of()
                : held(subject);
        Optional<WeakestPosition> weakest = PositionEntry.weakest(held).flatMap(this::valued);
        List<Record> facts = new ArrayList<>();
        facts.add(new Challenger(new Confidence(subject.proposal().confidenceE8()),
                new Confidence(policy.number("rotation.confidence-over")), policy.money("rotation.profit-over")));
        facts.add(new RotationSlots(weakest.isPresent(), closing(subject, held, open), 0, reserved(subject, open)));
        weakest.ifPresent(facts::add);
        return facts;
    }

    /** Entries of which exactly as much is held as they say; what was adopted or settled otherwise is not closed. */
    private List<PositionEntry> held(Subject subject) {
        AccountId account = subject.account();
        List<PositionEntry> known = entries.open(account);
        return known.stream().filter(entry -> subject.state().held().stream().anyMatch(held -> same(entry, held)))
                .toList();
    }

    private static boolean same(PositionEntry entry, Held held) {
        return entry.instrument().equals(held.instrument()) && entry.strategy().equals(held.strategy())
                && entry.quantity().e8() == Math.abs(held.quantity().e8());
    }

    private Optional<WeakestPosition> valued(PositionEntry entry) {
        return terms.find(entry.instrument()).map(traded -> {
            Money profit = entry.profitAt(prices.last(entry.instrument()).map(LastPrice::price), traded);
            return entry.asWeakest(profit);
        });
    }

    /** Positions that an order or a rotation is closing, each once, and those whose place waits for its entry. */
    private static int closing(Subject subject, List<PositionEntry> held, List<OpenRotation> open) {
        Set<String> closing = new TreeSet<>();
        open.stream().filter(rotation -> !rotation.slotFree())
                .forEach(rotation -> closing.add(key(rotation.instrument(), rotation.strategy())));
        for (Pending order : subject.pending()) {
            held.stream().filter(entry -> entry.instrument().equals(order.instrument())
                            && entry.strategy().equals(order.strategy()) && entry.side() != order.side())
                    .forEach(entry -> closing.add(key(entry.instrument(), entry.strategy())));
        }
        return closing.size() + reserved(subject, open);
    }

    /** Free places whose entry has not become an order yet; one that has is counted as pending. */
    private static int reserved(Subject subject, List<OpenRotation> open) {
        return (int) open.stream().filter(OpenRotation::slotFree).filter(rotation -> subject.pending().stream()
                .noneMatch(order -> order.proposalId().equals(rotation.entryProposalId()))).count();
    }

    private static String key(InstrumentId instrument, String strategy) {
        return instrument + " " + strategy;
    }
}
