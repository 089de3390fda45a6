package org.portcullis.engine.rules.host;

import java.util.List;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.MatchCreatedEvent;
import org.portcullis.engine.rules.RuleLimits;

/** Notes what fires and stops a run that fires too often or too long. */
final class FiringLimit extends DefaultAgendaEventListener {

    private final List<String> fired;
    private final RuleLimits limits;
    private final Deadline deadline;

    /** @param fired names of the rules that fired, to which this adds */
    FiringLimit(List<String> fired, RuleLimits limits, Deadline deadline) {
        this.fired = fired;
        this.limits = limits;
        this.deadline = deadline;
    }

    @Override
    public void matchCreated(MatchCreatedEvent event) {
        stopWhenOverdue();
    }

    @Override
    public void beforeMatchFired(BeforeMatchFiredEvent event) {
        fired.add(event.getMatch().getRule().getName());
        if (fired.size() > limits.firingsMax()) {
            throw new RunStopped("fired more than " + limits.firingsMax() + " times");
        }
        stopWhenOverdue();
    }

    private void stopWhenOverdue() {
        if (deadline.isOverdue()) {
            throw new RunStopped(deadline.text());
        }
    }
}
