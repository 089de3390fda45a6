package org.portcullis.portfolio;

import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;

/**
 * An account at one glance, in its currency.
 *
 * @param initialCash what it began with
 * @param cash free money
 * @param held what open positions add to cash at their last believed prices, at cost where there is none; what short
 *     ones owe counts below zero, and what trades on margin counts by its profit
 * @param equity cash plus held
 * @param realised profit realised, fees deducted
 * @param unrealised profit that selling everything at the last prices would bring, exit fees not deducted
 * @param fees all fees paid
 * @param funding all funding received, negative when more was paid; part of what is realised
 * @param exposure what open positions are worth, long and short together, as a share of equity; zero when there is no
 *         equity
 * @param positions open positions, dust not counted
 * @param dust positions too small for any order
 */
public record AccountSummary(AccountId account, String currency, Money initialCash, Money cash, Money held,
        Money equity, Money realised, Money unrealised, Money fees, Money funding, Percent exposure,
        int positions, int dust) {
}
