package org.portcullis.research.backtest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.order.FillApplied;
import org.portcullis.order.FillLedger.Fill;
import org.portcullis.order.Order;
import org.portcullis.portfolio.memory.ClosedPart;
import org.portcullis.research.BacktestTrade;
import org.portcullis.research.EquitySample;
import org.portcullis.risk.ReasonCode;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.TradingTerms;
import org.portcullis.risk.Verdict;

/** Counts what the desk does and keeps what the report is made of. */
final class Tally {

    private record Holder(InstrumentId instrument, String strategy) {
    }

    /** What entering a position that is still open came to. */
    private static final class Entered {
        private final String rule;
        private long quantityE8;
        private Money slippage = Money.ZERO;

        Entered(String rule) {
            this.rule = rule;
        }
    }

    private final TermsView terms;
    private final Map<Holder, Entered> entered = new HashMap<>();
    private final Map<ReasonCode, Long> denials = new HashMap<>();
    private final List<BacktestTrade> trades = new ArrayList<>();
    private final EquityLine equity = new EquityLine();
    private @Nullable ClosedPart closing;
    private Money turnover = Money.ZERO;
    long approved;
    long denied;
    long asked;
    long fills;

    Tally(TermsView terms) {
        this.terms = terms;
    }

    void judged(Verdict verdict) {
        switch (verdict.outcome()) {
            case APPROVED -> approved++;
            case ASK_PERSON -> asked++;
            case DENIED -> {
                denied++;
                verdict.reasons().forEach(reason -> denials.merge(reason, 1L, Long::sum));
            }
        }
    }

    void worth(long minuteMs, Money worth, Money exposure) {
        equity.add(minuteMs, worth, exposure);
    }

    /** Told before the fill that did it. */
    void closed(ClosedPart part) {
        closing = part;
    }

    void filled(FillApplied applied) {
        Fill fill = applied.fill();
        Order order = applied.order();
        long multiplierE8 = terms.find(fill.instrument()).map(TradingTerms::multiplierE8).orElse(FixedPoint.ONE);
        fills++;
        turnover = turnover.plus(fill.price().times(fill.quantity(), multiplierE8));
        Holder holder = new Holder(fill.instrument(), fill.strategy());
        ClosedPart part = closing;
        closing = null;
        Quantity opened = fill.quantity();
        if (part != null) {
            opened = opened.minus(part.quantity());
            trade(holder, part, order, slippage(fill, order, part.quantity(), multiplierE8));
            if (applied.booked().closed()) {
                entered.remove(holder);
            }
        }
        if (!opened.isZero()) {
            Entered now = entered.computeIfAbsent(holder, each -> new Entered(order.rule()));
            now.quantityE8 += opened.e8();
            now.slippage = now.slippage.plus(slippage(fill, order, opened, multiplierE8));
        }
    }

    private void trade(Holder holder, ClosedPart part, Order order, Money exitSlippage) {
        Entered before = entered.get(holder);
        Money share = Money.ZERO;
        if (before != null && before.quantityE8 > 0) {
            share = new Money(FixedPoint.multiplyDivide(before.slippage.e8(), part.quantity().e8(), before.quantityE8,
                    java.math.RoundingMode.HALF_EVEN));
            before.slippage = before.slippage.minus(share);
            before.quantityE8 -= part.quantity().e8();
        }
        trades.add(new BacktestTrade(holder.instrument(), holder.strategy(), part.side(), part.openedAtMs(),
                part.fill().atMs(), part.quantity(), part.entry(), part.fill().price(), part.realised(),
                part.entryFees().plus(part.exitFee()), share.plus(exitSlippage), before == null ? "" : before.rule,
                order.rule()));
    }

    /** What was paid beyond the price at which the order was decided. */
    private static Money slippage(Fill fill, Order order, Quantity quantity, long multiplierE8) {
        Price decided = order.referencePrice();
        Money difference = fill.price().times(quantity, multiplierE8).minus(decided.times(quantity, multiplierE8));
        return fill.side() == Side.BUY ? difference : difference.negated();
    }

    List<BacktestTrade> trades() {
        return trades;
    }

    List<EquitySample> equity() {
        return equity.samples();
    }

    /** The line from its beginning: what the account held before the first minute. */
    void begins(long atMs, Money cash) {
        equity.add(atMs, cash, Money.ZERO);
    }

    /** The last sample stands at the end, moved or not. */
    void ends(long atMs, Money worth, Money exposure) {
        equity.end(atMs, worth, exposure);
    }

    Money turnover() {
        return turnover;
    }

    Map<String, Long> denials() {
        Map<String, Long> named = new TreeMap<>();
        denials.forEach((reason, count) -> named.put(reason.name(), count));
        return named;
    }
}
