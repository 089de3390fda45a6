package org.portcullis.risk.domain;

import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.risk.Cooldowns;
import org.portcullis.risk.Mode;
import org.portcullis.risk.PriceView.LastPrice;
import org.portcullis.risk.TradingTerms;
import org.portcullis.risk.domain.sizing.NetMinimum;
import org.portcullis.strategy.Proposal;

/**
 * Everything one judgement may know, taken once, so that every rule judges the same moment.
 *
 * @param proposal what is proposed
 * @param atMs event time of the judgement, UTC milliseconds
 * @param terms how the instrument trades
 * @param price its last believed price, if any
 * @param cash booked cash
 * @param reserved what pending entries and open positions may still claim of it
 * @param exposure what is committed
 * @param closable what an exit could close
 * @param limits limits in force
 * @param cooling what is left of the symbol's rests
 * @param killOn whether the kill switch is on
 * @param mode how far orders go
 * @param slippageMax how far beyond the proposed price an entry may be filled
 */
public record Situation(Proposal proposal, long atMs, TradingTerms terms, Optional<LastPrice> price, Money cash,
        Money reserved, Exposure exposure, Quantity closable, Limits limits, Cooldowns.Remaining cooling,
        boolean killOn, Mode mode, Percent slippageMax) {

    /**
     * The worst price that an entry accepts: the proposed price plus the permitted slippage for a purchase, minus it
     * for a sale, rounded to a whole tick so that the slippage stays permitted.
     */
    public Price entryLimit() {
        return entryLimit(proposal, terms, slippageMax);
    }

    /** The worst price that an entry accepts under that slippage. */
    public static Price entryLimit(Proposal proposal, TradingTerms terms, Percent slippageMax) {
        long slippageE8 = FixedPoint.multiplyDivide(proposal.referencePriceE8(), slippageMax.e8(),
                100 * FixedPoint.ONE, RoundingMode.DOWN);
        long tickE8 = terms.tickE8();
        if (proposal.side() == Side.BUY) {
            long worstE8 = Math.addExact(proposal.referencePriceE8(), slippageE8);
            return new Price(Math.max(tickE8, FixedPoint.floorToStep(worstE8, tickE8)));
        }
        long worstE8 = Math.max(1, proposal.referencePriceE8() - slippageE8);
        return new Price(FixedPoint.floorToStep(Math.addExact(worstE8, tickE8 - 1), tickE8));
    }

    /** What an entry would cost and may lose. */
    public Worth worth() {
        Price limit = entryLimit();
        return new Worth(proposal.side(), limit, counted(limit), new Price(proposal.stopPriceE8()),
                terms.multiplierE8(), terms.worstFee(), terms.payable());
    }

    /** A short sale may be filled above its limit, which bounds nothing of its worth. */
    private Price counted(Price limit) {
        return proposal.side() == Side.BUY ? limit : new Price(Math.max(limit.e8(), proposal.referencePriceE8()));
    }

    /** What sizing rules may know. */
    public List<Object> sizingFacts() {
        Price limit = entryLimit();
        Sizing sizing = new Sizing(exposure.equity(), exposure.total(), exposure.asset(), exposure.position(),
                funds().free(), limit, new Price(proposal.stopPriceE8()), terms.multiplierE8(),
                terms.worstFee(), proposal.side(), counted(limit), terms.payable());
        return List.of(sizing, limits);
    }

    /** What judging rules may know about an entry of the size that sizing left. */
    public List<Object> entryFacts(Quantity sized) {
        Worth worth = worth();
        NetMinimum net = netMinimum();
        Cooling rests = new Cooling(cooling.failureMs(), cooling.fillMs(), cooling.stopMs(), 0);
        return List.of(EntryOrder.of(worth, sized, smallest(worth, net), terms.tickE8()), exposure, limits,
                tradingState(), markAge(), rests, funds(), minimum(), net);
    }

    /** The smallest entry, in whole lots, that the venue takes and of which fees leave more than its minimum. */
    public Quantity smallest() {
        return smallest(worth(), netMinimum());
    }

    private Quantity smallest(Worth worth, NetMinimum net) {
        return worth.smallest(terms.minimumQuantity(), net.grossMin(), terms.lotE8());
    }

    /** What judging rules may know about an exit. */
    public List<Object> exitFacts() {
        return List.of(new ExitOrder(proposal.side(), closable), limits, tradingState(), markAge(), minimum());
    }

    /** Names the facts for the person who reads the decision later. */
    public void name(BiConsumer<String, String> named) {
        named.accept("account.cash", cash.toString());
        named.accept("account.cash-reserved", reserved.toString());
        named.accept("account.equity", exposure.equity().toString());
        named.accept("exposure.total", exposure.total().toString());
        named.accept("exposure.asset", exposure.asset().toString());
        named.accept("exposure.position", exposure.position().toString());
        named.accept("exposure.positions-open", Integer.toString(exposure.positionsOpen()));
        named.accept("instrument.asset", terms.asset());
        named.accept("instrument.lot", FixedPoint.format(terms.lotE8()));
        named.accept("instrument.tick", FixedPoint.format(terms.tickE8()));
        named.accept("instrument.fee-worst-pct", terms.worstFee().toString());
        named.accept("position.closable", closable.toString());
        named.accept("market.price", price.map(last -> last.price().toString()).orElse("none"));
        named.accept("market.price-age-ms", price.map(last -> Long.toString(atMs - last.eventTimeMs())).orElse("none"));
        named.accept("proposal.reference-price", FixedPoint.format(proposal.referencePriceE8()));
        named.accept("proposal.stop-price", FixedPoint.format(proposal.stopPriceE8()));
        if (!proposal.closeShare().equals(Proposal.ALL)) {
            named.accept("proposal.close-share", proposal.closeShare().toString());
        }
        named.accept("trading.kill", killOn ? "on" : "off");
        named.accept("trading.mode", mode.name());
    }

    private Funds funds() {
        return new Funds(cash, reserved);
    }

    private TradingState tradingState() {
        return new TradingState(killOn, mode);
    }

    private VenueMinimum minimum() {
        return new VenueMinimum(terms.minimumQuantity(), terms.minimumNotional());
    }

    private NetMinimum netMinimum() {
        return NetMinimum.of(terms.minimumNotional(), terms.worstFee());
    }

    private MarkAge markAge() {
        return new MarkAge(price.isPresent(), price.map(last -> atMs - last.eventTimeMs()).orElse(0L));
    }
}
