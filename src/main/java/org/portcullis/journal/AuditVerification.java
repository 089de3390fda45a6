package org.portcullis.journal;

/** What a walk along all audit chains found. */
public sealed interface AuditVerification {

    /**
     * Every entry is as it was written.
     *
     * @param entries how many there are
     * @param writers in how many chains
     * @param anchors how many anchors from the journal's files agreed
     */
    record Sound(long entries, int writers, long anchors) implements AuditVerification {
    }

    /**
     * Something was changed; all entries of this writer before the named one are sound.
     *
     * @param writer whose chain
     * @param sequence number of the first bad or missing entry
     * @param what what is wrong, with what was expected and what was found
     */
    record Broken(String writer, long sequence, String what) implements AuditVerification {

        @Override
        public String toString() {
            return "audit entry " + sequence + " of " + writer + ": " + what;
        }
    }
}
