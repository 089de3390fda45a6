package org.portcullis.risk;

import java.util.Optional;
import org.portcullis.risk.RuleImpact.Kind;

/**
 * Judges recorded verdicts again, from the record alone. Under the version that judged them nothing may differ; under
 * another version the differences are what a change of the rules would have meant.
 *
 * @param rules the rules to judge by
 */
public record Rejudging(GateRules rules) {

    /** What these rules say about the case. */
    public Verdict verdict(CaseFile file) {
        return new Judging(rules.edition()).verdict(file);
    }

    /** How their verdict differs from the recorded one; nothing when it does not, or when no rule was asked then. */
    public Optional<RuleImpact.Difference> difference(Verdict recorded) {
        CaseFile file = recorded.decision().judgedOn();
        if (file == null) {
            return Optional.empty();
        }
        Verdict now = verdict(file);
        boolean same = now.outcome() == recorded.outcome() && now.reasons().equals(recorded.reasons())
                && now.decision().quantity().equals(recorded.decision().quantity())
                && now.decision().limitPrice().equals(recorded.decision().limitPrice());
        return same ? Optional.empty()
                : Optional.of(new RuleImpact.Difference(kind(recorded, now), RuleImpact.Told.of(recorded),
                        RuleImpact.Told.of(now)));
    }

    private static Kind kind(Verdict recorded, Verdict now) {
        boolean left = recorded.outcome() != Verdict.Outcome.DENIED;
        boolean leaves = now.outcome() != Verdict.Outcome.DENIED;
        return left == leaves ? Kind.CHANGED : leaves ? Kind.ADDED : Kind.REMOVED;
    }
}
