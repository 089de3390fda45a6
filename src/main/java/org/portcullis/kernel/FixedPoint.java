package org.portcullis.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Arithmetic on fixed-point numbers: a {@code long} that counts 10<sup>-8</sup> units ("e8"). Every operation either
 * returns the exact result, rounded once in the named direction, or throws {@link ArithmeticException}; nothing wraps.
 */
public final class FixedPoint {

    /** Digits after the decimal point. */
    public static final int DIGITS = 8;

    /** One whole unit. */
    public static final long ONE = 100_000_000L;

    private FixedPoint() {
    }

    /**
     * Reads a decimal number.
     *
     * @param text a plain or scientific decimal such as {@code 95830.10} or {@code 1e-7}
     * @return the number in 10<sup>-8</sup> units
     * @throws NumberFormatException when the text is no number, has more than eight decimals that matter, or does not
     *     fit
     */
    public static long parse(String text) {
        BigDecimal decimal = new BigDecimal(text.strip());
        if (decimal.precision() > 40 || Math.abs((long) decimal.scale()) > 40) {
            throw new NumberFormatException("too many digits: " + text.strip()
                    .substring(0, Math.min(20, text.length())));
        }
        try {
            return decimal.movePointRight(DIGITS).longValueExact();
        } catch (ArithmeticException tooFineOrTooLarge) {
            throw new NumberFormatException("not a number with at most 8 decimals below 92 billion: " + text);
        }
    }

    /** Reads a decimal number and rounds what lies beyond the eighth decimal in the given direction. */
    public static long parse(String text, RoundingMode rounding) {
        try {
            return new BigDecimal(text.strip()).setScale(DIGITS, rounding).unscaledValue().longValueExact();
        } catch (ArithmeticException tooLarge) {
            throw new NumberFormatException("does not fit: " + text);
        }
    }

    /**
     * Writes the number without trailing zeros and never in scientific form: {@code 95830.1}, {@code -0.5}, {@code 0}.
     */
    public static String format(long e8) {
        long rest = Math.abs(e8 % ONE);
        if (rest == 0) {
            return Long.toString(e8 / ONE);
        }
        StringBuilder text = new StringBuilder(21);
        if (e8 < 0) {
            text.append('-');
        }
        text.append(Math.abs(e8 / ONE)).append('.');
        for (long place = ONE / 10; rest > 0; place /= 10) {
            text.append((char) ('0' + rest / place));
            rest %= place;
        }
        return text.toString();
    }

    /**
     * {@code a * b / c} with a 128-bit intermediate, rounded once.
     *
     * @throws ArithmeticException when {@code c} is zero or the result does not fit a {@code long}
     */
    public static long multiplyDivide(long a, long b, long c, RoundingMode rounding) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if (c > 0 && high == 0 && low >= 0) {
            return rounded(low / c, low % c, c, rounding);
        }
        if (c > 0 && high >= 0 && high < c) {
            long quotient = WideDivision.quotient(high, low, c);
            if (quotient >= 0) {
                return rounded(quotient, low - quotient * c, c, rounding);
            }
        }
        if (c > 0 && high < 0 && a != Long.MIN_VALUE && b != Long.MIN_VALUE) {
            long magnitude = magnitude(Math.abs(a), Math.abs(b), c, mirrored(rounding));
            if (magnitude >= 0) {
                return -magnitude;
            }
        }
        BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
        return new BigDecimal(product).divide(BigDecimal.valueOf(c), 0, rounding).longValueExact();
    }

    /** The same of numbers that are not negative; -1 when the result does not surely fit. */
    private static long magnitude(long a, long b, long c, RoundingMode rounding) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if (high >= c) {
            return -1;
        }
        long quotient = high == 0 && low >= 0 ? low / c : WideDivision.quotient(high, low, c);
        return quotient < 0 || quotient == Long.MAX_VALUE ? -1 : rounded(quotient, low - quotient * c, c, rounding);
    }

    /** The direction that does to a number what the given one does to its negative. */
    private static RoundingMode mirrored(RoundingMode rounding) {
        return switch (rounding) {
            case FLOOR -> RoundingMode.CEILING;
            case CEILING -> RoundingMode.FLOOR;
            default -> rounding;
        };
    }

    /**
     * As {@link #multiplyDivide}, but what does not fit becomes the largest number there is.
     *
     * @param a never negative
     * @param b never negative
     * @param c positive
     */
    public static long multiplyDivideCapped(long a, long b, long c, RoundingMode rounding) {
        Invariant.hold(a >= 0 && b >= 0 && c > 0, () -> "multiplyDivideCapped(" + a + ", " + b + ", " + c + ")");
        long magnitude = magnitude(a, b, c, rounding);
        return magnitude < 0 ? Long.MAX_VALUE : magnitude;
    }

    /** {@code a * b} of two fixed-point numbers, rounded once. */
    public static long multiply(long aE8, long bE8, RoundingMode rounding) {
        return bE8 == ONE ? aE8 : multiplyDivide(aE8, bE8, ONE, rounding);
    }

    /** {@code a / b} of two fixed-point numbers, rounded once. */
    public static long divide(long aE8, long bE8, RoundingMode rounding) {
        return multiplyDivide(aE8, ONE, bE8, rounding);
    }

    /** The largest multiple of {@code step} that is not above {@code value}; both non-negative, step positive. */
    public static long floorToStep(long value, long step) {
        Invariant.hold(value >= 0 && step > 0, () -> "floorToStep(" + value + ", " + step + ")");
        return value - value % step;
    }

    private static long rounded(long quotient, long remainder, long divisor, RoundingMode rounding) {
        if (remainder == 0) {
            return quotient;
        }
        return switch (rounding) {
            case DOWN, FLOOR -> quotient;
            case UP, CEILING -> Math.incrementExact(quotient);
            case HALF_UP -> remainder >= divisor - remainder ? Math.incrementExact(quotient) : quotient;
            case HALF_DOWN -> remainder > divisor - remainder ? Math.incrementExact(quotient) : quotient;
            case HALF_EVEN -> {
                long other = divisor - remainder;
                boolean up = remainder > other || remainder == other && (quotient & 1) == 1;
                yield up ? Math.incrementExact(quotient) : quotient;
            }
            case UNNECESSARY -> throw new ArithmeticException("rounding necessary");
        };
    }
}
