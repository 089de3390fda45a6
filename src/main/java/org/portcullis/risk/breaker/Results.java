package org.portcullis.risk.breaker;

import org.portcullis.kernel.Money;

/**
 * How an account has fared by what it realised.
 *
 * @param equity first cash and everything realised
 * @param losingStreak trades in a row that ended at a loss; one that breaks even ends the row
 */
public record Results(Money equity, int losingStreak) {

    /** Before anything was realised. */
    public static Results beginning(Money equity) {
        return new Results(equity, 0);
    }

    /** After a fill that closed nothing to the end. */
    public Results afterFill(Money now) {
        return new Results(now, losingStreak);
    }

    /** After a trade of this result ended. */
    public Results afterTrade(Money result) {
        return new Results(equity, result.isNegative() ? losingStreak + 1 : 0);
    }
}
