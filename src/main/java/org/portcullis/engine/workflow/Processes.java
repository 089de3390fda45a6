package org.portcullis.engine.workflow;

import java.util.Map;

/** Workflows as those see them who start them and tell them what happened; the business key is always our own id. */
public interface Processes {

    /**
     * Starts one workflow.
     *
     * @param processId id of the model, which is the name of its file
     * @param businessKey our id of what it is about; the caller starts one workflow per key
     * @param variables ids and answers only: texts, flags and whole numbers
     */
    void start(String processId, String businessKey, Map<String, Object> variables);

    /**
     * Tells the one workflow that waits for it.
     *
     * @return false when no workflow of that key waits for the message
     * @throws IllegalStateException when more than one waits
     */
    boolean tell(String message, String businessKey, Map<String, Object> variables);
}
