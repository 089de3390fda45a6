package org.portcullis.research;

import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;

/**
 * One closed round trip of a backtest. A position that is closed in parts gives one trade for each closing fill; its
 * entry price is then the average entry, and the entry fees are shared by quantity.
 *
 * @param instrument what was traded
 * @param strategy   who proposed the entry
 * @param side       {@code BUY} for a position that gains when the price rises
 * @param openedAtMs first entry fill, milliseconds since 1970 UTC
 * @param closedAtMs closing fill; not before {@code openedAtMs}
 * @param quantity   how much was closed; above zero
 * @param entry      average entry price
 * @param exit       price of the closing fill
 * @param profit     price difference less fees; slippage is part of the prices already
 * @param fees       entry share and exit fees; negative when the venue paid
 * @param slippage   what the fills cost against the prices at which the orders were decided; negative when they were
 *     better
 * @param entryRule  rule that proposed the entry; empty when none is known
 * @param exitRule   rule or order that closed it, such as a stop; empty when none is known
 */
public record BacktestTrade(InstrumentId instrument, String strategy, Side side, long openedAtMs, long closedAtMs,
        Quantity quantity, Price entry, Price exit, Money profit, Money fees, Money slippage, String entryRule,
        String exitRule) {

    public BacktestTrade {
        if (closedAtMs < openedAtMs) {
            throw new IllegalArgumentException("a trade in " + instrument + " closes at " + closedAtMs
                    + ", before it opens at " + openedAtMs);
        }
        if (quantity.e8() <= 0) {
            throw new IllegalArgumentException("a trade in " + instrument + " closes nothing: " + quantity);
        }
    }
}
