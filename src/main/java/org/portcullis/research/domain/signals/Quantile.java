package org.portcullis.research.domain.signals;

/** Quantiles of a few numbers, exact, between two of them where they fall there (R's type 7). */
final class Quantile {

    private Quantile() {
    }

    /** That quantile of so many numbers from there on, 0 to 1; NaN of none. Their order changes. */
    static double of(double[] values, int from, int size, double share) {
        if (size == 0) {
            return Double.NaN;
        }
        double place = share * (size - 1);
        int lower = (int) place;
        select(values, from, from + size - 1, from + lower);
        double found = values[from + lower];
        if (place == lower) {
            return found;
        }
        double next = Double.POSITIVE_INFINITY;
        for (int i = from + lower + 1; i < from + size; i++) {
            next = Math.min(next, values[i]);
        }
        return found + (place - lower) * (next - found);
    }

    /** Puts the number that belongs at that place there, none larger before it and none smaller behind it. */
    private static void select(double[] values, int first, int last, int place) {
        int from = first;
        int to = last;
        while (from < to) {
            double pivot = values[(from + to) >>> 1];
            int low = from;
            int high = to;
            while (low <= high) {
                while (values[low] < pivot) {
                    low++;
                }
                while (values[high] > pivot) {
                    high--;
                }
                if (low <= high) {
                    double kept = values[low];
                    values[low++] = values[high];
                    values[high--] = kept;
                }
            }
            if (place <= high) {
                to = high;
            } else if (place >= low) {
                from = low;
            } else {
                return;
            }
        }
    }
}
