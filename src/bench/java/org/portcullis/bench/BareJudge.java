package org.portcullis.bench;

import org.portcullis.engine.policy.Policy;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.risk.AccountState.Held;
import org.portcullis.risk.PendingView.Pending;
import org.portcullis.risk.TradingTerms;
import org.portcullis.strategy.Proposal;

/**
 * The floor: sizing and all comparisons of an entry on {@code long}s that lie ready, limits read once. It explains
 * nothing, records nothing and knows limits in whole basis points only; its answer is a size, 0 when a check fails.
 */
final class BareJudge {

    private static final long BASIS_POINTS = 10_000;
    private static final long E8_PER_BASIS_POINT = FixedPoint.ONE / 100;

    private final long[] heldE8;
    private final long[] heldPriceE8;
    private final long[] heldAsset;
    private final long[] pendingE8;
    private final long[] pendingAsset;
    private final long cashE8 = TradingDay.CASH.e8();
    private final long priceAtMs = TradingDay.PRICES.get(TradingDay.BTC).eventTimeMs();
    private final long tickE8;
    private final long lotE8;
    private final long minimumE8;
    private final long minimumNotionalE8;
    private final long feeBp;
    private final long slippageBp;
    private final long totalBp;
    private final long assetBp;
    private final long positionBp;
    private final long riskBp;
    private final long ageMsMax;
    private final int positionsMax;
    private final long askAboveE8;
    private boolean killOn;
    private boolean sendsOrders = true;
    private long restMs;

    BareJudge(Policy policy, TradingTerms terms) {
        heldE8 = TradingDay.HELD.stream().mapToLong(held -> held.quantity().e8()).toArray();
        heldPriceE8 = TradingDay.HELD.stream()
                .mapToLong(held -> TradingDay.PRICES.get(held.instrument()).price().e8()).toArray();
        heldAsset = TradingDay.HELD.stream().map(Held::instrument).mapToLong(Object::hashCode).toArray();
        pendingE8 = TradingDay.PENDING.stream().mapToLong(order -> order.remainingNotional().e8()).toArray();
        pendingAsset = TradingDay.PENDING.stream().map(Pending::instrument).mapToLong(Object::hashCode).toArray();
        tickE8 = terms.tickE8();
        lotE8 = terms.lotE8();
        minimumE8 = terms.minimumQuantity().e8();
        minimumNotionalE8 = terms.minimumNotional().e8();
        feeBp = terms.worstFee().e8() / E8_PER_BASIS_POINT;
        slippageBp = basisPoints(policy, "risk.entry-slippage-pct-max");
        totalBp = basisPoints(policy, "risk.exposure-total-pct-max");
        assetBp = basisPoints(policy, "risk.exposure-asset-pct-max");
        positionBp = basisPoints(policy, "risk.position-pct-max");
        riskBp = basisPoints(policy, "risk.trade-risk-pct-max");
        ageMsMax = policy.duration("risk.mark-age-max").toMillis();
        positionsMax = policy.integer("risk.positions-max");
        askAboveE8 = policy.money("order.gating-notional").e8();
    }

    private static long basisPoints(Policy policy, String key) {
        return policy.percent(key).e8() / E8_PER_BASIS_POINT;
    }

    /** The size that may be bought without asking anybody, in 10<sup>-8</sup> units; 0 when a check says no. */
    long judge(Proposal proposal, long atMs) {
        long asset = proposal.instrument().hashCode();
        long held = 0;
        long inAsset = 0;
        boolean opens = true;
        for (int i = 0; i < heldE8.length; i++) {
            long worth = heldE8[i] * (heldPriceE8[i] / 1000) / (FixedPoint.ONE / 1000);
            held += worth;
            inAsset += heldAsset[i] == asset ? worth : 0;
            opens &= heldAsset[i] != asset;
        }
        long equity = cashE8 + held;
        long total = held;
        long reserved = 0;
        for (int i = 0; i < pendingE8.length; i++) {
            total += pendingE8[i];
            inAsset += pendingAsset[i] == asset ? pendingE8[i] : 0;
            reserved += pendingE8[i] + pendingE8[i] * feeBp / BASIS_POINTS;
        }
        long limit = proposal.referencePriceE8() * (BASIS_POINTS + slippageBp) / BASIS_POINTS;
        limit -= limit % tickE8;
        long lossPerUnit = limit - proposal.stopPriceE8() + (limit + proposal.stopPriceE8()) * feeBp / BASIS_POINTS;
        long costPerUnit = limit + limit * feeBp / BASIS_POINTS;
        long free = cashE8 - reserved;
        long size = size(equity, total, inAsset, limit, lossPerUnit, costPerUnit, free);
        long notional = worth(size, limit);
        int positions = heldE8.length + (opens ? 1 : 0);
        boolean pass = !killOn & sendsOrders & priceAtMs > 0 & atMs - priceAtMs <= ageMsMax
                & positions <= positionsMax
                & total + notional <= share(equity, totalBp) & inAsset + notional <= share(equity, assetBp)
                & inAsset + notional <= share(equity, positionBp)
                & worth(size, costPerUnit) <= free & size >= minimumE8 & notional >= minimumNotionalE8
                & restMs <= 0 & limit - proposal.stopPriceE8() >= tickE8
                & worth(size, lossPerUnit) <= share(equity, riskBp) & notional <= askAboveE8;
        return pass ? size : 0;
    }

    private long size(long equity, long total, long inAsset, long limit, long lossPerUnit, long costPerUnit,
            long free) {
        long size = units(share(equity, riskBp), lossPerUnit);
        size = Math.min(size, units(share(equity, assetBp) - inAsset, limit));
        size = Math.min(size, units(share(equity, positionBp) - inAsset, limit));
        size = Math.min(size, units(share(equity, totalBp) - total, limit));
        size = Math.min(size, units(free, costPerUnit));
        return size - size % lotE8;
    }

    private static long share(long amountE8, long basisPoints) {
        return amountE8 * basisPoints / BASIS_POINTS;
    }

    /** How many units the amount pays; two digits of the price are given up so that the product fits. */
    private static long units(long amountE8, long perUnitE8) {
        return amountE8 * (FixedPoint.ONE / 100) / (perUnitE8 / 100);
    }

    private static long worth(long sizeE8, long perUnitE8) {
        return sizeE8 * (perUnitE8 / 1000) / (FixedPoint.ONE / 1000);
    }
}
