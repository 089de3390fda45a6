package org.portcullis.guard.samples.money.risk;

/** Good: whole numbers. */
public record Counts(long amountE8, String text) {

    /** Half of it, rounded down. */
    public long half() {
        return amountE8 / 2;
    }
}
