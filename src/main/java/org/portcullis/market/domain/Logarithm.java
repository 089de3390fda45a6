package org.portcullis.market.domain;

/**
 * The natural logarithm with the bits of {@link StrictMath#log}, which every machine gives, at a third of its price on
 * virtual machines that leave the language for it. After {@code e_log.c} of fdlibm 5.3: Copyright (C) 1993 by Sun
 * Microsystems, Inc. All rights reserved. Developed at SunPro, a Sun Microsystems, Inc. business. Permission to use,
 * copy, modify, and distribute this software is freely granted, provided that this notice is preserved.
 */
public final class Logarithm {

    private static final double LN2_HIGH = 0x1.62e42feep-1;
    private static final double LN2_LOW = 0x1.a39ef35793c76p-33;
    private static final double L1 = 0x1.5555555555593p-1;
    private static final double L2 = 0x1.999999997fa04p-2;
    private static final double L3 = 0x1.2492494229359p-2;
    private static final double L4 = 0x1.c71c51d8e78afp-3;
    private static final double L5 = 0x1.7466496cb03dep-3;
    private static final double L6 = 0x1.39a09d078c69fp-3;
    private static final double L7 = 0x1.2f112df3e5244p-3;
    private static final double THIRD = 0.33333333333333333;
    private static final int HIGH_MANTISSA = 0x000fffff;
    private static final long LOW_WORD = 0xffffffffL;

    private Logarithm() {
    }

    /** The natural logarithm; {@link Double#NaN} below zero, minus infinity of zero. */
    public static double of(double number) {
        long bits = Double.doubleToRawLongBits(number);
        int high = (int) (bits >>> 32);
        // below the smallest normal number, and what is infinite or no number
        if (high < 0x00100000 || high >= 0x7ff00000) {
            return StrictMath.log(number);
        }
        int mantissa = high & HIGH_MANTISSA;
        int up = mantissa + 0x95f64 & 0x100000;
        int k = (high >> 20) - 1023 + (up >> 20);
        double x = Double.longBitsToDouble((long) (mantissa | up ^ 0x3ff00000) << 32 | bits & LOW_WORD);
        double f = x - 1.0;
        return (HIGH_MANTISSA & 2 + mantissa) < 3 ? nearOne(f, k) : series(f, k, mantissa);
    }

    /** 2<sup>k</sup> (1 + f) with f below 2<sup>-20</sup>. */
    private static double nearOne(double f, int k) {
        if (f == 0) {
            return k == 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
        }
        double r = f * f * (0.5 - THIRD * f);
        return k == 0 ? f - r : k * LN2_HIGH - (r - k * LN2_LOW - f);
    }

    private static double series(double f, int k, int mantissa) {
        double s = f / (2.0 + f);
        double z = s * s;
        double w = z * z;
        double t1 = w * (L2 + w * (L4 + w * L6));
        double t2 = z * (L1 + w * (L3 + w * (L5 + w * L7)));
        double r = t2 + t1;
        if ((mantissa - 0x6147a | 0x6b851 - mantissa) > 0) {
            double half = 0.5 * f * f;
            return k == 0 ? f - (half - s * (half + r)) : k * LN2_HIGH - (half - (s * (half + r) + k * LN2_LOW) - f);
        }
        return k == 0 ? f - s * (f - r) : k * LN2_HIGH - (s * (f - r) - k * LN2_LOW - f);
    }
}
