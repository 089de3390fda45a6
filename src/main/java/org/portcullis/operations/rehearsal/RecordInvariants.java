package org.portcullis.operations.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.operations.Finding;

/** Every bar was written down and judged once; every decision and every order's end stands in the audit trail. */
public final class RecordInvariants {

    private static final String PROPOSED = "PROPOSED";

    private final Books books;
    private final BarTruth bars;

    public RecordInvariants(Books books, BarTruth bars) {
        this.books = books;
        this.bars = bars;
    }

    /** Bars of the files are in the raw journal once, and were judged once. */
    public Finding barsOnce() {
        List<String> breaches = new ArrayList<>(bars.breaches(true));
        long judged = books.judged().values().stream().mapToLong(Long::longValue).sum();
        if (judged != bars.bars()) {
            breaches.add(judged + " bars judged, " + bars.bars() + " in the files");
        }
        long proposed = books.judged().getOrDefault(PROPOSED, 0L);
        long decided = books.decisions().stream().filter(Books.Judged::ofBar).count();
        if (proposed != decided) {
            breaches.add(proposed + " bars proposed something, " + decided + " decisions were made about them");
        }
        return new Finding("   bars once", bars.bars() + " in the files, " + bars.recorded() + " in the journal, "
                + judged
                + " judged", breaches);
    }

    /** Nothing is dated by another clock than the bars'. */
    public Finding inEventTime() {
        List<String> breaches = new ArrayList<>();
        books.newestMs().forEach((column, newestMs) -> {
            if (newestMs > bars.endMs()) {
                breaches.add(column + " is dated up to " + Instant.ofEpochMilli(newestMs) + ", the bars end at "
                        + Instant.ofEpochMilli(bars.endMs()));
            }
        });
        return new Finding("   event time", books.newestMs().size() + " kinds of events up to "
                + Instant.ofEpochMilli(bars.endMs()), breaches);
    }

    /** What was decided and how orders ended is in the audit trail, as often as it happened. */
    public Finding audited() {
        List<String> breaches = new ArrayList<>();
        for (Books.Judged decision : books.decisions()) {
            String entry = "DECISION_" + decision.outcome() + " " + decision.id();
            expect(entry, 1, breaches);
        }
        Map<String, Long> changes = new HashMap<>();
        books.transitions().forEach(change -> changes.merge(change.order() + change.to(), 1L, Long::sum));
        long ends = 0;
        for (Books.Placed order : books.orders()) {
            if (order.ended()) {
                ends++;
                expect("ORDER_" + order.state() + " " + order.id(),
                        changes.getOrDefault(order.id() + order.state(), 0L),
                        breaches);
            }
        }
        return new Finding("   audit complete", books.decisions().size() + " decisions, " + ends + " ends of orders",
                breaches);
    }

    private void expect(String entry, long times, List<String> breaches) {
        long found = books.audited().getOrDefault(entry, 0L);
        if (found != times) {
            breaches.add("audit entry " + entry + " is there " + found + " times, must be " + times);
        }
    }
}
