package org.portcullis.risk.domain;

import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
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
        Money held = Money.ZERO;
        Money asset = Money.ZERO;
        Money position = Money.ZERO;
        Set<String> positions = new HashSet<>();
        for (Held each : state.held()) {
            Money worth = worth(each);
            held = held.plus(worth);
            asset = sameAsset(each.instrument(), order) ? asset.plus(worth) : asset;
            boolean same = samePosition(each.instrument(), each.strategy(), order, strategy);
            position = same ? position.plus(worth) : position;
            positions.add(key(each.instrument(), each.strategy()));
        }
        Money equity = state.cash().plus(held);
        Money total = held;
        for (Pending each : purchases()) {
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

    /** What pending purchases may still cost, the worst fee of each included. */
    public Money reserved(TradingTerms order) {
        Money reserved = Money.ZERO;
        for (Pending each : purchases()) {
            Percent fee = terms.find(each.instrument()).orElse(order).worstFee();
            reserved = reserved.plus(each.remainingNotional())
                    .plus(each.remainingNotional().share(fee, RoundingMode.CEILING));
        }
        return reserved;
    }

    /** What the strategy holds in the instrument and no pending sale closes yet, in whole lots. */
    public Quantity closable(TradingTerms order, String strategy) {
        long quantityE8 = 0;
        for (Held each : state.held()) {
            quantityE8 += samePosition(each.instrument(), each.strategy(), order, strategy) ? each.quantity().e8() : 0;
        }
        for (Pending each : pending) {
            boolean closes = each.side() == Side.SELL
                    && samePosition(each.instrument(), each.strategy(), order, strategy);
            quantityE8 -= closes ? each.remaining().e8() : 0;
        }
        return new Quantity(FixedPoint.floorToStep(Math.max(0, quantityE8), order.lotE8()));
    }

    private List<Pending> purchases() {
        return pending.stream().filter(order -> order.side() == Side.BUY).toList();
    }

    /** What a position is worth at the last believed price, or what it cost while there is none. */
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

    private static String key(InstrumentId instrument, String strategy) {
        return instrument + " " + strategy;
    }
}
