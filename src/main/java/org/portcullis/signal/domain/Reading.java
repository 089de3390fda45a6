package org.portcullis.signal.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.ids.ContentHash;
import org.portcullis.kernel.Side;
import org.portcullis.signal.TargetPosition;

/**
 * What a body says, before anybody asked whether it may be traded.
 *
 * @param mapping    name of the mapping that knew the shape
 * @param strategy   name of the strategy
 * @param exchange   exchange as the source writes it; may be empty
 * @param ticker     instrument as the source writes it
 * @param interval   chart interval; may be empty
 * @param barTimeMs  open time of the bar, UTC milliseconds; 0 when untold
 * @param firedAtMs  when it was fired, UTC milliseconds; 0 when the source does not say it at all
 * @param side       what to do, or nothing
 * @param target     what to hold, or nothing
 * @param quantityE8 how much, in 10<sup>-8</sup>; 0 when untold
 * @param priceE8    price, in 10<sup>-8</sup>; 0 when untold
 * @param alertId    name of the order or alert; may be empty
 */
public record Reading(String mapping, String strategy, String exchange, String ticker, String interval, long barTimeMs,
        long firedAtMs, @Nullable Side side, @Nullable TargetPosition target, long quantityE8, long priceE8,
        String alertId) {

    /** Whether the source says when it fired. */
    public boolean timed() {
        return firedAtMs > 0;
    }

    /**
     * Whether it can be known again for good: it says when it was fired, or which bar it is about. What says the same
     * of the same bar is one alert then, whenever it comes.
     */
    public boolean dated() {
        return timed() || barTimeMs > 0;
    }

    /**
     * How old it is at least when it is received, in milliseconds; negative when it was fired ahead of that. One that
     * tells only its bar may have been fired until that bar closed. One that tells neither is as old as its receipt.
     */
    public long ageMs(long receivedAtMs) {
        if (timed()) {
            return receivedAtMs - firedAtMs;
        }
        return barTimeMs > 0 ? Math.max(0, receivedAtMs - barTimeMs - ChartInterval.millis(interval)) : 0;
    }

    /** How far it is dated ahead of its receipt, in milliseconds; negative when it is of the past. */
    public long aheadMs(long receivedAtMs) {
        return timed() || barTimeMs == 0 ? -ageMs(receivedAtMs) : barTimeMs - receivedAtMs;
    }

    /** Whether its exchange data are delayed: TradingView ends the names of delayed feeds with DL or DLY. */
    public boolean delayed() {
        int colon = ticker.lastIndexOf(':');
        String prefix = colon < 0 ? "" : ticker.substring(0, colon);
        return isDelayed(exchange) || isDelayed(prefix);
    }

    /** Hash of what makes it this alert and no other (TradingView may send it four times). */
    public String contentHash(String source) {
        return ContentHash.hex(List.of(source, strategy, exchange, ticker, interval, Long.toString(barTimeMs),
                Long.toString(firedAtMs), alertId, side + ">" + target, Long.toString(quantityE8)));
    }

    private static boolean isDelayed(String exchange) {
        String name = exchange.strip().toUpperCase(java.util.Locale.ROOT);
        return name.endsWith("_DL") || name.endsWith("_DLY");
    }
}
