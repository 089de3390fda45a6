package org.portcullis.portfolio;

import org.portcullis.kernel.Money;

/**
 * What an account is worth at the last believed prices.
 *
 * @param initialCash what it began with
 * @param cash money that is there
 * @param equity cash and what is held
 * @param positions open positions that are more than dust
 */
public record AccountWorth(Money initialCash, Money cash, Money equity, int positions) {
}
