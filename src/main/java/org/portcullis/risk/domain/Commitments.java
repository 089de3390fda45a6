package org.portcullis.risk.domain;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.risk.AccountState;
import org.portcullis.risk.AccountState.Held;
import org.portcullis.risk.PendingView.Pending;
import org.portcullis.risk.PriceView;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.TradingTerms;

/**
 * Adds up what an account holds and has pending.
 *
 * @param state what is held
 * @param pending orders not yet ended, without the one that is judged
 * @param prices what instruments are worth
 * @param terms how instruments trade
 */
public record Commitments(AccountState state, List<Pending> pending, PriceView prices, TermsView terms) {

    public Commitments {
        pending = List.copyOf(pending);
    }

    /** What is committed, as seen by an order of that strategy in that instrument. */
    public Exposure exposure(TradingTerms order, String strategy) {
        Money equity = state.cash();
        Money total = Money.ZERO;
        Money asset = Money.ZERO;
        Money position = Money.ZERO;
        Set<Position> positions = new HashSet<>();
        for (Held each : state.held()) {
            Money worth = worth(each);
            equity = equity.plus(each.value(worth));
            total = total.plus(worth);
            asset = sameAsset(each.instrument(), order) ? asset.plus(worth) : asset;
            boolean same = samePosition(each.instrument(), each.strategy(), order, strategy);
            position = same ? position.plus(worth) : position;
            if (!dust(each)) {
                positions.add(key(each.instrument(), each.strategy()));
            }
        }
        for (Pending each : entries()) {
            Money worth = each.remainingNotional();
            total = total.plus(worth);
            asset = sameAsset(each.instrument(), order) ? asset.plus(worth) : asset;
            boolean same = samePosition(each.instrument(), each.strategy(), order, strategy);
            position = same ? position.plus(worth) : position;
            positions.add(key(each.instrument(), each.strategy()));
        }
        return new Exposure(equity, total, asset, position, positions.size(),
                !positions.contains(key(order.instrument(), strategy)));
    }

    /**
     * What pending entries and open positions may still claim of the cash. An entry claims its worth, or its initial
     * margin, with the worst fee. A short position that is paid in full claims what buying it back costs and as much
     * again as security, because the cash holds what it was sold for. A position on margin claims its initial margin
     * and what it has lost.
     */
    public Money reserved(TradingTerms order) {
        Money reserved = Money.ZERO;
        for (Pending each : entries()) {
            TradingTerms trades = terms.find(each.instrument()).orElse(order);
            reserved = reserved.plus(each.remainingNotional().share(trades.payable(), RoundingMode.CEILING))
                    .plus(each.remainingNotional().share(trades.worstFee(), RoundingMode.CEILING));
        }
        for (Held each : state.held()) {
            reserved = reserved.plus(claimed(each, terms.find(each.instrument()).orElse(order)));
        }
        return reserved;
    }

    private Money claimed(Held held, TradingTerms trades) {
        Money worth = worth(held);
        if (held.margin()) {
            Money gained = held.value(worth);
            Money margin = worth.share(trades.initialMargin(), RoundingMode.CEILING);
            return gained.isNegative() ? margin.minus(gained) : margin;
        }
        return held.side() == Side.BUY ? Money.ZERO
                : worth.plus(worth).plus(worth.share(trades.worstFee(), RoundingMode.CEILING));
    }

    /**
     * What an exit on that side could close: what the strategy holds of the instrument on the other side and no pending
     * order closes yet, in whole lots.
     */
    public Quantity closable(TradingTerms order, String strategy, Side exit) {
        long quantityE8 = 0;
        for (Held each : state.held()) {
            boolean closes = each.side() != exit && samePosition(each.instrument(), each.strategy(), order, strategy);
            quantityE8 += closes ? each.quantity().e8() : 0;
        }
        for (Pending each : pending) {
            boolean closes = each.side() == exit && !each.opens()
                    && samePosition(each.instrument(), each.strategy(), order, strategy);
            quantityE8 -= closes ? each.remaining().e8() : 0;
        }
        return new Quantity(FixedPoint.floorToStep(Math.max(0, quantityE8), order.lotE8()));
    }

    private List<Pending> entries() {
        List<Pending> entries = new ArrayList<>(pending.size());
        for (Pending order : pending) {
            if (order.opens()) {
                entries.add(order);
            }
        }
        return entries;
    }

    /** Dust is money, but no position: no order could close it. */
    private boolean dust(Held held) {
        return terms.find(held.instrument()).map(trades -> trades.dust(held.quantity())).orElse(false);
    }

    /** What a position is worth at the last believed price, or at its cost while there is none; never negative. */
    public Money worth(Held held) {
        long multiplierE8 = terms.find(held.instrument()).map(TradingTerms::multiplierE8).orElse(FixedPoint.ONE);
        return prices.last(held.instrument())
                .map(last -> last.price().times(held.quantity(), multiplierE8))
                .orElse(held.cost());
    }

    private boolean sameAsset(InstrumentId instrument, TradingTerms order) {
        return terms.find(instrument).map(TradingTerms::asset).orElse(instrument.value()).equals(order.asset());
    }

    private static boolean samePosition(InstrumentId instrument, String strategy, TradingTerms order, String other) {
        return instrument.equals(order.instrument()) && strategy.equals(other);
    }

    private static Position key(InstrumentId instrument, String strategy) {
        return new Position(instrument, strategy);
    }

    /** An instrument of a strategy. */
    private record Position(InstrumentId instrument, String strategy) {
    }
}
