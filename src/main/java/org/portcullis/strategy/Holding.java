package org.portcullis.strategy;

import org.portcullis.kernel.FixedPoint;
import org.portcullis.market.Bar;
import org.portcullis.market.Features;

/**
 * What the strategy itself holds of the instrument of a bar or signal, as a fact for rules:
 * {@code Holding( direction == 0 )} for nothing. There is none while that cannot be told, so that rules that look at it
 * stay silent.
 *
 * @param direction 1 when long, -1 when short, 0 when nothing is held
 * @param entry     average price of the entry; {@link Double#NaN} when nothing is held
 * @param movePct   how far price has moved in favour of the position since, in percent of the entry; negative against
 *                  it, {@link Double#NaN} when nothing is held
 * @param barsHeld  minutes since the first fill; 0 when nothing is held
 */
public record Holding(int direction, double entry, double movePct, long barsHeld) {

    /** A position at the close of a bar. */
    public static Holding of(HeldPosition held, Features bar) {
        return of(held, bar.close(), bar.closeTimeMs());
    }

    /** A position at the moment of a signal, at the last price. */
    public static Holding of(HeldPosition held, SignalContext signal) {
        return of(held, (double) signal.mark().closeE8() / FixedPoint.ONE, signal.signal().receivedAtMs());
    }

    private static Holding of(HeldPosition held, double price, long atMs) {
        if (held.direction() == 0) {
            return new Holding(0, Double.NaN, Double.NaN, 0);
        }
        double entry = (double) held.entryE8() / FixedPoint.ONE;
        return new Holding(held.direction(), entry, 100 * held.direction() * (price - entry) / entry,
                Math.max(0, atMs - held.openedAtMs()) / Bar.INTERVAL_MS);
    }
}
