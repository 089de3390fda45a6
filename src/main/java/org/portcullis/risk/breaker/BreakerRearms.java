package org.portcullis.risk.breaker;

import java.util.Map;
import java.util.Optional;
import org.portcullis.engine.workflow.Person;
import org.portcullis.engine.workflow.TaskRefused;
import org.portcullis.engine.workflow.WaitingTask;
import org.portcullis.engine.workflow.Workflow;
import org.portcullis.kernel.AccountId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The door through which people let tripped breakers go (S4-M10, B-R11): every re-arming, whichever page it comes from,
 * is the answer to a task of {@code BreakerRearmProcess}, given by a risk officer who did not trip the breaker, with a
 * reason. A breaker that waits for a person has such a task from its trip on; one that ends by itself gets it when
 * somebody lets it go before its time.
 */
public final class BreakerRearms {

    private static final Logger LOG = LoggerFactory.getLogger(BreakerRearms.class);

    private final AccountId account;
    private final Breakers breakers;
    private final Workflow workflow;
    private final TransactionOperations transactions;

    /** @param transactions opens a transaction of its own, also after another one was committed */
    public BreakerRearms(AccountId account, Breakers breakers, Workflow workflow, TransactionOperations transactions) {
        this.account = account;
        this.breakers = breakers;
        this.workflow = workflow;
        this.transactions = transactions;
    }

    /** A breaker tripped or climbed: call it when that was kept. */
    public void tripped(Trip trip) {
        if (trip.needsPerson()) {
            transactions.executeWithoutResult(status -> open(trip));
        }
    }

    /** A trip ended by itself: call it when that was kept. */
    public void ended(Trip was) {
        transactions.executeWithoutResult(status ->
                workflow.tell(RearmVariables.MSG_ENDED, was.rearmKey(), Map.of()));
    }

    /** Opens the tasks that a stop of the process left unopened. */
    public void openAll(long nowMs) {
        breakers.tripped(account, nowMs).forEach(this::tripped);
    }

    /** What is waited for under that key, if it holds. */
    public Optional<Trip> find(String key, long nowMs) {
        return breakers.tripped(account, nowMs).stream().filter(trip -> trip.rearmKey().equals(key)).findFirst();
    }

    /** Why that person may not let the breaker of that key go, in a sentence; nothing when they may. */
    public Optional<String> refusal(String key, Person person, long nowMs) {
        if (!person.groups().contains(RearmVariables.GROUP)) {
            return Optional.of("only a risk officer re-arms a breaker");
        }
        return find(key, nowMs).flatMap(trip -> breakers.author(trip, person.name()))
                .map(first -> first + " tripped the breaker; a second person has to re-arm it");
    }

    /**
     * The person lets a breaker go by answering its task; what follows from the answer is done by the workflow's next
     * step.
     *
     * @param reason in words, not blank
     */
    public BreakerRearming rearm(Breaker breaker, Scope scope, Person person, String reason, long nowMs) {
        Optional<Trip> found = find(Trip.rearmKey(account, breaker, scope), nowMs);
        if (found.isEmpty()) {
            return new BreakerRearming.NotTripped();
        }
        Trip trip = found.get();
        Optional<String> first = breakers.author(trip, person.name());
        if (first.isPresent()) {
            return new BreakerRearming.SecondPersonNeeded(first.get());
        }
        Optional<String> refusal = refusal(trip.rearmKey(), person, nowMs);
        if (refusal.isPresent()) {
            return new BreakerRearming.Refused(refusal.get());
        }
        try {
            BreakerRearming outcome = transactions.execute(status -> answer(trip, person, reason));
            return outcome == null ? new BreakerRearming.NotTripped() : outcome;
        } catch (TaskRefused refused) {
            LOG.warn("breaker {} of {} was not re-armed: {}", breaker.code(), scope, refused.getMessage());
            return new BreakerRearming.Refused(String.valueOf(refused.getMessage()));
        }
    }

    /**
     * Lets the breaker of that key go, in the caller's transaction; one that has ended meanwhile stays as it is.
     *
     * @throws IllegalStateException when that person tripped it after all
     */
    public void letGo(String key, String by, String reason, long nowMs) {
        find(key, nowMs).ifPresent(trip -> {
            if (breakers.rearm(account, trip.breaker(), trip.scope(), by, reason, nowMs)
                    instanceof BreakerRearming.SecondPersonNeeded needed) {
                throw new IllegalStateException(needed.first() + " tripped the breaker and cannot re-arm it");
            }
        });
    }

    private BreakerRearming answer(Trip trip, Person person, String reason) {
        open(trip);
        Optional<WaitingTask> task = workflow.waitingTask(RearmVariables.TASK_REARM, trip.rearmKey());
        if (task.isEmpty()) {
            return new BreakerRearming.Refused("it is being re-armed already");
        }
        workflow.complete(task.get().taskId(), person, Map.of(RearmVariables.REASON, reason));
        return new BreakerRearming.Rearmed(trip);
    }

    private void open(Trip trip) {
        if (!workflow.running(trip.rearmKey())) {
            workflow.start(RearmVariables.PROCESS, trip.rearmKey(), Map.of(RearmVariables.BREAKER,
                    trip.breaker().code(), RearmVariables.SCOPE, trip.scope().toString()));
        }
    }
}
