package org.portcullis.risk;

import java.util.Map;
import java.util.function.Supplier;
import org.portcullis.risk.adapter.workflow.RearmBreaker;
import org.portcullis.risk.adapter.workflow.RecordRearmer;
import org.portcullis.risk.breaker.BreakerRearms;

/** What {@code BreakerRearmProcess} calls, by the names it uses. */
public final class RearmDelegates {

    private RearmDelegates() {
    }

    /** Where no breaker is let go. */
    public static Map<String, Object> idle() {
        return of(() -> {
            throw new IllegalStateException("no breaker is let go here");
        });
    }

    /** Where these let breakers go. */
    public static Map<String, Object> of(Supplier<BreakerRearms> rearms) {
        return Map.of("recordRearmer", new RecordRearmer(rearms), "rearmBreaker", new RearmBreaker(rearms));
    }
}
