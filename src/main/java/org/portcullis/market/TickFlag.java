package org.portcullis.market;

import java.util.Objects;

/**
 * One finding of a guard rule about a tick, with both numbers it compared.
 *
 * @param code   what was found
 * @param actual the value of the tick, in the unit of the limit (milliseconds, percent, price, base units, sides)
 * @param limit  the bound it broke
 */
public record TickFlag(TickFlagCode code, double actual, double limit) {

    public TickFlag {
        Objects.requireNonNull(code, "code");
    }
}
