package org.portcullis.market;

import java.util.List;
import java.util.Optional;
import org.portcullis.kernel.InstrumentId;

/** Red flags that end by themselves (S2-U4). Kept for good, so that a restart forgets none; safe for any thread. */
public interface Bans {

    /** No symbol is banned and none can be: for trying out, without a store. */
    Bans NONE = new NoBans();

    /**
     * Bans a symbol for as long as {@code market.universe.ban} says. A ban that holds already is made longer, never
     * shorter.
     *
     * @param reason why, for a person
     * @param by     who says so
     * @param atMs   from when on, in event time, UTC milliseconds
     * @return the ban that holds now
     */
    Ban ban(InstrumentId instrument, String reason, String by, long atMs);

    /**
     * Lifts the ban that holds.
     *
     * @return the ban as it was lifted; nothing when none holds
     */
    Optional<Ban> lift(InstrumentId instrument, String by, long atMs);

    /** The bans that hold at that moment, by symbol. */
    List<Ban> active(long atMs);

    /** Every ban there ever was of a symbol, the newest first. */
    List<Ban> history(InstrumentId instrument);
}
