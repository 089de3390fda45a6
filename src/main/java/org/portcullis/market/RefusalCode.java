package org.portcullis.market;

/** Why a line, or a whole file, of bars was not used. Never renamed: reports and tests count by these names. */
public enum RefusalCode {
    /** The first line names no column of a kind that is needed. */
    MISSING_COLUMN,
    /** A row has fewer fields than its header promises. */
    MISSING_FIELD,
    /** A field is no decimal number. */
    NOT_A_NUMBER,
    /** A price or a volume does not fit, or a time is no millisecond of our century. */
    OUT_OF_RANGE,
    /** A price is zero or below, or a volume below zero. */
    NEGATIVE,
    /** The highest price is below the lowest. */
    HIGH_BELOW_LOW,
    /** The first or last price lies outside the range of the minute. */
    OUTSIDE_RANGE,
    /** The row is older than the row before it. */
    TIME_BACKWARDS,
    /** The row has the time of the row before it. */
    TIME_REPEATED,
    /** The row is longer than any row of bars can be. */
    LINE_TOO_LONG,
    /** The file holds no row. */
    EMPTY_FILE,
    /** The file is named {@code .gz} but is not gzip. */
    NOT_GZIP,
    /** The compressed file ends before its end mark, or its checksum is wrong. */
    TRUNCATED_GZIP,
    /** The file name tells no instrument of the catalogue. */
    UNKNOWN_INSTRUMENT,
    /** The file name tells another bar length than one minute. */
    UNSUPPORTED_INTERVAL,
    /** The storage failed while the file was read. */
    UNREADABLE,
    /** The bar does not begin on a full minute. */
    OFF_MINUTE,
    /** The bar's minute is not over yet. */
    IN_FUTURE,
    /** The instrument is listed on another venue than the one asked for. */
    OTHER_VENUE,
    /** The minute is kept already, with other prices or another volume; what is kept stays. */
    KEPT_DIFFERENTLY
}
