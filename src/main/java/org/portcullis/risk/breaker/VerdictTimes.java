package org.portcullis.risk.breaker;

import java.util.OptionalLong;
import org.portcullis.kernel.AccountId;

/** How long verdicts took. */
@FunctionalInterface
public interface VerdictTimes {

    /**
     * The time that 95 of 100 verdicts kept, in microseconds.
     *
     * @param afterMs only verdicts decided after that moment, event time, UTC milliseconds
     * @param least nothing is said of fewer verdicts
     */
    OptionalLong p95Micros(AccountId account, long afterMs, int least);
}
