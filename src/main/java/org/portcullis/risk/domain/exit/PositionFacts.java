package org.portcullis.risk.domain.exit;

import java.math.RoundingMode;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Side;

/**
 * One open position at the close of a believed bar. Everything is told from the position's own side: what is adverse to
 * a purchase is the low of the bar, to a short sale its high.
 *
 * @param side side that opened it
 * @param entry weighted entry price
 * @param adverse the bar's price that is worst for it
 * @param favourable the bar's price that is best for it
 * @param close the bar's last price
 * @param firstStop stop with which it was opened; its distance from the entry is 1R
 * @param stop stop that held while the bar ran
 * @param target where the idea has paid; zero when it says nothing
 * @param best best price since the entry, this bar included
 * @param breakEven price at which closing it pays the fees of both legs
 * @param partTaken whether a part of it was closed at a profit already
 * @param divisible whether that part and the rest are both orders that the venue takes
 * @param profit what closing it at the last price would bring, the fees of both legs deducted
 * @param heldMs how long it is open, in milliseconds of event time
 */
public record PositionFacts(Side side, Price entry, Price adverse, Price favourable, Price close, Price firstStop,
        Price stop, Price target, Price best, Price breakEven, boolean partTaken, boolean divisible, Money profit,
        long heldMs) {

    /** Whether it has a target. */
    public boolean targeted() {
        return target.e8() > 0;
    }

    /** Whether closing it now would bring a profit. */
    public boolean inProfit() {
        return profit.e8() > 0;
    }

    /** Whether closing it now would bring none. */
    public boolean withoutProfit() {
        return !inProfit();
    }

    /** Whether a part of it can be closed at a profit and none was. */
    public boolean partLeft() {
        return divisible && !partTaken;
    }

    /** Whether no part of it can be closed by itself. */
    public boolean indivisible() {
        return !divisible;
    }

    /** How far the worst price of the bar lies on the wrong side of the entry; zero when it does not. */
    public Percent lossPct() {
        long againstE8 = Math.max(0, side.sign() * (entry.e8() - adverse.e8()));
        return new Percent(FixedPoint.multiplyDivide(againstE8, 100 * FixedPoint.ONE, entry.e8(),
                RoundingMode.CEILING));
    }

    /**
     * How many times the first risk the best price would have brought, in 10<sup>-8</sup>; zero when it never was in
     * profit, or was opened beyond its stop.
     */
    public long bestRE8() {
        long riskE8 = side.sign() * (entry.e8() - firstStop.e8());
        long gainE8 = side.sign() * (best.e8() - entry.e8());
        return riskE8 <= 0 || gainE8 <= 0 ? 0 : FixedPoint.divide(gainE8, riskE8, RoundingMode.DOWN);
    }
}
