package org.portcullis.signal;

/** Hears that a source called and proved itself, whatever became of what it said. Never waits, never throws. */
@FunctionalInterface
public interface CallHearing {

    /**
     * The source called.
     *
     * @param atMs our wall clock, UTC milliseconds
     */
    void called(String source, long atMs);
}
