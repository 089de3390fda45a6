package org.portcullis.risk.domain.breaker;

/**
 * What takers paid beyond the price they met, beside what the model of costs says (S4-M4).
 *
 * @param timesE8 paid as a multiple of modelled, over the newest fills, in 10<sup>-8</sup>; zero when nothing was paid
 * @param timesE8Max a larger multiple trips, in 10<sup>-8</sup>
 */
public record SlippageRatio(long timesE8, long timesE8Max) {
}
