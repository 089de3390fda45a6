package org.portcullis.risk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
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
        Decision decision = verdict.decision();
        CaseFile file = decision.judgedOn();
        boolean alone = verdict.outcome() == Verdict.Outcome.DENIED
                && verdict.reasons().equals(List.of(ReasonCode.POSITIONS_FULL));
        if (!alone || file == null || !isDue(decision)) {
            return Optional.empty();
        }
        return file.judgingFacts().stream().filter(WeakestPosition.class::isInstance)
                .map(WeakestPosition.class::cast).findFirst()
                .map(weakest -> new RotationDue(decision.decisionId(), decision.account(), weakest,
                        decision.proposal(), decision.decidedAtMs()));
    }

    /** What follows from a decision in one sentence, if a rotation does; told from what every decision keeps. */
    public static Optional<String> sentence(Decision decision) {
        if (!isDue(decision)) {
            return Optional.empty();
        }
        SortedMap<String, String> facts = decision.facts();
        return Optional.of("Rotation: " + facts.get("weakest-position.instrument") + " of "
                + facts.get("weakest-position.strategy") + " (confidence " + facts.get("weakest-position.confidence")
                + ", profit after fees " + facts.get("weakest-position.profit") + ") is closed first, then "
                + decision.proposal().instrument() + " is judged again.");
    }

    private static boolean isDue(Decision decision) {
        Set<String> held = decision.checks().stream().filter(Check::pass).map(Check::code)
                .collect(Collectors.toSet());
        Set<ReasonCode> denials = decision.checks().stream().filter(check -> check.hard() && !check.pass())
                .map(Check::reason).collect(Collectors.toSet());
        return held.containsAll(STEPS) && denials.equals(Set.of(ReasonCode.POSITIONS_FULL));
    }
}
