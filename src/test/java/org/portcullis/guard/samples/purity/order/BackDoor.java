package org.portcullis.guard.samples.purity.order;

/** Broken on purpose: a second door, and a word that changes. */
public final class BackDoor {

    private int limit;

    /** Changes the limit. */
    public void setLimit(int limit) {
        this.limit = limit;
    }

    /** The limit. */
    public int limit() {
        return limit;
    }
}
