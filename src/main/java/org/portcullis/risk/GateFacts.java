package org.portcullis.risk;

import java.util.List;

/**
 * Brings the facts of one gate to the desk: what its rules compare, its limits among them. Called for each judgement,
 * inside the transaction of the verdict. Every fact is a record, so that it can be kept with the decision and judged
 * again; rules join it with the desk's own facts ({@code EntryOrder}, {@code ExitOrder}, {@code Exposure}, {@code
 * Limits}).
 */
public interface GateFacts {

    /**
     * What judging rules may know, for entries and exits alike.
     *
     * @throws RuntimeException when it cannot be known; the proposal is then denied, trading fails closed
     */
    List<Record> judging(Subject subject);

    /** What sizing rules may know about an entry; nothing unless the gate has sizing rules. */
    default List<Record> sizing(Subject subject) {
        return List.of();
    }
}
