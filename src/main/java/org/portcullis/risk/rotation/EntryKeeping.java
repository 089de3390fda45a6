package org.portcullis.risk.rotation;

import java.util.Optional;
import java.util.function.Supplier;
import org.portcullis.risk.Confidence;
import org.portcullis.risk.PositionEntries;

/** Works out what a position was entered with from its fills: an entry begins, grows, shrinks and ends (S1-17). */
public final class EntryKeeping implements PositionEntries {

    private final EntryBook book;

    public EntryKeeping(EntryBook book) {
        this.book = book;
    }

    @Override
    public void filled(Filled fill, Supplier<Confidence> confidence) {
        Optional<PositionEntry> before = book.find(fill.account(), fill.instrument(), fill.strategy());
        if (fill.closed()) {
            book.closed(fill.account(), fill.instrument(), fill.strategy());
        } else if (before.isEmpty()) {
            book.keep(new PositionEntry(fill.account(), fill.instrument(), fill.strategy(), fill.side(),
                    fill.quantity(), fill.worth(), fill.fee(), confidence.get(), fill.atMs()));
        } else if (before.get().side() == fill.side()) {
            book.keep(before.get().enlarged(fill.quantity(), fill.worth(), fill.fee()));
        } else {
            before.get().reduced(fill.quantity()).ifPresentOrElse(book::keep,
                    () -> book.closed(fill.account(), fill.instrument(), fill.strategy()));
        }
    }
}
