package org.portcullis.market;

import java.util.Objects;

/**
 * What a regime rule found, with both numbers it compared.
 *
 * @param regime the regime whose test holds
 * @param actual the measure
 * @param limit  what it was compared with
 */
public record RegimeVote(Regime regime, double actual, double limit) {

    public RegimeVote {
        Objects.requireNonNull(regime, "regime");
    }
}
