package org.portcullis.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;

/**
 * One signal of the inbox in a list.
 *
 * @param state      RECEIVED, SENT, STALE or NOTIFICATION
 * @param instrument what it is about; nothing for a notification
 * @param quantity   what the source would trade; zero when untold
 * @param price      what the source saw; zero when untold
 */
public record SignalLine(String signalId, String state, String source, String strategy, String mapping, String address,
        @Nullable String instrument, @Nullable String side, @Nullable String target, Quantity quantity, Price price,
        @Nullable Instant firedAt, Instant receivedAt, @Nullable Instant sentAt) {
}
