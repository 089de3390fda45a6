package org.portcullis.engine.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One element that a workflow entered, for pages and auditors.
 *
 * @param elementId id of the element in the model
 * @param name the element in words, or its id when it has none
 * @param type kind of element in the words of BPMN, {@code serviceTask}
 * @param person who worked on it, for tasks of persons
 * @param startedAt when it was entered, in the workflow's time
 * @param endedAt when it was left; nothing while it waits
 * @param interrupted whether it was cut off instead of completed
 */
public record PassedStep(String elementId, String name, String type, @Nullable String person, Instant startedAt,
        @Nullable Instant endedAt, boolean interrupted) {
}
