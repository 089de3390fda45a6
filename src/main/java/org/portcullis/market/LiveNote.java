package org.portcullis.market;

import java.util.Objects;
import org.portcullis.kernel.InstrumentId;

/**
 * Something about live data that a person should be able to read.
 *
 * @param code       what kind
 * @param instrument what it is about
 * @param text       one line
 */
public record LiveNote(Code code, InstrumentId instrument, String text) {

    /** Kinds of notes. Never renamed: figures count by these names. */
    public enum Code {
        /** A guard refused a tick. */
        TICK_REFUSED,
        /** A trade came after its minute was final. */
        TRADE_LATE,
        /** A trade came that was there already. */
        TRADE_REPEATED,
        /** Numbers of trades are missing. */
        TRADES_MISSING,
        /** The venue's bar differs from ours. */
        BAR_DIFFERS,
        /** The venue's bar equals ours. */
        BAR_MATCHES,
        /** A minute that was not heard wholly was filled with the venue's bar. */
        MINUTE_FILLED,
        /** A minute was not heard wholly and the venue's bar did not come in time: there is no bar. */
        MINUTE_LOST,
        /** A minute in which nothing was traded. */
        MINUTE_EMPTY,
        /** An item about one instrument could not be handled; the others go on. */
        INSTRUMENT_FAILED
    }

    public LiveNote {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(instrument, "instrument");
    }
}
