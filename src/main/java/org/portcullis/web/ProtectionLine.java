package org.portcullis.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.Price;

/**
 * What protects an open position.
 *
 * @param stop where it is closed at a loss, or at what is left of a profit; moves only towards profit
 * @param firstStop the stop with which it was opened; its distance from the entry is 1R
 * @param target where it is closed at a profit; nothing when the strategy named none
 * @param best best price since the entry
 * @param partTaken whether a part was closed at a profit already
 * @param since event time from which the longest hold counts
 */
public record ProtectionLine(Price stop, Price firstStop, @Nullable Price target, Price best, boolean partTaken,
        Instant since) {
}
