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
import org.portcullis.risk.domain.ClosingPart;
import org.portcullis.risk.domain.Situation;
import org.portcullis.risk.domain.sizing.BoundsSize;
import org.portcullis.risk.domain.sizing.Rounding;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;

/**
 * Judges a case by one edition of the rules. Asks nothing and keeps nothing: the desk judges by it when the proposal
 * comes, and whoever judges again later walks the same path.
 */
final class Judging {

    private static final Price MARKET = new Price(0);

    /** About as many facts as are judged. */
    private static final int FACTS = 48;

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
        draft.facts(situation);
        file.judgingFacts().forEach(draft::fact);
        try {
            List<Object> facts = new ArrayList<>(FACTS);
            facts.addAll(proposal.intent() == Intent.ENTER ? entry(draft, file) : exit(draft, situation));
            facts.addAll(file.judgingFacts());
            draft.judged(edition.judge(facts, situation.terms().currency()));
            return draft.fold(situation.price().isPresent(), file.gating().asks());
        } catch (RulesFailed failed) {
            return draft.denied(ReasonCode.RULES_FAILED, RiskDesk.FAILURE, String.valueOf(failed.getMessage()));
        }
    }

    private static List<Object> exit(DecisionDraft draft, Situation situation) {
        draft.order(ClosingPart.of(situation.closable(), situation.proposal().closeShare(), situation.terms()), MARKET);
        return situation.exitFacts();
    }

    private List<Object> entry(DecisionDraft draft, CaseFile file) {
        Situation situation = file.situation();
        Quantity size = file.agreed();
        if (size == null) {
            List<Object> facts = new ArrayList<>(situation.sizingFacts());
            facts.addAll(file.sizingFacts());
            file.sizingFacts().forEach(draft::fact);
            Sized sized = edition.size(facts);
            demanded(file.sizingFacts(), sized);
            long factorE8 = situation.proposal().sizeFactorE8();
            long wantedE8 = wanted(smallest(sized), factorE8);
            size = new Quantity(FixedPoint.floorToStep(wantedE8, situation.terms().lotE8()));
            if (wantedE8 > 0 && size.compareTo(situation.smallest()) < 0 && roundsUp(file.sizingFacts())) {
                // S2-N1; the caps judge the larger order, so it leaves only where they have room for it
                size = situation.smallest();
            }
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
        List<GateRules.Size> sizes = sized.sizes();
        long smallestE8 = sizes.isEmpty() ? 0 : Long.MAX_VALUE;
        for (int i = 0; i < sizes.size(); i++) {
            smallestE8 = Math.min(smallestE8, sizes.get(i).atMost().e8());
        }
        return smallestE8;
    }

    /**
     * That size times the regime's factor (S2-REQ-U3). A factor above one makes an order no larger than its limits
     * permit.
     */
    private static long wanted(long permittedE8, long factorE8) {
        return FixedPoint.multiplyDivide(permittedE8, Math.min(factorE8, FixedPoint.ONE), FixedPoint.ONE,
                RoundingMode.DOWN);
    }

    private static boolean roundsUp(List<Record> facts) {
        for (Record fact : facts) {
            if (fact instanceof Rounding rounding && rounding.upToMinimum()) {
                return true;
            }
        }
        return false;
    }

    /** A fact whose sizing rule is gone would let an order grow; trading fails closed instead. */
    private static void demanded(List<Record> facts, Sized sized) {
        List<String> missing = null;
        for (Record fact : facts) {
            if (fact instanceof BoundsSize bounds && !states(sized.sizes(), bounds.sizeCode())) {
                missing = missing == null ? new ArrayList<>() : missing;
                missing.add(bounds.sizeCode());
            }
        }
        if (missing != null) {
            throw new RulesFailed("no sizing rule stated " + String.join(", ", missing), null);
        }
    }

    private static boolean states(List<GateRules.Size> sizes, String code) {
        for (int i = 0; i < sizes.size(); i++) {
            if (sizes.get(i).code().equals(code)) {
                return true;
            }
        }
        return false;
    }
}
