package org.portcullis.web.adapter.rest;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.time.EventClock;
import org.portcullis.engine.time.Lane;
import org.portcullis.engine.workflow.Person;
import org.portcullis.engine.workflow.WorkflowPump;
import org.portcullis.portfolio.CaseAnswer;
import org.portcullis.portfolio.ReconcileCase;
import org.portcullis.portfolio.ReconcileRun;
import org.portcullis.portfolio.Reconciliation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether our books agree with the venue's, and the answers to what differs (SX-01). */
@RestController
@RequestMapping("/api/v1/reconcile")
class ReconcileApi {

    private static final int LISTED = 50;

    private final ObjectProvider<Reconciliation> reconciliations;
    private final ObjectProvider<Lane> lanes;
    private final ObjectProvider<WorkflowPump> pumps;
    private final EventClock clock;

    ReconcileApi(ObjectProvider<Reconciliation> reconciliations, ObjectProvider<Lane> lanes,
            ObjectProvider<WorkflowPump> pumps, EventClock clock) {
        this.reconciliations = reconciliations;
        this.lanes = lanes;
        this.pumps = pumps;
        this.clock = clock;
    }

    @GetMapping
    Now now() {
        Reconciliation reconciliation = there(reconciliations);
        return new Now(reconciliation.books().clean(), reconciliation.runs(LISTED), reconciliation.openCases());
    }

    /** Compares now. */
    @PostMapping
    ReconcileRun run() {
        return there(reconciliations).run(ReconcileRun.Trigger.ON_DEMAND);
    }

    @PostMapping("/cases/{id}")
    Answered answer(@PathVariable String id, @RequestBody Asked asked, Authentication who) {
        String reason = Reason.required(new Reason(asked.reason()));
        CaseAnswer answer = asked.answer();
        if (answer == null) {
            throw new Refused("The answer is ADOPT, WRITE_OFF or IGNORE.");
        }
        Set<String> groups = who.getAuthorities().stream().map(granted -> granted.getAuthority()
                .replaceFirst("^ROLE_", "").replace("_", "").toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        Reconciliation.AnswerOutcome outcome = there(lanes).call(() -> {
            Reconciliation.AnswerOutcome taken = there(reconciliations).answer(id, new Person(who.getName(), groups),
                    answer, reason);
            there(pumps).pump(clock.instant());
            return taken;
        });
        return switch (outcome) {
            case TAKEN -> new Answered(id, answer, who.getName());
            case NOT_PERMITTED -> throw new Refused("Only risk officers may answer, each in their own name.");
            case NOT_WAITING -> throw new Refused("Nobody waits for this answer any more.");
            case DOES_NOT_FIT -> throw new Refused("Only an orphan order can be written off: it is cancelled there.");
        };
    }

    private static <T> T there(ObjectProvider<T> part) {
        T found = part.getIfAvailable();
        if (found == null) {
            throw new NotFound("No books are compared here.");
        }
        return found;
    }

    /**
     * How the books stand.
     *
     * @param clean whether positions may be opened
     * @param runs the newest comparisons, newest first
     * @param open differences that wait for an answer
     */
    record Now(boolean clean, List<ReconcileRun> runs, List<ReconcileCase> open) {
    }

    /** What a risk officer decides, and why. */
    record Asked(@Nullable CaseAnswer answer, @Nullable String reason) {
    }

    /** An answer that was taken. */
    record Answered(String caseId, CaseAnswer answer, String by) {
    }
}
