package org.portcullis.risk.domain.breaker;

import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;

/**
 * Losses at which breakers trip.
 *
 * @param dayMax loss of a day
 * @param dayPctMax loss of a day as a share of its first equity; whichever is reached first trips
 * @param weekPctMax loss of a week as a share of its first equity
 * @param drawdownPctMax fall below the peak
 * @param streakMax trades in a row that lose
 */
public record LossLimits(Money dayMax, Percent dayPctMax, Percent weekPctMax, Percent drawdownPctMax, int streakMax) {
}
