package org.portcullis.risk;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.risk.GateRules.Edition;
import org.portcullis.risk.GateRules.RulesFailed;
import org.portcullis.risk.GateRules.Sized;
import org.portcullis.risk.domain.Situation;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;

/**
 * Judges a case by one edition of the rules. Asks nothing and keeps nothing: the desk judges by it when the proposal
 * comes, and whoever judges again later walks the same path.
 */
final class Judging {

    private static final Price MARKET = new Price(0);

    private final Edition edition;

    Judging(Edition edition) {
        this.edition = edition;
    }

    /** The verdict on the case; rules that do not come to their end deny. */
    Verdict verdict(CaseFile file) {
        Situation situation = file.situation();
        Proposal proposal = situation.proposal();
        DecisionDraft draft = new DecisionDraft(file.account(), proposal, situation.atMs(), file.agreed() != null,
                edition.version(), file.policyHash());
        draft.judgedOn(file);
        draft.facts(situation.named());
        file.judgingFacts().forEach(draft::fact);
        try {
            List<Object> facts = new ArrayList<>(proposal.intent() == Intent.ENTER ? entry(draft, file)
                    : exit(draft, situation));
            facts.addAll(file.judgingFacts());
            draft.judged(edition.judge(facts, situation.terms().currency()));
            return draft.fold(situation.price().isPresent(), file.gating().asks());
        } catch (RulesFailed failed) {
            return draft.denied(ReasonCode.RULES_FAILED, RiskDesk.FAILURE, String.valueOf(failed.getMessage()));
        }
    }

    private static List<Object> exit(DecisionDraft draft, Situation situation) {
        draft.order(situation.closable(), MARKET);
        return situation.exitFacts();
    }

    private List<Object> entry(DecisionDraft draft, CaseFile file) {
        Situation situation = file.situation();
        Quantity size = file.agreed();
        if (size == null) {
            List<Object> facts = new ArrayList<>(situation.sizingFacts());
            facts.addAll(file.sizingFacts());
            Sized sized = edition.size(facts);
            long factorE8 = situation.proposal().sizeFactorE8();
            size = factored(smallest(sized), factorE8, situation.terms().lotE8());
            draft.sized(sized, factorE8, size);
        }
        draft.order(size, situation.entryLimit());
        List<Object> facts = new ArrayList<>(situation.entryFacts(size));
        if (file.agreed() == null) {
            facts.add(file.gating());
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
}
