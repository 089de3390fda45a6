package org.portcullis.venue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A ledger in memory that a test can cut anywhere, as a crash cuts a file. */
public final class MemoryLedger implements Ledger {

    private final List<String> records;
    private int synced;

    public MemoryLedger() {
        this(List.of());
    }

    private MemoryLedger(List<String> records) {
        this.records = new ArrayList<>(records);
        this.synced = records.size();
    }

    /** What a crash leaves that kept the first {@code count} records. */
    public MemoryLedger prefix(int count) {
        return new MemoryLedger(records.subList(0, count));
    }

    public int size() {
        return records.size();
    }

    /** How many records a crash now would certainly leave. */
    public int synced() {
        return synced;
    }

    @Override
    public void replay(Consumer<String> reader) {
        List.copyOf(records).forEach(reader);
    }

    @Override
    public void append(String record, long atMs) {
        records.add(record);
    }

    @Override
    public void sync() {
        synced = records.size();
    }
}
