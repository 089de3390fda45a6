package org.portcullis.market;

/** Which part of the universe a symbol belongs to (S2-U5). Never renamed. */
public enum Tier {
    /** Chosen by name: traded for as long as it is fit at all. */
    CORE,
    /** Comes and goes with its volume, spread and volatility. */
    ROTATIONAL,
    /** In no tier of {@code rules/universe.yaml}. */
    NONE
}
