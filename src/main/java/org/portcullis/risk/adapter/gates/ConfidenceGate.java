package org.portcullis.risk.adapter.gates;

import java.util.List;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.policy.PolicyReading;
import org.portcullis.risk.Confidence;
import org.portcullis.risk.GateFacts;
import org.portcullis.risk.Subject;
import org.portcullis.risk.domain.rotation.SignalConfidence;
import org.portcullis.strategy.Intent;
import org.springframework.stereotype.Component;

/** Brings how sure the signal behind an entry is, and how sure it must be (S1-26). */
@Component
public class ConfidenceGate implements GateFacts {

    private final PolicyReading<Confidence> least;

    public ConfidenceGate(PolicyBook policies) {
        this.least = new PolicyReading<>(policies, policy -> new Confidence(policy.number("risk.confidence-min")));
    }

    @Override
    public List<Record> judging(Subject subject) {
        if (subject.proposal().intent() == Intent.EXIT) {
            return List.of();
        }
        return List.of(new SignalConfidence(new Confidence(subject.proposal().confidenceE8()), least.now()));
    }
}
