package org.portcullis.risk.domain.sizing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Invariant;
import org.portcullis.kernel.Money;

/**
 * How much of its money a strategy should risk, by Kelly (1956), judged by the lower bound of its chance to win
 * (Wilson 1927) instead of the chance itself, because few trades prove little (S3-13). Intermediate results are exact,
 * or carry 34 digits; what is returned is in 10<sup>-8</sup>, rounded down, that is towards less risk.
 */
public final class Kelly {

    private static final MathContext DIGITS = MathContext.DECIMAL128;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    /** A window of trades has few counts of winners, and every order asks for one of them. */
    private static final int BOUNDS_MAX = 4_096;
    private static final Map<Counted, Long> BOUNDS = new ConcurrentHashMap<>();

    private record Counted(int wins, int trades, long zE8) {
    }

    private Kelly() {
    }

    /**
     * Lower bound of the chance to win: {@code (p + z^2/2n - z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n)} with
     * {@code p = wins/n}; 27 wins of 60 at z = 1.645 give 0.3488.
     *
     * @param wins trades that gained, 0 to {@code trades}
     * @param trades at least one
     * @param zE8 how sure to be, in standard deviations of the normal distribution: 1.645 for 95 % on one side
     */
    public static long winChanceLowE8(int wins, int trades, long zE8) {
        Invariant.hold(trades > 0 && wins >= 0 && wins <= trades && zE8 >= 0,
                () -> wins + " wins of " + trades + " trades");
        Counted counted = new Counted(wins, trades, zE8);
        Long known = BOUNDS.get(counted);
        if (known == null) {
            known = lowerBound(wins, trades, zE8);
            if (BOUNDS.size() < BOUNDS_MAX) {
                BOUNDS.put(counted, known);
            }
        }
        return known;
    }

    private static long lowerBound(int wins, int trades, long zE8) {
        BigDecimal n = BigDecimal.valueOf(trades);
        BigDecimal z = decimal(zE8);
        BigDecimal p = BigDecimal.valueOf(wins).divide(n, DIGITS);
        BigDecimal square = z.multiply(z).divide(n, DIGITS);
        BigDecimal middle = p.add(square.divide(TWO, DIGITS));
        BigDecimal inner = p.multiply(BigDecimal.ONE.subtract(p)).divide(n, DIGITS)
                .add(square.divide(n.multiply(BigDecimal.valueOf(4)), DIGITS));
        BigDecimal reach = z.multiply(inner.sqrt(DIGITS));
        BigDecimal low = middle.subtract(reach).divide(BigDecimal.ONE.add(square), DIGITS);
        return e8(low.max(BigDecimal.ZERO));
    }

    /**
     * Kelly's fraction {@code f* = p - (1 - p) / b}, zero when it is negative; p = 0.45 and b = 2 give 0.175.
     *
     * @param chanceE8 chance to win, 0 to 1
     * @param gain what a winning trade gains on average
     * @param loss what a losing trade loses on average, positive; zero when none ever lost
     */
    public static long fractionE8(long chanceE8, Money gain, Money loss) {
        Invariant.hold(chanceE8 >= 0 && chanceE8 <= FixedPoint.ONE && !gain.isNegative() && !loss.isNegative(),
                () -> "chance " + FixedPoint.format(chanceE8) + ", gain " + gain + ", loss " + loss);
        if (gain.e8() == 0) {
            return 0;
        }
        // (1 - p) / b is (1 - p) * loss / gain; rounded up, for it is taken away
        return Math.max(0, chanceE8 - FixedPoint.multiplyDivideCapped(FixedPoint.ONE - chanceE8, loss.e8(), gain.e8(),
                RoundingMode.CEILING));
    }

    private static BigDecimal decimal(long e8) {
        return BigDecimal.valueOf(e8, FixedPoint.DIGITS);
    }

    private static long e8(BigDecimal number) {
        return number.setScale(FixedPoint.DIGITS, RoundingMode.FLOOR).unscaledValue().longValueExact();
    }
}
