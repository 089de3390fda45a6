package org.portcullis.signal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Side;

/**
 * What somebody outside wants to be traded, whatever shape it came in: authenticated, in our symbols, seen for the
 * first time, and fresh. It carries no secret. On {@code signal.received.v1}.
 *
 * @param signalId     hash of what makes it this signal: the same alert sent again has the same
 * @param source       name of the source it came from, as in the address of its webhook
 * @param strategy     name of the strategy as the source calls it
 * @param instrument   what to trade
 * @param interval     chart interval as the source writes it, such as {@code 5} or {@code 1D}; may be empty
 * @param barTimeMs    open time of the bar that it is about, UTC milliseconds; 0 when the source does not tell
 * @param firedAtMs    when the source fired it, UTC milliseconds
 * @param receivedAtMs when we had it, UTC milliseconds
 * @param side         what to do, when it names an action; nothing when it only closes
 * @param target       which position to hold afterwards, when it tells; it counts more than {@code side}
 * @param quantityE8   how much the source would trade, in 10<sup>-8</sup> of the base unit; advisory; 0 when untold
 * @param priceE8      price the source saw, in 10<sup>-8</sup> of the quote currency; advisory; 0 when untold
 * @param alertId      name of the order or alert at the source; may be empty
 */
public record TradingSignal(String signalId, String source, String strategy, InstrumentId instrument, String interval,
        long barTimeMs, long firedAtMs, long receivedAtMs, @Nullable Side side, @Nullable TargetPosition target,
        long quantityE8, long priceE8, String alertId) {

    public TradingSignal {
        Objects.requireNonNull(signalId, "signalId");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(strategy, "strategy");
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(interval, "interval");
        Objects.requireNonNull(alertId, "alertId");
        if (side == null && target == null) {
            throw new IllegalArgumentException("a signal says what to do or what to hold; this one says neither");
        }
        if (quantityE8 < 0 || priceE8 < 0) {
            throw new IllegalArgumentException("quantity and price of a signal are not negative");
        }
    }
}
