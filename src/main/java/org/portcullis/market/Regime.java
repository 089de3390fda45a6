package org.portcullis.market;

/** What kind of market it is (S2-REQ-U3; SMC D). Never renamed. */
public enum Regime {
    /** Prices rise with a trend. */
    BULL,
    /** No trend. */
    CHOP,
    /** Prices fall with a trend. */
    BEAR,
    /** Prices fall apart: nothing is entered. */
    CRASH,
    /** Too little is known to tell. */
    UNKNOWN
}
