package org.portcullis.risk.rotation;

import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Supplier;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Quantity;
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
            turned(before.get(), fill, confidence);
        }
    }

    /** A fill on the other side takes from the position; what is beyond it begins one on the fill's own side. */
    private void turned(PositionEntry before, Filled fill, Supplier<Confidence> confidence) {
        long beyondE8 = fill.quantity().e8() - before.quantity().e8();
        if (beyondE8 > 0) {
            book.keep(new PositionEntry(fill.account(), fill.instrument(), fill.strategy(), fill.side(),
                    new Quantity(beyondE8), share(fill.worth(), beyondE8, fill), share(fill.fee(), beyondE8, fill),
                    confidence.get(), fill.atMs()));
        } else {
            before.reduced(fill.quantity()).ifPresentOrElse(book::keep,
                    () -> book.closed(fill.account(), fill.instrument(), fill.strategy()));
        }
    }

    private static Money share(Money whole, long partE8, Filled fill) {
        return new Money(FixedPoint.multiplyDivide(whole.e8(), partE8, fill.quantity().e8(), RoundingMode.HALF_EVEN));
    }
}
