package org.portcullis.risk.domain.breaker;

import org.portcullis.kernel.Percent;

/**
 * How much of the market is falling apart at the same time (S2-CB2).
 *
 * @param share symbols in the regime {@code CRASH} as a share of those whose regime is known
 * @param shareMax as large a share trips
 */
public record CrashShare(Percent share, Percent shareMax) {
}
