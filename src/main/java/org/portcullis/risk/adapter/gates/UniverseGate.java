package org.portcullis.risk.adapter.gates;

import java.util.List;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.risk.GateFacts;
import org.portcullis.risk.Subject;
import org.portcullis.risk.UniverseMembership;
import org.portcullis.risk.UniverseMembership.Standing;
import org.portcullis.risk.domain.universe.UniverseMember;
import org.portcullis.strategy.Intent;

/**
 * Brings how an entry's instrument stands in the universe, at the moment of the judgement (SX-03, S2-REQ-U1, S2-U4): a
 * proposal that waited for a person is judged by the universe and the bans of the moment at which it leaves.
 */
public final class UniverseGate implements GateFacts {

    private final UniverseMembership universe;
    private final PolicyBook policies;

    public UniverseGate(UniverseMembership universe, PolicyBook policies) {
        this.universe = universe;
        this.policies = policies;
    }

    @Override
    public List<Record> judging(Subject subject) {
        if (subject.proposal().intent() == Intent.EXIT) {
            return List.of();
        }
        Standing found = universe.standing(subject.proposal().instrument(), subject.atMs());
        return List.of(new UniverseMember(found.asked(), ageMs(found, subject.atMs()),
                policies.current().duration("risk.universe-age-max").toMillis(), found.known(), found.banned(),
                found.out(), found.said()));
    }

    private static long ageMs(Standing found, long atMs) {
        if (!found.asked()) {
            return 0;
        }
        return found.judgedAtMs() == Standing.NEVER ? Long.MAX_VALUE : Math.max(0, atMs - found.judgedAtMs());
    }
}
