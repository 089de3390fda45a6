package org.portcullis.risk.domain.sizing;

/** A fact that bounds how large an entry may be: a rule must state that size, or the entry is denied. */
public interface BoundsSize {

    /** Name of the size that a rule states from this fact, {@code size.margin}. */
    String sizeCode();
}
