package org.portcullis.risk.domain;

import org.portcullis.kernel.Percent;

/**
 * The limits in force, taken from {@code rules/policy.yaml} for one judgement.
 *
 * @param positionsMax open and pending positions
 * @param exposureTotalPctMax everything held and pending, in percent of equity
 * @param exposureAssetPctMax held and pending in one asset, in percent of equity
 * @param positionPctMax one position, in percent of equity
 * @param tradeRiskPctMax loss of one trade down to its stop, in percent of equity
 * @param markAgeMsMax oldest price that may be judged on, in milliseconds
 */
public record Limits(int positionsMax, Percent exposureTotalPctMax, Percent exposureAssetPctMax, Percent positionPctMax,
        Percent tradeRiskPctMax, long markAgeMsMax) {
}
