package org.portcullis.risk.domain.exit;

import org.portcullis.kernel.Money;

/**
 * How closely a stop follows the best price.
 *
 * @param distance between the best price and the stop
 * @param fromRE8 from how many times the first risk on, in 10<sup>-8</sup>
 */
public record TrailingStop(Money distance, long fromRE8) {
}
