package org.portcullis.risk.exit;

import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.market.Bar;
import org.portcullis.risk.AccountState.Held;
import org.portcullis.risk.TradingTerms;
import org.portcullis.risk.domain.ClosingPart;
import org.portcullis.risk.domain.exit.PositionFacts;

/**
 * An open position with what protects it.
 *
 * @param held what is held
 * @param terms how its instrument trades
 * @param guard what protects it
 * @param band within which the exit rules leave it alone; null while only they can say
 */
record Holding(Held held, TradingTerms terms, Protection guard, @Nullable ExitBand band) {

    private static final long ALL_E8 = 100 * FixedPoint.ONE;

    /** The side that opened a position. */
    static Side side(Held held) {
        return held.side();
    }

    /** The weighted price at which it was entered. */
    static Price entry(Held held, long multiplierE8) {
        long perUnitE8 = FixedPoint.divide(held.cost().e8(), held.quantity().e8(), RoundingMode.HALF_EVEN);
        return new Price(Math.max(1, FixedPoint.divide(perUnitE8, multiplierE8, RoundingMode.HALF_EVEN)));
    }

    /** The same after a bar. */
    Holding after(Protection other, @Nullable ExitBand within) {
        return new Holding(held, terms, other, within);
    }

    /** What is held, in whole lots. */
    Quantity whole() {
        return new Quantity(FixedPoint.floorToStep(held.quantity().e8(), terms.lotE8()));
    }

    /** The bar's price that is best for it; of a bar that began before the entry only the last price is known to be. */
    long favourableE8(Bar bar) {
        return bar.openTimeMs() < guard.openedAtMs() ? bar.closeE8()
                : guard.side() == Side.BUY ? bar.highE8() : bar.lowE8();
    }

    /** The bar's price that is worst for it. */
    long adverseE8(Bar bar) {
        return bar.openTimeMs() < guard.openedAtMs() ? bar.closeE8()
                : guard.side() == Side.BUY ? bar.lowE8() : bar.highE8();
    }

    /** The best price since the entry, that bar included. */
    long bestE8(Bar bar) {
        return Protection.betterE8(guard.side(), favourableE8(bar), guard.best().e8());
    }

    /** The position at the close of the bar; the stop is the one that held while it ran. */
    PositionFacts facts(Bar bar, Percent partShare) {
        Price entry = entry(held, terms.multiplierE8());
        Price close = new Price(bar.closeE8());
        Side side = guard.side();
        boolean divisible = partShare.e8() > 0 && ClosingPart.leavesSome(whole(), partShare, terms);
        return new PositionFacts(side, entry, new Price(adverseE8(bar)), new Price(favourableE8(bar)), close,
                guard.firstStop(), guard.stopUntil(bar.closeTimeMs()), guard.target(), new Price(bestE8(bar)),
                breakEven(entry, side), guard.partTaken(), divisible, profit(bar.closeE8()),
                bar.closeTimeMs() - guard.openedAtMs());
    }

    /** Where proceeds less the worst fee equal the entry with the worst fee, rounded to the tick beyond it. */
    private Price breakEven(Price entry, Side side) {
        long feeE8 = terms.worstFee().e8();
        long sign = side.sign();
        long exactE8 = FixedPoint.multiplyDivide(entry.e8(), ALL_E8 + sign * feeE8, ALL_E8 - sign * feeE8,
                side == Side.BUY ? RoundingMode.CEILING : RoundingMode.FLOOR);
        long downE8 = FixedPoint.floorToStep(exactE8, terms.tickE8());
        long tickedE8 = side == Side.BUY && downE8 < exactE8 ? downE8 + terms.tickE8() : downE8;
        return new Price(Math.max(terms.tickE8(), tickedE8));
    }

    /** What closing it at that price would bring, the fees of both legs deducted. */
    Money profit(long closeE8) {
        Money worth = new Price(closeE8).times(held.quantity(), terms.multiplierE8());
        Money fees = worth.plus(held.cost()).share(terms.worstFee(), RoundingMode.CEILING);
        Money moved = guard.side() == Side.BUY ? worth.minus(held.cost()) : held.cost().minus(worth);
        return moved.minus(fees);
    }
}
