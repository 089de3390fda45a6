package org.portcullis.operations.alert;

/**
 * What an alert is raised for.
 *
 * @param subject what it is about: the same code and subject is the same alert; at most 200 characters are kept
 * @param text what happened and where, for a person; at most 1,000 characters are kept
 * @param raisedBy the part that noticed it, such as {@code risk}, or a person
 * @param atMs when it happened by the clock of the market, UTC milliseconds
 */
public record Cause(AlertCode code, Severity severity, String subject, String text, String raisedBy, long atMs) {

    private static final int SUBJECT_MAX = 200;
    private static final int TEXT_MAX = 1_000;

    public Cause {
        subject = cut(subject, SUBJECT_MAX);
        text = cut(text, TEXT_MAX);
    }

    /** What tells two alerts apart. */
    Key key() {
        return new Key(code, subject);
    }

    /** What tells two open alerts apart. */
    record Key(AlertCode code, String subject) {
    }

    /** Texts of others may hold anything: what would break a line of the log is not kept. */
    static String cut(String text, int max) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), max));
        text.codePoints().limit(max).map(one -> Character.isISOControl(one) ? ' ' : one)
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }
}
