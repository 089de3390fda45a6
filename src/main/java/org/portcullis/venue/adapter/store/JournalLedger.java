package org.portcullis.venue.adapter.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.portcullis.journal.Journal;
import org.portcullis.journal.JournalReader;
import org.portcullis.venue.Ledger;

/** A ledger in a journal folder of its own: hash-chained, a record cut off by a crash set aside at the next start. */
public final class JournalLedger implements Ledger, AutoCloseable {

    private final Journal journal;
    private final String stream;

    private JournalLedger(Journal journal, String stream) {
        this.journal = journal;
        this.stream = stream;
    }

    /**
     * Opens the ledger in a folder.
     *
     * @param stream what its records are called, {@code venue.paper}
     * @param clock our clock, for the receive times
     */
    public static JournalLedger open(Path folder, String stream, InstantSource clock) {
        return new JournalLedger(Journal.open(folder, clock), stream);
    }

    @Override
    public void replay(Consumer<String> reader) {
        journal.sync();
        try (JournalReader records = JournalReader.from(journal.folder(), 1)) {
            while (records.hasNext()) {
                reader.accept(records.next().text());
            }
        }
    }

    @Override
    public void append(String record, long atMs) {
        journal.append(stream, atMs, record.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void sync() {
        journal.sync();
    }

    @Override
    public void close() {
        journal.close();
    }
}
