package org.portcullis.operations.alert;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person has to know.
 *
 * @param alertId its identity; the same condition that comes back later is another alert
 * @param severity how urgent it is now; it rises when nobody acknowledges it in time
 * @param subject what it is about; there is one open alert of a code and subject
 * @param text what happened the last time, and where
 * @param raisedBy the part that noticed it
 * @param firstAt when it happened first, by the clock of the market: event time in a replay
 * @param lastAt when it happened last, by the same clock
 * @param count how often it happened
 * @param recordedAt when we noted it first, by our wall clock
 * @param escalated whether it waited too long for somebody to acknowledge it
 * @param acknowledged who looked at it, if anybody has
 * @param closed what ended it, if it is over
 * @param version counts its changes
 */
public record Alert(String alertId, AlertCode code, Severity severity, String subject, String text, String raisedBy,
        Instant firstAt, Instant lastAt, long count, Instant recordedAt, boolean escalated,
        @Nullable Note acknowledged, @Nullable Note closed, long version) {

    /** The most urgent first, then what nobody looks at, then the newest. */
    public static final Comparator<Alert> URGENT_FIRST = Comparator.comparing(Alert::severity).reversed()
            .thenComparing(alert -> alert.acknowledged() != null)
            .thenComparing(Comparator.comparing(Alert::recordedAt).reversed()).thenComparing(Alert::alertId);

    /**
     * Who did something with an alert, and why.
     *
     * @param by a person, or the part that saw its end
     * @param at by our wall clock
     * @param text why, in words
     */
    public record Note(String by, Instant at, String text) {
    }

    /** A new one. */
    static Alert of(String alertId, Cause cause, Instant now) {
        Instant at = Instant.ofEpochMilli(cause.atMs());
        return new Alert(alertId, cause.code(), cause.severity(), cause.subject(), cause.text(), cause.raisedBy(), at,
                at, 1, now, false, null, null, 1);
    }

    /** Whether it is not over. */
    public boolean open() {
        return closed == null;
    }

    /** What whoever reads it should do. */
    public String toDo() {
        return code.toDo();
    }

    /** It happened again, and is open again if it was over. */
    Alert again(Cause cause) {
        boolean urgent = cause.severity().compareTo(severity) > 0;
        return new Alert(alertId, code, urgent ? cause.severity() : severity, subject, cause.text(), raisedBy, firstAt,
                Instant.ofEpochMilli(Math.max(cause.atMs(), lastAt.toEpochMilli())), count + 1, recordedAt, escalated,
                urgent ? null : acknowledged, null, version + 1);
    }

    /** Nobody acknowledged it in time: what was a warning becomes critical. */
    Alert escalate() {
        return new Alert(alertId, code, severity == Severity.INFO ? severity : Severity.CRITICAL, subject, text,
                raisedBy, firstAt, lastAt, count, recordedAt, true, acknowledged, closed, version + 1);
    }

    /** Somebody looked at it. */
    Alert acknowledge(Note note) {
        return new Alert(alertId, code, severity, subject, text, raisedBy, firstAt, lastAt, count, recordedAt,
                escalated, note, closed, version + 1);
    }

    /** It is over. */
    Alert close(Note note) {
        return new Alert(alertId, code, severity, subject, text, raisedBy, firstAt, lastAt, count, recordedAt,
                escalated, acknowledged, note, version + 1);
    }

    Cause.Key key() {
        return new Cause.Key(code, subject);
    }
}
