package org.portcullis.risk.domain.book;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.risk.domain.EntryOrder;

/**
 * What is known of the book that an entry would meet (S2-OM4, SX-03). Shares are rounded up in their eighth decimal and
 * depth is rounded down, so rounding never lets an order pass.
 *
 * @param known how much is known
 * @param said the same in words
 * @param bid best price somebody pays; zero when it is not known
 * @param ask best price somebody asks; zero when it is not known
 * @param spread their distance in percent of their middle; zero when it is not known
 * @param depth worth of what waits near the middle on the side that the order takes; zero without a book
 * @param rungs the levels of that side, the best first, as many as the largest order that is permitted may take
 * @param multiplierE8 worth of one price unit per quantity unit, in 10<sup>-8</sup>
 */
public record FacingBook(Known known, String said, Price bid, Price ask, Percent spread, Money depth,
        List<BookRung> rungs, long multiplierE8) {

    /** How much is known of the market between two bars. */
    public enum Known {
        /** Only bars. */
        BARS,
        /** The best prices. */
        QUOTE,
        /** The book. */
        BOOK
    }

    private static final Percent NONE = new Percent(0);
    private static final Percent BEYOND = new Percent(Long.MAX_VALUE);
    private static final BigInteger ALL = BigInteger.valueOf(100 * FixedPoint.ONE);

    public FacingBook {
        rungs = List.copyOf(rungs);
    }

    /** Where only bars tell of the market: nothing is known that could be judged. */
    public static FacingBook barsOnly(String said) {
        return new FacingBook(Known.BARS, said, new Price(0), new Price(0), NONE, Money.ZERO, List.of(),
                FixedPoint.ONE);
    }

    /** Whether as much is known as the policy asks for. */
    public boolean enough(BookLimits limits) {
        return !limits.required() || known == Known.BOOK;
    }

    /** What must wait near the middle; nothing where no book is held, because then nothing could. */
    public Money depthNeeded(EntryOrder order, BookLimits limits) {
        if (known != Known.BOOK) {
            return Money.ZERO;
        }
        try {
            return new Money(FixedPoint.multiply(order.notional().e8(), limits.depthTimesE8(), RoundingMode.CEILING));
        } catch (ArithmeticException tooLarge) {
            return new Money(Long.MAX_VALUE);
        }
    }

    /**
     * How far from the middle the mean price of the whole size lies, against the order, in percent of the middle; zero
     * where no book is held, beyond every limit where the book does not hold the size.
     */
    public Percent slippage(EntryOrder order) {
        if (known != Known.BOOK || order.quantity().isZero()) {
            return NONE;
        }
        BigInteger paid = BigInteger.ZERO;
        long leftE8 = order.quantity().e8();
        for (BookRung rung : rungs) {
            long takenE8 = Math.min(leftE8, rung.quantity().e8());
            paid = paid.add(BigInteger.valueOf(takenE8).multiply(BigInteger.valueOf(rung.price().e8())));
            leftE8 -= takenE8;
        }
        return leftE8 > 0 ? BEYOND : fromMiddle(paid, order.quantity(), order.buys());
    }

    /** Both the mean price and the middle are halves or quotients, so they are compared by their products. */
    private Percent fromMiddle(BigInteger paid, Quantity quantity, boolean buys) {
        BigInteger atMiddle = BigInteger.valueOf(bid.e8()).add(BigInteger.valueOf(ask.e8()))
                .multiply(BigInteger.valueOf(quantity.e8()));
        BigInteger twicePaid = paid.shiftLeft(1);
        BigInteger against = buys ? twicePaid.subtract(atMiddle) : atMiddle.subtract(twicePaid);
        if (against.signum() <= 0) {
            return NONE;
        }
        BigInteger[] share = against.multiply(ALL).divideAndRemainder(atMiddle);
        BigInteger up = share[1].signum() == 0 ? share[0] : share[0].add(BigInteger.ONE);
        return new Percent(up.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact());
    }
}
