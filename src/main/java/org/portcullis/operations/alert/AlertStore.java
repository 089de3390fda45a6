package org.portcullis.operations.alert;

import java.util.List;

/** Where alerts are kept. Every method throws a {@link RuntimeException} when the store does not answer. */
public interface AlertStore {

    /** Keeps each of them as it is; one that is kept in a later version stays as it is. */
    void keep(List<Alert> alerts);

    /** Everything that is not over. */
    List<Alert> open();

    /** What is over, the newest end first. */
    List<Alert> closed(int max);

    /** The same among alerts of one code. */
    List<Alert> closed(AlertCode code, int max);
}
