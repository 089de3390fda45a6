package org.portcullis.engine.workflow;

import java.time.Instant;

/**
 * A task that waits for a person.
 *
 * @param taskId id of this one task in the engine
 * @param taskKey id of the element in the model, {@code Task_ApproveOrder}
 * @param businessKey our own id of what the workflow is about
 * @param name the task in words
 * @param createdAt when it began to wait, in the workflow's time
 */
public record WaitingTask(String taskId, String taskKey, String businessKey, String name, Instant createdAt) {
}
