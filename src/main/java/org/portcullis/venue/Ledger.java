package org.portcullis.venue;

import java.util.function.Consumer;

/** An append-only file of records that a venue or the gateway keeps for itself, whatever happens to the database. */
public interface Ledger {

    /** A ledger for a venue that ends with its run: it keeps nothing, so nothing is written for it. */
    static Ledger nothing() {
        return new Ledger() {
            @Override
            public boolean keeps() {
                return false;
            }

            @Override
            public void replay(Consumer<String> reader) {
                // nothing was kept
            }

            @Override
            public void append(String record, long atMs) {
                // nobody will read it
            }

            @Override
            public void sync() {
                // nothing is on its way
            }
        };
    }

    /** Whether records are kept at all. */
    default boolean keeps() {
        return true;
    }

    /** Reads every record kept so far, first one first. */
    void replay(Consumer<String> reader);

    /** Appends one record; it is durable after the next {@link #sync()}. */
    void append(String record, long atMs);

    /** Waits until everything appended is on the disk. */
    void sync();
}
