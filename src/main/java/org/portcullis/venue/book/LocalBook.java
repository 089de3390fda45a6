package org.portcullis.venue.book;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Side;
import org.portcullis.venue.stream.BookView;

/** An order book built from levels as a venue tells them. Used by one thread. */
public final class LocalBook implements BookView {

    private static final int BASIS_POINTS = 10_000;

    private final BookSide bids;
    private final BookSide asks;
    private long heardAtMs;

    /** An empty book that keeps the best {@code levelsMax} levels of each side, at least 1. */
    public LocalBook(int levelsMax) {
        if (levelsMax < 1) {
            throw new IllegalArgumentException("a book of " + levelsMax + " levels");
        }
        this.bids = new BookSide(1, levelsMax);
        this.asks = new BookSide(-1, levelsMax);
    }

    /** It was told something now: our time, UTC milliseconds. */
    public void heard(long receivedAtMs) {
        heardAtMs = receivedAtMs;
    }

    @Override
    public long heardAtMs() {
        return heardAtMs;
    }

    /**
     * Sets what waits at a price; a quantity of zero removes it.
     *
     * @throws IllegalArgumentException when the price is not above zero or the quantity is below it
     */
    public void set(Side side, long priceE8, long quantityE8) {
        if (priceE8 <= 0 || quantityE8 < 0) {
            throw new IllegalArgumentException("no level: " + priceE8 + " " + quantityE8);
        }
        of(side).set(priceE8, quantityE8);
    }

    /** Sets many levels: price and quantity in turn. */
    public void setAll(Side side, long[] pairsE8) {
        for (int i = 0; i + 1 < pairsE8.length; i += 2) {
            set(side, pairsE8[i], pairsE8[i + 1]);
        }
    }

    /** Empties both sides. */
    public void clear() {
        bids.clear();
        asks.clear();
    }

    /** Whether the best bid is not below the best ask, which no book in step is. */
    public boolean crossed() {
        return bids.size() > 0 && asks.size() > 0 && bids.priceE8(0) >= asks.priceE8(0);
    }

    /** How many levels a side has. */
    public int size(Side side) {
        return of(side).size();
    }

    @Override
    public long bestE8(Side side) {
        return of(side).size() == 0 ? 0 : of(side).priceE8(0);
    }

    @Override
    public long bestQuantityE8(Side side) {
        return of(side).size() == 0 ? 0 : of(side).quantityE8(0);
    }

    @Override
    public long spreadE8() {
        return bids.size() == 0 || asks.size() == 0 ? -1 : asks.priceE8(0) - bids.priceE8(0);
    }

    @Override
    public List<Level> levels(Side side, int count) {
        BookSide levels = of(side);
        List<Level> best = new ArrayList<>();
        for (int rank = 0; rank < levels.size() && rank < count; rank++) {
            best.add(new Level(levels.priceE8(rank), levels.quantityE8(rank)));
        }
        return best;
    }

    @Override
    public long quantityWithinE8(Side side, int basisPoints) {
        BookSide levels = of(side);
        long sum = 0;
        int end = within(side, basisPoints);
        for (int rank = 0; rank < end; rank++) {
            sum = Math.addExact(sum, levels.quantityE8(rank));
        }
        return sum;
    }

    @Override
    public long worthWithinE8(Side side, int basisPoints) {
        BookSide levels = of(side);
        long sum = 0;
        int end = within(side, basisPoints);
        for (int rank = 0; rank < end; rank++) {
            sum = Math.addExact(sum, FixedPoint.multiply(levels.priceE8(rank), levels.quantityE8(rank),
                    RoundingMode.HALF_EVEN));
        }
        return sum;
    }

    /** How many levels of a side lie no further than that from the middle; the edge belongs to it. */
    private int within(Side side, int basisPoints) {
        long spread = spreadE8();
        if (spread < 0 || basisPoints < 0) {
            return 0;
        }
        long middle = bids.priceE8(0) + spread / 2;
        BookSide levels = of(side);
        long edge = side == Side.BUY
                ? FixedPoint.multiplyDivide(middle, Math.max(0, BASIS_POINTS - basisPoints), BASIS_POINTS,
                        RoundingMode.CEILING)
                : FixedPoint.multiplyDivide(middle, BASIS_POINTS + basisPoints, BASIS_POINTS, RoundingMode.FLOOR);
        int rank = 0;
        while (rank < levels.size() && (side == Side.BUY ? levels.priceE8(rank) >= edge
                : levels.priceE8(rank) <= edge)) {
            rank++;
        }
        return rank;
    }

    private BookSide of(Side side) {
        return side == Side.BUY ? bids : asks;
    }
}
