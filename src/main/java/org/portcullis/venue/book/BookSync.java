package org.portcullis.venue.book;

import java.util.ArrayDeque;
import java.util.Optional;
import org.portcullis.kernel.Side;
import org.portcullis.venue.stream.BookView;

/**
 * Keeps a local book in step: changes that come before the snapshot wait; the first one applied must touch the
 * snapshot, each later one must follow its predecessor; whatever does not empties the book until the next snapshot.
 * The rule is Binance's ("How to manage a local order book correctly").
 */
public final class BookSync {

    /** What became of a change or a snapshot. */
    public enum Step {
        /** The book shows it. */
        APPLIED,
        /** It waits for a snapshot that has been asked for. */
        WAITING,
        /** It waits; a snapshot must be fetched. */
        SNAPSHOT_NEEDED,
        /** Older than what the book shows: left out. */
        OLD,
        /** Changes are missing between the book and this one: the book is empty until a snapshot. */
        GAP,
        /** Best bid not below best ask: the book is empty until a snapshot. */
        CROSSED
    }

    private final LocalBook book;
    private final int waitingMax;
    private final ArrayDeque<BookChange> waiting = new ArrayDeque<>();
    private boolean live;
    private boolean first;
    private boolean asked;
    private int sinceAsked;
    private long lastId;

    /**
     * A book without a snapshot.
     *
     * @param levelsMax  levels kept of each side
     * @param waitingMax changes that wait at most; after that many more a snapshot is asked for again
     */
    public BookSync(int levelsMax, int waitingMax) {
        this.book = new LocalBook(levelsMax);
        this.waitingMax = waitingMax;
    }

    /** The book while it is in step. */
    public Optional<BookView> book() {
        return live ? Optional.of(book) : Optional.empty();
    }

    /** Number of the last change that the book shows; of no meaning while it is not in step. */
    public long lastId() {
        return lastId;
    }

    /** What came last was applied: our time, UTC milliseconds. */
    public void heard(long receivedAtMs) {
        book.heard(receivedAtMs);
    }

    /** Changes came. */
    public Step change(BookChange change) {
        if (!live) {
            return keep(change);
        }
        Step step = apply(change);
        if (step == Step.GAP) {
            keep(change);
        }
        return step;
    }

    /** A whole book came: price and quantity in turn. */
    public Step snapshot(long snapshotId, long[] bidsE8, long[] asksE8) {
        if (live && snapshotId < lastId) {
            return Step.OLD;
        }
        book.clear();
        book.setAll(Side.BUY, bidsE8);
        book.setAll(Side.SELL, asksE8);
        lastId = snapshotId;
        live = true;
        first = true;
        if (book.crossed()) {
            return lose(Step.CROSSED);
        }
        while (!waiting.isEmpty()) {
            Step step = apply(waiting.peekFirst());
            if (step == Step.GAP || step == Step.CROSSED) {
                return step;
            }
            waiting.removeFirst();
        }
        return Step.APPLIED;
    }

    /** The book is not to be believed any more, for a reason of the caller's; the next snapshot heals it. */
    public void lose() {
        lose(Step.GAP);
    }

    private Step apply(BookChange change) {
        if (change.lastId() < lastId || !first && change.lastId() == lastId) {
            return Step.OLD;
        }
        // the first change may begin before the snapshot: quantities are absolute, applying some twice does no harm
        if (first ? change.previousId() > lastId : change.previousId() != lastId) {
            return lose(Step.GAP);
        }
        book.setAll(Side.BUY, change.bidsE8());
        book.setAll(Side.SELL, change.asksE8());
        lastId = change.lastId();
        first = false;
        return book.crossed() ? lose(Step.CROSSED) : Step.APPLIED;
    }

    private Step lose(Step why) {
        book.clear();
        live = false;
        asked = true;
        sinceAsked = 0;
        return why;
    }

    private Step keep(BookChange change) {
        if (waiting.size() == waitingMax) {
            waiting.removeFirst();
        }
        waiting.addLast(change);
        if (asked && ++sinceAsked < waitingMax) {
            return Step.WAITING;
        }
        asked = true;
        sinceAsked = 0;
        return Step.SNAPSHOT_NEEDED;
    }
}
