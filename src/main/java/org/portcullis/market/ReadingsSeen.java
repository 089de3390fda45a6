package org.portcullis.market;

import java.util.Arrays;
import java.util.Objects;

/**
 * What the indicators of a plan say at the close of a bar, what they said one bar before, and how many bars ago things
 * happened. Causal: nothing in it depends on a later bar. Arrays are not to be changed.
 *
 * @param plan           what was computed
 * @param now            one value for each reading; {@link Double#NaN} while it is not known
 * @param before         the same one bar earlier
 * @param sinceCross     bars since each cross of the plan, 0 for this bar, {@link #NEVER} when it is not remembered
 * @param sinceHappening bars since each {@link Happening}, likewise; empty when the plan asks for none
 */
public record ReadingsSeen(ReadingPlan plan, double[] now, double[] before, int[] sinceCross, int[] sinceHappening) {

    /** It did not happen within the bars that are remembered. */
    public static final int NEVER = Integer.MAX_VALUE;
    /** Bars for which happenings are remembered. */
    public static final int MEMORY_BARS = 500;
    /** Nothing was computed. */
    public static final ReadingsSeen NONE = new ReadingsSeen(ReadingPlan.NONE, new double[0], new double[0],
            new int[0], new int[0]);

    public ReadingsSeen {
        Objects.requireNonNull(plan, "plan");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReadingsSeen that && plan.equals(that.plan) && Arrays.equals(now, that.now)
                && Arrays.equals(before, that.before) && Arrays.equals(sinceCross, that.sinceCross)
                && Arrays.equals(sinceHappening, that.sinceHappening);
    }

    @Override
    public int hashCode() {
        return plan.hashCode() * 31 + Arrays.hashCode(now);
    }

    @Override
    public String toString() {
        return plan.readings() + " = " + Arrays.toString(now) + ", before " + Arrays.toString(before) + ", crosses "
                + Arrays.toString(sinceCross) + ", happenings " + Arrays.toString(sinceHappening);
    }
}
