package org.portcullis.market.domain;

/**
 * A stream of pseudo-random numbers that is the same on every Java version: SplitMix64 (G. Steele, D. Lea, C. Flood,
 * Fast Splittable Pseudorandom Number Generators, 2014), with {@link StrictMath} for everything that is not plain
 * arithmetic. For generated data only; nothing secret may come from it.
 */
public final class Draw {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    public Draw(long seed) {
        this.state = seed;
    }

    /** The next 64 bits. */
    public long bits() {
        state += GOLDEN;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Uniform in (0, 1]. */
    public double uniform() {
        return ((bits() >>> 11) + 1) * 0x1.0p-53;
    }

    /** Standard normal, by Box and Muller. */
    public double normal() {
        return StrictMath.sqrt(-2 * StrictMath.log(uniform())) * StrictMath.cos(2 * Math.PI * uniform());
    }

    /**
     * Student's t with four degrees of freedom, scaled to variance one: markets have fatter tails than the normal. The
     * chi-square of four degrees is the sum of two exponentials.
     */
    public double fatTailed() {
        double normal = normal();
        double chiSquare = -2 * StrictMath.log(uniform() * uniform());
        return normal / StrictMath.sqrt(chiSquare / 4) / StrictMath.sqrt(2);
    }
}
