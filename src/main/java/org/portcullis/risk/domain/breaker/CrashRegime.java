package org.portcullis.risk.domain.breaker;

/**
 * How long a symbol's market has been falling apart (S2-CB2).
 *
 * @param bars bars in a row whose regime is {@code CRASH}, the newest included; zero when it is another one
 * @param barsMax as many trip
 */
public record CrashRegime(int bars, int barsMax) {
}
