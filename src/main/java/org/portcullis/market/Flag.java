package org.portcullis.market;

import java.util.Objects;

/**
 * One finding of a guard rule, with both numbers it compared.
 *
 * @param code   what was found
 * @param actual the value of the bar, in the unit of the limit (milliseconds, minutes, percent, price, ratio)
 * @param limit  the bound it broke
 */
public record Flag(FlagCode code, double actual, double limit) {

    public Flag {
        Objects.requireNonNull(code, "code");
    }
}
