package org.portcullis.order.adapter;

import org.portcullis.kernel.FixedPoint;
import org.portcullis.order.FillApplied;
import org.portcullis.order.FillLedger.Fill;
import org.portcullis.order.Order;
import org.portcullis.order.OrderChanged;
import org.portcullis.order.OrderState;
import org.portcullis.order.ProposalJudged;
import org.portcullis.order.adapter.store.OrderStore;
import org.portcullis.order.rotation.Rotation;
import org.portcullis.order.rotation.Rotations;
import org.portcullis.risk.Confidence;
import org.portcullis.risk.Decision;
import org.portcullis.risk.DecisionBook;
import org.portcullis.risk.PositionEntries;
import org.portcullis.risk.PositionEntries.Filled;
import org.portcullis.risk.ReasonCode;
import org.portcullis.risk.RotationDue;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.TradingTerms;
import org.portcullis.risk.Verdict;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The order room's ears for rotation: which verdict asks for one, how its legs end, and with which confidence positions
 * are entered. Hears inside the transaction of what it hears, so all of it is kept or nothing.
 */
@Component
public class RotationHearing {

    private final Rotations rotations;
    private final PositionEntries entries;
    private final OrderStore orders;
    private final DecisionBook decisions;
    private final TermsView terms;

    public RotationHearing(Rotations rotations, PositionEntries entries, OrderStore orders, DecisionBook decisions,
            TermsView terms) {
        this.rotations = rotations;
        this.entries = entries;
        this.orders = orders;
        this.decisions = decisions;
        this.terms = terms;
    }

    /** A rotation may be due; or a leg came to nothing because no order came of it. */
    @EventListener
    public void judged(ProposalJudged judged) {
        Verdict verdict = judged.verdict();
        Decision decision = verdict.decision();
        RotationDue.of(verdict).ifPresent(rotations::begin);
        if (!judged.ordered()) {
            String why = verdict.reasons().stream().findFirst().map(ReasonCode::name).orElse("NOT_SENT");
            rotations.legEnded(decision.account(), decision.proposal().proposalId(), false, why,
                    decision.decidedAtMs());
        }
    }

    /** The order of a leg may have ended. */
    @EventListener
    public void changed(OrderChanged changed) {
        if (changed.state().terminal()) {
            orders.find(changed.clientOrderId()).filter(order -> order.proposalId().startsWith(Rotation.LEG))
                    .ifPresent(this::ended);
        }
    }

    private void ended(Order order) {
        boolean filled = order.state() == OrderState.FILLED;
        boolean opened = order.proposalId().startsWith(Rotation.LEG + "open-") && !order.filled().isZero();
        String why = order.reason() == null ? order.state().name() : order.state() + ": " + order.reason();
        rotations.legEnded(order.account(), order.proposalId(), filled || opened, why, order.updatedAtMs());
    }

    /** What a position was entered with is kept with it (S1-17). */
    @EventListener
    public void filled(FillApplied applied) {
        Fill fill = applied.fill();
        Order order = applied.order();
        long multiplierE8 = terms.find(fill.instrument()).map(TradingTerms::multiplierE8).orElse(FixedPoint.ONE);
        entries.filled(new Filled(fill.account(), fill.instrument(), fill.strategy(), fill.side(), fill.quantity(),
                fill.price().times(fill.quantity(), multiplierE8), fill.fee(), applied.booked().closed(), fill.atMs()),
                () -> confidence(order));
    }

    private Confidence confidence(Order order) {
        return decisions.find(order.decisionId())
                .map(verdict -> new Confidence(verdict.decision().proposal().confidenceE8()))
                .orElseThrow(() -> new IllegalStateException("order " + order.clientOrderId()
                        + " has lost its decision"));
    }
}
