package org.portcullis.market.domain.bars;

/**
 * The last believed price, and what was refused near another one since: enough agreement moves the anchor, so that a
 * real change of level cannot lock an instrument out.
 */
final class PriceAnchor {

    private static final double PERCENT = 100;

    private double believed;
    private long believedAtMs;
    private double refusedNear;
    private int agreeing;
    private double agreeingVolume;

    /** Distance from the last believed price in percent of it; 0 when there is none that is young enough. */
    double deviationPct(double price, long timeMs, long ageMsMax) {
        return believed <= 0 || timeMs - believedAtMs > ageMsMax ? 0
                : Math.abs(price - believed) / believed * PERCENT;
    }

    /** Whether the price lies near the one that was refused last. */
    boolean agrees(double price, double pctMax) {
        return agreeing > 0 && Math.abs(price - refusedNear) / refusedNear * PERCENT <= pctMax;
    }

    int agreeing() {
        return agreeing;
    }

    double agreeingVolume() {
        return agreeingVolume;
    }

    void believe(double price, long timeMs) {
        believed = price;
        believedAtMs = Math.max(believedAtMs, timeMs);
        agreeing = 0;
        agreeingVolume = 0;
    }

    void refuse(double price, double quantity, double pctMax) {
        if (!agrees(price, pctMax)) {
            agreeing = 0;
            agreeingVolume = 0;
            refusedNear = price;
        }
        agreeing++;
        agreeingVolume += quantity;
    }
}
