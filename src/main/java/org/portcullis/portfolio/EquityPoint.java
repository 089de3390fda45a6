package org.portcullis.portfolio;

import java.time.Instant;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;

/**
 * What an account was worth at a moment.
 *
 * @param at full minute of event time
 * @param equity cash and what open positions added to it at their last believed prices
 * @param peak highest equity so far, its first cash included
 * @param drawdown how far equity lay below the peak, in percent of it; never negative
 * @param positions open positions, dust not counted
 */
public record EquityPoint(Instant at, Money equity, Money cash, Money peak, Percent drawdown, int positions) {
}
