package org.portcullis.strategy;

/** Where what the brain judged is counted. */
public interface JudgedCounts {

    /**
     * Adds the counts and moves the watermark; a message that was counted before changes nothing.
     *
     * @return whether it was counted now
     */
    boolean count(JudgedBars judged);
}
