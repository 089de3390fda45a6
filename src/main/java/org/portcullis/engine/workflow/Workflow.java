package org.portcullis.engine.workflow;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.Invariant;

/**
 * The door to the workflow engine. Every call joins the caller's database transaction: a workflow starts, hears and
 * ends together with the row it is about, or not at all. The business key is always our own id.
 */
public final class Workflow implements Processes {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HistoryService history;
    private final IdentityService identity;
    private final WorkflowPump pump;

    /** @param pump told whenever something may have become due */
    public Workflow(ProcessEngine engine, WorkflowPump pump) {
        this.runtime = engine.getRuntimeService();
        this.tasks = engine.getTaskService();
        this.history = engine.getHistoryService();
        this.identity = engine.getIdentityService();
        this.pump = pump;
    }

    @Override
    public void start(String processId, String businessKey, Map<String, Object> variables) {
        runtime.startProcessInstanceByKey(processId, businessKey, variables);
        pump.somethingChanged();
    }

    @Override
    public boolean tell(String message, String businessKey, Map<String, Object> variables) {
        List<Execution> waiting = runtime.createExecutionQuery()
                .messageEventSubscriptionName(message).processInstanceBusinessKey(businessKey).list();
        if (waiting.isEmpty()) {
            return false;
        }
        Invariant.hold(waiting.size() == 1, () -> waiting.size() + " wait for " + message + " about " + businessKey);
        runtime.messageEventReceived(message, waiting.get(0).getId(), variables);
        pump.somethingChanged();
        return true;
    }

    /** Whether a workflow of that key has not ended. */
    public boolean running(String businessKey) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).count() > 0;
    }

    /** Tasks of that kind that wait, oldest first, {@code max} at most. */
    public List<WaitingTask> waitingTasks(String taskKey, int max) {
        return tasks.createTaskQuery().taskDefinitionKey(taskKey).active().orderByTaskCreateTime().asc()
                .listPage(0, max).stream().map(this::waiting).toList();
    }

    /** The task of that kind that waits about one key, if it does. */
    public Optional<WaitingTask> waitingTask(String taskKey, String businessKey) {
        return Optional.ofNullable(tasks.createTaskQuery().taskDefinitionKey(taskKey)
                .processInstanceBusinessKey(businessKey).active().singleResult()).map(this::waiting);
    }

    /**
     * Claims and completes a task with the rights of that person.
     *
     * @param answers variables the model decides on
     * @throws TaskRefused when it no longer waits, another person has taken it, or the engine's authorizations do not
     *     permit the person
     */
    public void complete(String taskId, Person person, Map<String, Object> answers) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw new TaskRefused(TaskRefused.Why.NOT_WAITING, "the task does not wait any more");
        }
        String taken = task.getAssignee();
        if (taken != null && !taken.equals(person.name())) {
            throw new TaskRefused(TaskRefused.Why.TAKEN_BY_ANOTHER, "the task was taken by " + taken);
        }
        identity.setAuthentication(person.name(), person.sortedGroups());
        try {
            tasks.claim(taskId, person.name());
            tasks.complete(taskId, answers);
        } catch (AuthorizationException refused) {
            throw new TaskRefused(TaskRefused.Why.NOT_PERMITTED, person.name() + " may not work on this task");
        } finally {
            identity.clearAuthentication();
        }
        pump.somethingChanged();
    }

    /** What the workflow about that key has passed, in the order of entering; empty when there was none. */
    public List<PassedStep> passed(String businessKey) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                .flatMap(instance -> history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId()).orderPartiallyByOccurrence().asc().list().stream())
                .map(Workflow::passed).toList();
    }

    /** The time workflows live in: event time in a replay, else the wall clock. */
    public static InstantSource time() {
        return () -> ClockUtil.getCurrentTime().toInstant();
    }

    private WaitingTask waiting(Task task) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId()).singleResult();
        String key = instance == null ? "" : Objects.requireNonNullElse(instance.getBusinessKey(), "");
        return new WaitingTask(task.getId(), task.getTaskDefinitionKey(), key,
                Objects.requireNonNullElse(task.getName(), task.getTaskDefinitionKey()),
                task.getCreateTime().toInstant());
    }

    private static PassedStep passed(HistoricActivityInstance activity) {
        String name = activity.getActivityName();
        return new PassedStep(activity.getActivityId(), name == null ? activity.getActivityId() : name,
                activity.getActivityType(), activity.getAssignee(), activity.getStartTime().toInstant(),
                instant(activity.getEndTime()), activity.isCanceled());
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
