package org.portcullis.journal.adapter.store;

import java.util.SortedMap;

import org.jspecify.annotations.Nullable;
import org.portcullis.journal.AuditVerification.Broken;
import org.portcullis.journal.domain.AuditHash;

/** One writer's chain while it is walked. */
final class AuditChain {

    private final String writer;
    private final SortedMap<Long, String> anchors;
    private long sequence;
    private String hash = AuditHash.GENESIS;

    /** Begins before the first entry; {@code anchors} are the hashes known from elsewhere, by number. */
    AuditChain(String writer, SortedMap<Long, String> anchors) {
        this.writer = writer;
        this.anchors = anchors;
    }

    String writer() {
        return writer;
    }

    /** Takes the next entry in the order of numbers and says what is wrong with it. */
    @Nullable Broken take(AuditHash entry, String storedHash) {
        if (entry.sequence() != sequence + 1) {
            return broken("removed: expected entry " + (sequence + 1) + ", found entry " + entry.sequence());
        }
        if (!entry.previousHash().equals(hash)) {
            return broken("does not continue entry " + sequence + ": that has the hash " + hash + ", this one names "
                    + entry.previousHash());
        }
        String computed = entry.compute();
        if (!computed.equals(storedHash)) {
            return broken("changed: its content has the hash " + computed + ", stored is " + storedHash);
        }
        String anchor = anchors.get(entry.sequence());
        if (anchor != null && !anchor.equals(storedHash)) {
            return broken("rewritten: the journal's anchor knows the hash " + anchor + ", stored is " + storedHash);
        }
        sequence++;
        hash = storedHash;
        return null;
    }

    /** After the last entry: whether one that was anchored is missing. */
    @Nullable Broken end() {
        return !anchors.isEmpty() && anchors.lastKey() > sequence
                ? broken("removed at the end: the journal's anchor knows entry " + anchors.lastKey()
                        + ", the last one is " + sequence)
                : null;
    }

    private Broken broken(String what) {
        return new Broken(writer, sequence + 1, what);
    }
}
