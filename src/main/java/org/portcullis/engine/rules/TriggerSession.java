package org.portcullis.engine.rules;

/**
 * A session that one thread keeps for item after item: insert, fire, read, {@link #clear()}. It stays on the version it
 * was opened with; its owner compares {@link #version()} with the library's and opens a new one after a swap. A failed
 * run closes it.
 */
public interface TriggerSession extends RuleRun {

    /** Takes every fact out, given and formed, and forgets the firings: ready for the next item. */
    void clear();
}
