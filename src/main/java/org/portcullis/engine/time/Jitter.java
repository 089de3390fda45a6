package org.portcullis.engine.time;

import java.util.SplittableRandom;

/** Chance for waiting times, so that many clients do not knock at one moment. Decides nothing that is traded. */
public final class Jitter {

    private final SplittableRandom dice;

    private Jitter(SplittableRandom dice) {
        this.dice = dice;
    }

    /** Different in every process. */
    public static Jitter real() {
        return new Jitter(new SplittableRandom());
    }

    /** The same numbers for the same seed. */
    public static Jitter seeded(long seed) {
        return new Jitter(new SplittableRandom(seed));
    }

    /** A number of {@code [0, max]}, each as likely as any other; {@code max} is not negative. */
    public synchronized long upTo(long max) {
        return dice.nextLong(0, max + 1);
    }
}
