package org.portcullis.market.domain.bars;

/** What became of one trade. */
public enum TradeFate {
    /** It is in its minute. */
    TAKEN,
    /** Its number was there already: it changes nothing. */
    REPEATED,
    /** Its minute is final, or began before the instrument was followed: it changes nothing. */
    LATE
}
