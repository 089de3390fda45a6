package org.portcullis.conformance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counts the pairs of one check and remembers the worst of them. */
public final class Tally {

    private static final int EXAMPLES_MAX = 5;
    /** Below ten to this power the distance of two doubles is rounding, and its exact size says nothing. */
    private static final int ROUNDING = -12;

    private final double tolerance;
    private final List<String> examples = new ArrayList<>();
    private long rows;
    private long differences;
    private double worst;

    Tally(double tolerance) {
        this.tolerance = tolerance;
    }

    /**
     * Compares two numbers within the tolerance of the check.
     *
     * @param where  which one it is, for the failure message
     * @param ours   our number, {@link Double#NaN} for none
     * @param theirs their number, {@link Double#NaN} for none; when neither has one, nothing is counted
     */
    public void number(String where, double ours, double theirs) {
        distance(where, ours, theirs, tolerance);
    }

    /** Compares with a number that its source rounded: one unit of the last printed place is allowed. */
    public void printed(String where, double ours, String theirs) {
        BigDecimal told = new BigDecimal(theirs);
        distance(where, ours, told.doubleValue(), told.ulp().doubleValue());
    }

    /** Compares two things that must be alike; when both are null, nothing is counted. */
    public void same(String where, @Nullable Object ours, @Nullable Object theirs) {
        if (ours != null || theirs != null) {
            count(Objects.equals(ours, theirs), where, ours, theirs);
        }
    }

    private void distance(String where, double ours, double theirs, double allowed) {
        if (Double.isNaN(ours) && Double.isNaN(theirs)) {
            return;
        }
        double distance = ours == theirs ? 0 : Math.abs(ours - theirs);
        boolean equal = distance <= allowed * (1 + 1e-9);
        if (equal) {
            worst = Math.max(worst, distance);
        }
        count(equal, where, ours, theirs);
    }

    private void count(boolean equal, String where, @Nullable Object ours, @Nullable Object theirs) {
        rows++;
        if (!equal) {
            differences++;
            if (examples.size() < EXAMPLES_MAX) {
                examples.add(where + ": ours " + ours + ", theirs " + theirs);
            }
        }
    }

    long rows() {
        return rows;
    }

    long differences() {
        return differences;
    }

    double worst() {
        return worst;
    }

    List<String> examples() {
        return List.copyOf(examples);
    }

    /** The smallest power of ten that is not below the distance, as text; what is mere rounding is said as such. */
    static String bound(double distance) {
        if (distance == 0) {
            return "0";
        }
        int power = ROUNDING;
        while (Double.parseDouble("1e" + power) < distance) {
            power++;
        }
        return "&le; " + plain(Double.parseDouble("1e" + power));
    }

    /** A power of ten as 1e-9 rather than 1.0E-9. */
    static String plain(double number) {
        return number >= 1e-3 ? new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString()
                : String.format(Locale.ROOT, "%.0e", number).replaceAll("e-0*(\\d)", "e-$1");
    }
}
