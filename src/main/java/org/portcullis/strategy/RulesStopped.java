package org.portcullis.strategy;

import java.util.Objects;
import org.portcullis.kernel.InstrumentId;

/**
 * A strategy, or what it is told, failed at a bar: it has not been asked there, the others have.
 *
 * @param where      the strategy, or {@code brain} when the bar could not be walked at all
 * @param instrument whose bar it was
 * @param atMs       event time, UTC milliseconds
 * @param failure    what happened; a rule at fault is named with its file
 */
public record RulesStopped(String where, InstrumentId instrument, long atMs, String failure) {

    public RulesStopped {
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(failure, "failure");
    }
}
