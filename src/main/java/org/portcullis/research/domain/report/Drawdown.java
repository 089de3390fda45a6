package org.portcullis.research.domain.report;

import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.Money;

/**
 * A time during which the account was worth less than at its best before.
 *
 * @param fromMs   last moment at the best, milliseconds since 1970 UTC
 * @param troughMs the first of its lowest moments
 * @param untilMs  when the best was reached again; null when it was not
 * @param amount   best less lowest
 * @param pct      that as percent of the best; above 100 when equity fell below zero
 */
public record Drawdown(long fromMs, long troughMs, @Nullable Long untilMs, Money amount, double pct) {

    /** How long it took in milliseconds; {@code endMs} is taken for its end while it has none. */
    public long lengthMs(long endMs) {
        return (untilMs == null ? endMs : untilMs) - fromMs;
    }
}
