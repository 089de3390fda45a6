package org.portcullis.risk.domain;

import java.math.RoundingMode;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.risk.domain.sizing.MarginTerms;

/**
 * What sizing rules may know about an entry: each answers how much one limit permits; the smallest answer wins.
 *
 * @param equity as {@link Exposure} defines it
 * @param total everything held and pending
 * @param asset held and pending in the asset
 * @param position held and pending in the position
 * @param cashFree cash that no pending entry and no open position claims
 * @param limitPrice worst price the order accepts
 * @param stopPrice where the idea is wrong
 * @param multiplierE8 worth of one price unit per quantity unit, in 10<sup>-8</sup>
 * @param fee worst fee of the instrument
 * @param side direction of the order
 * @param countedPrice price at which its worth is counted
 * @param payable how much of its worth must be there in money, in percent
 */
public record Sizing(Money equity, Money total, Money asset, Money position, Money cashFree, Price limitPrice,
        Price stopPrice, long multiplierE8, Percent fee, Side side, Price countedPrice, Percent payable) {

    /** How much the limit on everything held and pending permits. */
    public Quantity withinTotal(Limits limits) {
        return worth().quantityForNotional(room(limits.exposureTotalPctMax(), total));
    }

    /** How much the limit on one asset permits. */
    public Quantity withinAsset(Limits limits) {
        return worth().quantityForNotional(room(limits.exposureAssetPctMax(), asset));
    }

    /** How much the cap on one position permits. */
    public Quantity withinPosition(Limits limits) {
        return worth().quantityForNotional(room(limits.positionPctMax(), position));
    }

    /** How much may be bought so that the loss down to the stop, fees included, stays within the limit of one trade. */
    public Quantity withinTradeRisk(Limits limits) {
        return worth().quantityForLoss(room(limits.tradeRiskPctMax(), Money.ZERO));
    }

    /** How much the free cash pays, the fee included. */
    public Quantity withinCash() {
        return worth().quantityForCost(cashFree);
    }

    /** How much a limit in percent of equity permits of which this is committed already. */
    public Quantity within(Percent limit, Money committed) {
        return worth().quantityForNotional(room(limit, committed));
    }

    /** How much may be bought for that amount. */
    public Quantity withinWorth(Money amount) {
        return worth().quantityForNotional(amount);
    }

    /**
     * How much may be bought so that the loss down to the stop, fees included, stays within a share of equity times a
     * factor.
     *
     * @param factorE8 in 10<sup>-8</sup>
     */
    public Quantity withinRisk(Percent share, long factorE8) {
        Money room = equity.share(share, RoundingMode.FLOOR);
        return worth().quantityForLoss(new Money(FixedPoint.multiply(room.e8(), factorE8, RoundingMode.FLOOR)));
    }

    /** How much may be bought so that its initial margin leaves enough of the free cash; all when it has none. */
    public Quantity withinMargin(MarginTerms margin) {
        return margin.onMargin() ? worth().quantityForNotional(margin.notionalWithin(cashFree))
                : new Quantity(Long.MAX_VALUE);
    }

    private Worth worth() {
        return new Worth(side, limitPrice, countedPrice, stopPrice, multiplierE8, fee, payable);
    }

    /** The share of equity, rounded down, that is not committed yet; may be negative. */
    private Money room(Percent limit, Money committed) {
        return equity.share(limit, RoundingMode.FLOOR).minus(committed);
    }
}
