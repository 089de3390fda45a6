package org.portcullis.venue;

import java.util.function.Consumer;

/** An append-only file of records that a venue or the gateway keeps for itself, whatever happens to the database. */
public interface Ledger {

    /** Reads every record kept so far, first one first. */
    void replay(Consumer<String> reader);

    /** Appends one record; it is durable after the next {@link #sync()}. */
    void append(String record, long atMs);

    /** Waits until everything appended is on the disk. */
    void sync();
}
