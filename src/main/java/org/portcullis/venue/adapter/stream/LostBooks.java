package org.portcullis.venue.adapter.stream;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Instrument;
import org.portcullis.venue.stream.Heard;
import org.portcullis.venue.stream.VenueHistory;

/**
 * Books that must be fetched: each is asked for again and again, with the desk's waits, until it is in step or its
 * connection is gone. One thread.
 */
final class LostBooks {

    private final HistoryDesk desk;
    private final VenueHistory history;
    private final BiConsumer<Talk, Heard> hearing;
    private final LongSupplier nowMs;
    private final Set<Lost> lost = new LinkedHashSet<>();

    /** A book of a connection; one that takes its place keeps books of its own. */
    private record Lost(Talk talk, Instrument instrument) {
    }

    /**
     * @param hearing takes what a fetched book means
     * @param nowMs   our time, UTC milliseconds
     */
    LostBooks(HistoryDesk desk, VenueHistory history, BiConsumer<Talk, Heard> hearing, LongSupplier nowMs) {
        this.desk = desk;
        this.history = history;
        this.hearing = hearing;
        this.nowMs = nowMs;
    }

    /** The book of an instrument lost its thread. */
    void lost(Talk talk, Instrument instrument) {
        lost.add(new Lost(talk, instrument));
    }

    /** Asks for those that may be asked for now. */
    void look(long nowNanos) {
        lost.removeIf(book -> !book.talk().link().speaks(book.talk()) || book.talk().holds(book.instrument().id()));
        for (Lost book : lost) {
            String subject = "book of " + book.instrument().id() + " on " + book.talk().session().name();
            if (desk.free(subject, nowNanos)) {
                desk.ask(subject, history.book(book.instrument()), body -> fetched(book, body));
            }
        }
    }

    /** Whether all is well with it; what is not in step after its own snapshot is asked for again, after a wait. */
    private boolean fetched(Lost book, String body) {
        InstrumentId id = book.instrument().id();
        if (!lost.remove(book)) {
            return true;
        }
        Heard heard = book.talk().snapshot(id, body, nowMs.getAsLong());
        hearing.accept(book.talk(), heard);
        if (heard.troubles().isEmpty() || book.talk().holds(id)) {
            return true;
        }
        lost.add(book);
        return false;
    }
}
