package org.portcullis.risk.breaker;

/**
 * What a tripping rule compared.
 *
 * @param breaker whose measure it is
 * @param actualE8 what was found, in 10<sup>-8</sup> of {@code unit}
 * @param limitE8 what it was compared with
 * @param unit such as {@code %}, {@code trades} or {@code money}
 * @param atLimit whether standing on the limit trips already
 */
public record Reading(Breaker breaker, long actualE8, long limitE8, String unit, boolean atLimit) {

    /** Nothing was measured: a person tripped it, or what measures is broken. */
    public static Reading none(Breaker breaker) {
        return new Reading(breaker, 0, 0, "none", true);
    }

    /** Whether the breaker trips. */
    public boolean trips() {
        return atLimit ? actualE8 >= limitE8 : actualE8 > limitE8;
    }
}
