package org.portcullis.market;

import java.util.List;

/**
 * The series of a continuous future.
 *
 * @param bars    in the order of time, all of the continuous instrument
 * @param steps   the step of the price at each roll that has one
 * @param unknown rolls without a minute in which both contracts have a bar: an adjusted series begins anew behind the
 *                last of them
 */
public record StitchedBars(List<Bar> bars, List<Step> steps, List<ContinuousFuture.Roll> unknown) {

    /**
     * The step at a roll.
     *
     * @param roll   which
     * @param stepE8 close of the later contract minus close of the earlier one in the last minute that both have, in
     *               10<sup>-8</sup> of the quote currency
     */
    public record Step(ContinuousFuture.Roll roll, long stepE8) {
    }

    public StitchedBars {
        bars = List.copyOf(bars);
        steps = List.copyOf(steps);
        unknown = List.copyOf(unknown);
    }
}
