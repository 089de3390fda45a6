package org.portcullis.market.domain.indicator;

/** The standard pivot levels of a range: its typical price and three supports and resistances around it. */
final class Pivots {

    private double high = Double.NaN;
    private double low = Double.NaN;
    private double pivot = Double.NaN;

    void set(double rangeHigh, double rangeLow, double lastClose) {
        high = rangeHigh;
        low = rangeLow;
        pivot = (rangeHigh + rangeLow + lastClose) / 3;
    }

    double pivot() {
        return pivot;
    }

    /** @param rank 1 to 3 */
    double support(int rank) {
        return switch (rank) {
            case 1 -> 2 * pivot - high;
            case 2 -> pivot - (high - low);
            default -> low - 2 * (high - pivot);
        };
    }

    /** @param rank 1 to 3 */
    double resistance(int rank) {
        return switch (rank) {
            case 1 -> 2 * pivot - low;
            case 2 -> pivot + (high - low);
            default -> high + 2 * (pivot - low);
        };
    }
}
