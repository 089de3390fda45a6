package org.portcullis.risk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portcullis.kernel.AccountId;
import org.portcullis.strategy.Proposal;

/**
 * The weakest position gives its place to a better signal (S1-18 to S1-23). Due when the number of positions is the one
 * thing that stands in the entry's way and every comparison of {@code rules/risk/rotation.drl} was made and holds: a
 * rule that is gone makes no rotation.
 *
 * @param decisionId the verdict that it follows from
 * @param weakest what is closed
 * @param entry what is opened then, as it was proposed
 * @param atMs event time of the verdict, UTC milliseconds
 */
public record RotationDue(String decisionId, AccountId account, WeakestPosition weakest, Proposal entry, long atMs) {

    private static final Set<String> STEPS = Set.of("rotation.candidate", "rotation.confidence", "rotation.stronger",
            "rotation.profit", "rotation.closing");

    /** The rotation that follows from the verdict, if one does. */
    public static Optional<RotationDue> of(Verdict verdict) {
        if (!verdict.reasons().equals(List.of(ReasonCode.POSITIONS_FULL))
                || verdict.outcome() != Verdict.Outcome.DENIED) {
            return Optional.empty();
        }
        Decision decision = verdict.decision();
        CaseFile file = decision.judgedOn();
        Set<String> held = decision.checks().stream().filter(Check::pass).map(Check::code)
                .collect(Collectors.toSet());
        if (file == null || !held.containsAll(STEPS)) {
            return Optional.empty();
        }
        return file.judgingFacts().stream().filter(WeakestPosition.class::isInstance)
                .map(WeakestPosition.class::cast).findFirst()
                .map(weakest -> new RotationDue(decision.decisionId(), decision.account(), weakest,
                        decision.proposal(), decision.decidedAtMs()));
    }

    /** What follows, in one sentence. */
    public String sentence() {
        return "Rotation: " + weakest.instrument() + " of " + weakest.strategy() + " (confidence "
                + weakest.confidence() + ", profit after fees " + weakest.profit() + ") is closed first, then "
                + entry.instrument() + " is judged again.";
    }
}
