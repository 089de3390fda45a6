package org.portcullis.risk.domain.breaker;

import org.portcullis.kernel.Percent;

/**
 * How many of the newest signals came from a minute in which hardly anything was traded (S4-M1).
 *
 * @param share such signals as a share of the newest ones
 * @param shareMax a larger share trips
 */
public record LiquidityShare(Percent share, Percent shareMax) {
}
