package org.portcullis.risk.exit;

import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Side;

/**
 * What protects one open position. Its stop moves towards profit and never away from it.
 *
 * @param side side that opened the position
 * @param openedAtMs event time of the fill that opened it, UTC milliseconds
 * @param firstStop stop with which it was opened; positive
 * @param stop stop that holds now; positive
 * @param stopBefore stop that held before it was moved the last time
 * @param movedAtMs since when the stop holds, event time; a bar that ended until then is compared with the one before
 * @param target where the idea has paid; zero when it says nothing
 * @param best best price since the entry
 * @param partTaken whether a part was closed at a profit already
 * @param unprotected whether nobody gave it a stop, so that the policy's default holds
 */
public record Protection(AccountId account, InstrumentId instrument, String strategy, Side side, long openedAtMs,
        Price firstStop, Price stop, Price stopBefore, long movedAtMs, Price target, Price best, boolean partTaken,
        boolean unprotected) {

    /** What protects a position from its first fill on. */
    static Protection opened(AccountId account, InstrumentId instrument, String strategy, Side side, long atMs,
            Price entry, Price stop, Price target, boolean unprotected) {
        return new Protection(account, instrument, strategy, side, atMs, stop, stop, stop, atMs, target, entry, false,
                unprotected);
    }

    /** The better of two prices for a position of that side. */
    static Price better(Side side, Price one, Price other) {
        return side.sign() * (one.e8() - other.e8()) >= 0 ? one : other;
    }

    /** The same in 10<sup>-8</sup>. */
    static long betterE8(Side side, long oneE8, long otherE8) {
        return side == Side.BUY ? Math.max(oneE8, otherE8) : Math.min(oneE8, otherE8);
    }

    /** The stop that held while a bar ran that ended at that moment. */
    Price stopUntil(long closeMs) {
        return closeMs <= movedAtMs ? stopBefore : stop;
    }

    /** The same after a price was seen. */
    Protection seen(long priceE8) {
        long bestE8 = betterE8(side, priceE8, best.e8());
        return bestE8 == best.e8() ? this
                : new Protection(account, instrument, strategy, side, openedAtMs, firstStop, stop, stopBefore,
                movedAtMs, target, new Price(bestE8), partTaken, unprotected);
    }

    /**
     * The same with the stop moved, when that is nearer to profit and still on the safe side of the last price: a stop
     * beyond it would close at once at a price that nobody chose.
     *
     * @param atMs close of the bar whose last price that is
     */
    Protection moved(Price to, Price last, long atMs) {
        boolean safe = side.sign() * (last.e8() - to.e8()) > 0;
        boolean nearer = side.sign() * (to.e8() - stop.e8()) > 0;
        return safe && nearer ? at(to, atMs, target, best, unprotected) : this;
    }

    /** The same after a part was closed at a profit. */
    Protection partTakenNow() {
        return new Protection(account, instrument, strategy, side, openedAtMs, firstStop, stop, stopBefore, movedAtMs,
                target, best, true, unprotected);
    }

    /** The same after more was bought or sold on the same side: the stop nearer to profit and the newer target hold. */
    Protection enlarged(Protection added) {
        return at(better(side, added.stop, stop), added.openedAtMs, added.target.e8() > 0 ? added.target : target,
                better(side, added.best, best), unprotected && added.unprotected);
    }

    private Protection at(Price to, long atMs, Price aim, Price seen, boolean bare) {
        return new Protection(account, instrument, strategy, side, openedAtMs, firstStop, to,
                atMs == movedAtMs ? stopBefore : stop, atMs, aim, seen, partTaken, bare);
    }
}
