package org.portcullis.web;

import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;

/**
 * The figures on top of the live page: how are we doing, how much is at stake, is it working?
 *
 * @param currency of the account
 * @param realisedToday profit realised in the event-time day, UTC
 * @param wins exits with profit today
 * @param losses exits without profit today
 * @param equity cash and positions at their last prices
 * @param exposure positions and pending entries, in percent of equity
 * @param exposureMax the limit
 * @param positions open positions
 * @param positionsMax the limit
 * @param working orders that have not ended
 * @param judged bars judged so far
 * @param verdictP50Micros median time from receiving a frame to the verdict, microseconds; 0 when not measured
 */
public record Glance(String currency, Money realisedToday, long wins, long losses, Money equity, Percent exposure,
        Percent exposureMax, long positions, int positionsMax, long working, long judged, long proposals, long approved,
        long denied, long asked, long verdictP50Micros, long verdictP99Micros) {

    /** Exposure as a share of its limit, 0 to 100, for a bar. */
    public int exposureOfMax() {
        return exposureMax.e8() <= 0 ? 100 : (int) Math.min(100, Math.max(0, exposure.e8() / (exposureMax.e8() / 100)));
    }

    /** Open positions as a share of their limit, 0 to 100, for a bar. */
    public int positionsOfMax() {
        return positionsMax <= 0 ? 100 : (int) Math.min(100, positions * 100 / positionsMax);
    }
}
