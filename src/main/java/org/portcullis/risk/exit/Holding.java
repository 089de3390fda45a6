package org.portcullis.risk.exit;

import java.math.RoundingMode;
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
 */
record Holding(Held held, TradingTerms terms, Protection guard) {

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

    Holding guarded(Protection other) {
        return new Holding(held, terms, other);
    }

    /** What is held, in whole lots. */
    Quantity whole() {
        return new Quantity(FixedPoint.floorToStep(held.quantity().e8(), terms.lotE8()));
    }

    /** The bar's price that is best for it; of a bar that began before the entry only the last price is known to be. */
    Price favourable(Bar bar) {
        return new Price(bar.openTimeMs() < guard.openedAtMs() ? bar.closeE8()
                : guard.side() == Side.BUY ? bar.highE8() : bar.lowE8());
    }

    private Price adverse(Bar bar) {
        return new Price(bar.openTimeMs() < guard.openedAtMs() ? bar.closeE8()
                : guard.side() == Side.BUY ? bar.lowE8() : bar.highE8());
    }

    /** The position at the close of the bar; the stop is the one that held while it ran. */
    PositionFacts facts(Bar bar, Percent partShare) {
        Price entry = entry(held, terms.multiplierE8());
        Price close = new Price(bar.closeE8());
        Side side = guard.side();
        boolean divisible = partShare.e8() > 0 && ClosingPart.leavesSome(whole(), partShare, terms);
        return new PositionFacts(side, entry, adverse(bar), favourable(bar), close, guard.firstStop(),
                guard.stopUntil(bar.closeTimeMs()), guard.target(),
                Protection.better(side, favourable(bar), guard.best()), breakEven(entry, side),
                guard.partTaken(), divisible, profit(close, side), bar.closeTimeMs() - guard.openedAtMs());
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

    private Money profit(Price close, Side side) {
        Money worth = close.times(held.quantity(), terms.multiplierE8());
        Money fees = worth.plus(held.cost()).share(terms.worstFee(), RoundingMode.CEILING);
        Money moved = side == Side.BUY ? worth.minus(held.cost()) : held.cost().minus(worth);
        return moved.minus(fees);
    }
}
