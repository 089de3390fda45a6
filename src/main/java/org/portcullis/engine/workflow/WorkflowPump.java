package org.portcullis.engine.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.Invariant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs due work of workflows in event time. In a replay the engine's own job executor is off; each call of
 * {@link #pump} moves the engine's clock and runs what is due, one job after the other in the caller's thread, ordered
 * by due date, business key and element, so that two replays do the same. By the wall clock the job executor works
 * and this pump is idle.
 *
 * <p>A job that fails keeps the retries the engine leaves it, is reported, and is not tried again in the same call.
 */
public final class WorkflowPump {

    private static final Logger LOG = LoggerFactory.getLogger(WorkflowPump.class);
    private static final int JOBS_AT_ONCE_MAX = 500;
    private static final int ROUNDS_MAX = 1_000;

    private final ManagementService management;
    private final RuntimeService runtime;
    private final boolean eventTime;
    private final AtomicBoolean changed = new AtomicBoolean(true);
    private final Map<String, String> elements = new HashMap<>();
    private @Nullable Instant nextDue;
    private @Nullable Instant clock;

    private WorkflowPump(ProcessEngine engine, boolean eventTime) {
        this.management = engine.getManagementService();
        this.runtime = engine.getRuntimeService();
        this.eventTime = eventTime;
    }

    /** A pump that is the engine's only worker; the engine must have been built without an active job executor. */
    public static WorkflowPump inEventTime(ProcessEngine engine) {
        Invariant.hold(!engine.getProcessEngineConfiguration().isJobExecutorActivate(),
                () -> "in event time the job executor must be off");
        return new WorkflowPump(engine, true);
    }

    /** A pump that leaves everything to the engine's job executor. */
    public static WorkflowPump idle(ProcessEngine engine) {
        return new WorkflowPump(engine, false);
    }

    /**
     * One job that failed.
     *
     * @param businessKey what its workflow is about
     * @param elementId the element that failed
     * @param retriesLeft zero when a person has to look
     */
    public record Failure(String businessKey, String elementId, int retriesLeft, String message) {
    }

    /** What one call did. */
    public record Pumped(int executed, List<Failure> failures) {
        static final Pumped NOTHING = new Pumped(0, List.of());

        public Pumped {
            failures = List.copyOf(failures);
        }
    }

    /** Something may have become due; called by {@link Workflow}, effective once the caller's transaction has ended. */
    void somethingChanged() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    changed.set(true);
                }
            });
        } else {
            changed.set(true);
        }
    }

    /**
     * Moves the workflows' time and runs everything due; outside any transaction, each job in one of its own. Time
     * never runs back: an earlier time than before leaves the clock where it is.
     */
    public synchronized Pumped pump(Instant eventTimeNow) {
        if (!eventTime) {
            return Pumped.NOTHING;
        }
        Invariant.hold(!TransactionSynchronizationManager.isActualTransactionActive(),
                () -> "the pump was called inside a transaction");
        setClock(eventTimeNow);
        boolean somethingNew = changed.getAndSet(false);
        Instant due = nextDue;
        if (!somethingNew && (due == null || due.isAfter(eventTimeNow))) {
            return Pumped.NOTHING;
        }
        Pumped pumped = runAllDue();
        nextDue = nextDue();
        if (!pumped.failures().isEmpty()) {
            changed.set(true);
        }
        return pumped;
    }

    private void setClock(Instant eventTimeNow) {
        if (clock == null || eventTimeNow.isAfter(clock)) {
            clock = eventTimeNow;
            ClockUtil.setCurrentTime(Date.from(eventTimeNow));
        }
    }

    private Pumped runAllDue() {
        List<Failure> failures = new ArrayList<>();
        Set<String> failed = new HashSet<>();
        int executed = 0;
        for (int round = 0; round < ROUNDS_MAX; round++) {
            List<Work> due = due(failed);
            if (due.isEmpty()) {
                return new Pumped(executed, failures);
            }
            for (Work work : due) {
                Failure failure = run(work);
                if (failure == null) {
                    executed++;
                } else {
                    failures.add(failure);
                    failed.add(work.jobId());
                }
            }
        }
        throw new IllegalStateException("after " + ROUNDS_MAX + " rounds work is still due: a loop in a model?");
    }

    private record Work(String jobId, long dueMs, String businessKey, String elementId) {
        static final Comparator<Work> ORDER = Comparator.comparingLong(Work::dueMs)
                .thenComparing(Work::businessKey).thenComparing(Work::elementId);
    }

    private List<Work> due(Set<String> failed) {
        List<Job> jobs = management.createJobQuery().executable().active().listPage(0, JOBS_AT_ONCE_MAX).stream()
                .filter(job -> !failed.contains(job.getId())).toList();
        if (jobs.isEmpty()) {
            return List.of();
        }
        Map<String, ProcessInstance> instances = runtime.createProcessInstanceQuery()
                .processInstanceIds(jobs.stream().map(Job::getProcessInstanceId).filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .list().stream().collect(Collectors.toMap(ProcessInstance::getId, Function.identity()));
        return jobs.stream().map(job -> work(job, instances)).sorted(Work.ORDER).toList();
    }

    private Work work(Job job, Map<String, ProcessInstance> instances) {
        ProcessInstance instance = instances.get(job.getProcessInstanceId());
        String key = instance == null ? "" : Objects.requireNonNullElse(instance.getBusinessKey(), "");
        String element = elementOf(job.getJobDefinitionId());
        long dueMs = job.getDuedate() == null ? Long.MIN_VALUE : job.getDuedate().getTime();
        return new Work(job.getId(), dueMs, key, element);
    }

    /** Definitions of jobs never change, so each is asked for once; the engine's own housekeeping has none. */
    private String elementOf(@Nullable String jobDefinitionId) {
        return jobDefinitionId == null ? "" : elements.computeIfAbsent(jobDefinitionId, id ->
                management.createJobDefinitionQuery().jobDefinitionId(id).singleResult().getActivityId());
    }

    private @Nullable Failure run(Work work) {
        if (management.createJobQuery().jobId(work.jobId()).count() == 0) {
            return null; // an earlier job of this round ended its workflow
        }
        try {
            management.executeJob(work.jobId());
            return null;
        } catch (RuntimeException broken) {
            Job left = management.createJobQuery().jobId(work.jobId()).singleResult();
            Failure failure = new Failure(work.businessKey(), work.elementId(), left == null ? 0 : left.getRetries(),
                    String.valueOf(broken.getMessage()));
            LOG.error("workflow step failed: {}", failure, broken);
            return failure;
        }
    }

    private @Nullable Instant nextDue() {
        List<Job> next = management.createJobQuery().active().withRetriesLeft()
                .orderByJobDuedate().asc().listPage(0, 1);
        Date due = next.isEmpty() ? null : next.get(0).getDuedate();
        return due == null ? null : due.toInstant();
    }
}
