package org.portcullis.risk.breaker;

import org.portcullis.kernel.Money;

/**
 * How an account has fared by what it realised.
 *
 * @param equity first cash and everything realised
 * @param peak the highest equity so far
 * @param losingStreak trades in a row that ended at a loss; one that breaks even ends the row
 */
public record Results(Money equity, Money peak, int losingStreak) {

    /** Before anything was realised. */
    public static Results beginning(Money equity) {
        return new Results(equity, equity, 0);
    }

    /** After a fill that closed nothing to the end. */
    public Results afterFill(Money now) {
        return new Results(now, now.compareTo(peak) > 0 ? now : peak, losingStreak);
    }

    /** After a trade of this result ended. */
    public Results afterTrade(Money result) {
        return new Results(equity, peak, result.isNegative() ? losingStreak + 1 : 0);
    }
}
