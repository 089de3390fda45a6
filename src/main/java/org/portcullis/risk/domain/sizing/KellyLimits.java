package org.portcullis.risk.domain.sizing;

import org.portcullis.kernel.Percent;

/**
 * How a strategy's record becomes the share of equity that one of its trades may risk ({@code risk.kelly-*}).
 *
 * @param tradesMin closed trades below which the record proves nothing
 * @param unprovenPct share risked until then
 * @param confidenceE8 how sure to be of the chance to win, in standard deviations
 * @param fractionPct how much of Kelly's fraction is used: 25 is a quarter
 * @param pctMin least share once there is an edge
 * @param pctMax largest share
 * @param noEdgePct share risked when the record shows no edge; zero stops the strategy
 */
public record KellyLimits(int tradesMin, Percent unprovenPct, long confidenceE8, Percent fractionPct, Percent pctMin,
        Percent pctMax, Percent noEdgePct) {
}
