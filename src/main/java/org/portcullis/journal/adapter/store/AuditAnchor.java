package org.portcullis.journal.adapter.store;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.portcullis.journal.AuditReceipt;
import org.portcullis.journal.Journal;
import org.portcullis.journal.JournalRecord;

/**
 * Writes the head of each audit chain into the journal's files: the first entry after a start, each n-th one, and the
 * last at the stop. Whoever changes or cuts the database must then change the files too, and their chain shows it.
 * Entries after the last anchor can still be cut from the database's end unnoticed by this means.
 */
public final class AuditAnchor implements AutoCloseable {

    /** Name of the stream that the anchors form in the journal. */
    public static final String STREAM = "journal.audit-anchor";

    private final Journal journal;
    private final int everyEntries;
    private final InstantSource clock;
    private final Map<String, AuditReceipt> latest = new ConcurrentHashMap<>();
    private final Map<String, Long> anchored = new ConcurrentHashMap<>();

    /**
     * Anchors in {@code journal}.
     *
     * @param everyEntries how many entries of a chain lie between two anchors at most, 1 or more
     */
    public AuditAnchor(Journal journal, int everyEntries, InstantSource clock) {
        if (everyEntries < 1) {
            throw new IllegalArgumentException("anchors lie one entry or more apart, not " + everyEntries);
        }
        this.journal = journal;
        this.everyEntries = everyEntries;
        this.clock = clock;
    }

    /** To be told of an entry once its transaction has committed. */
    void committed(AuditReceipt receipt) {
        latest.merge(receipt.writer(), receipt, (known, now) -> now.sequence() > known.sequence() ? now : known);
        long last = anchored.getOrDefault(receipt.writer(), 0L);
        if (last == 0 || receipt.sequence() >= last + everyEntries) {
            write(receipt);
        }
    }

    /** Anchors every chain that moved since its last anchor. */
    @Override
    public void close() {
        latest.values().stream()
                .filter(receipt -> receipt.sequence() > anchored.getOrDefault(receipt.writer(), 0L))
                .forEach(this::write);
    }

    private void write(AuditReceipt receipt) {
        anchored.merge(receipt.writer(), receipt.sequence(), Math::max);
        String body = receipt.sequence() + " " + receipt.hash() + " " + receipt.writer();
        journal.append(STREAM, clock.millis(), body.getBytes(StandardCharsets.UTF_8));
        journal.sync();
    }

    /** The anchor in a journal record, empty when the record is something else. */
    static Optional<AuditReceipt> read(JournalRecord record) {
        if (!record.stream().equals(STREAM)) {
            return Optional.empty();
        }
        String[] parts = record.text().split(" ", 3);
        return Optional.of(new AuditReceipt(parts[2], Long.parseLong(parts[0]), parts[1]));
    }
}
