package org.portcullis.market;

/** Where a liquidity pool is in its life (S0-09; SMC B2). Never renamed. */
public enum PoolState {
    /** The level is known and untouched. */
    DEFINED,
    /** Price went through the level. */
    SWEPT,
    /** Price closed back on the other side in time. */
    RECLAIMED,
    /** A displacement confirmed the turn: an entry is due. */
    ARMED,
    /** The entry was touched. */
    TRADE,
    /** The idea is over. */
    CLOSED,
    /** The level was broken for good. */
    BROKEN,
    /** Nothing came of it in time. */
    EXPIRED,
    /** Called off from outside, or by a hole in the series. */
    CANCELLED
}
