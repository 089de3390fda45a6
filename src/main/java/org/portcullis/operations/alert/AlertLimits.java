package org.portcullis.operations.alert;

import java.time.Duration;
import org.portcullis.engine.policy.Policy;

/**
 * How alerts are said (S2-REQ-AL1).
 *
 * @param repeatAfter an alert that happens again and again is said once in that time
 * @param escalateAfter after that time without an acknowledgement a warning becomes critical and is said again
 * @param streamSilentAfter a stream that brings nothing for longer raises an alert
 */
public record AlertLimits(Duration repeatAfter, Duration escalateAfter, Duration streamSilentAfter) {

    /** The limits of that policy. */
    public static AlertLimits from(Policy policy) {
        return new AlertLimits(policy.duration("operations.alerts.repeat-after"),
                policy.duration("operations.alerts.escalate-after"),
                policy.duration("operations.alerts.stream-silent-after"));
    }
}
