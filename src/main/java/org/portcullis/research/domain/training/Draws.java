package org.portcullis.research.domain.training;

/**
 * Pseudo-random numbers that are the same on every Java version: SplitMix64 (G. Steele, D. Lea, C. Flood, Fast
 * Splittable Pseudorandom Number Generators, 2014). Nothing secret may come from it.
 */
public final class Draws {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    public Draws(long seed) {
        this.state = seed;
    }

    /** Uniform in [0, 1). */
    public double uniform() {
        state += GOLDEN;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }

    /** One of 0 to {@code bound - 1}. */
    public int below(int bound) {
        return (int) (uniform() * bound);
    }
}
