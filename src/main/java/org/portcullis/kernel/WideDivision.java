package org.portcullis.kernel;

/**
 * Division of a product of two {@code long}s, which may take 128 bits, by a third: Knuth's algorithm D with digits of
 * 32 bits (Warren, Hacker's Delight, 2nd edition, section 9-4, {@code divlu}).
 */
final class WideDivision {

    private static final long DIGIT = 1L << 32;
    private static final long LOW = DIGIT - 1;

    private WideDivision() {
    }

    /**
     * The whole part of the quotient, as an unsigned number: negative when it does not fit a {@code long}.
     *
     * @param high upper half of the dividend; not negative and below the divisor
     * @param low lower half, unsigned
     * @param divisor positive
     */
    static long quotient(long high, long low, long divisor) {
        int shift = Long.numberOfLeadingZeros(divisor);
        long normal = divisor << shift;
        long upper = normal >>> 32;
        long lower = normal & LOW;
        // a shift by 64 is one by 0, hence the two steps
        long rest = high << shift | low >>> 1 >>> 63 - shift;
        long digits = low << shift;
        long first = digit(rest, digits >>> 32, upper, lower);
        rest = (rest << 32) + (digits >>> 32) - first * normal;
        long second = digit(rest, digits & LOW, upper, lower);
        return (first << 32) + second;
    }

    /** One digit of the quotient: estimated from the upper half of the divisor and corrected at most twice. */
    private static long digit(long rest, long next, long upper, long lower) {
        long digit = Long.divideUnsigned(rest, upper);
        long left = rest - digit * upper;
        while (digit >= DIGIT || Long.compareUnsigned(digit * lower, (left << 32) + next) > 0) {
            digit--;
            left += upper;
            if (left >= DIGIT) {
                break;
            }
        }
        return digit;
    }
}
