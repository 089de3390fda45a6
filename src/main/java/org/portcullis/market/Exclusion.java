package org.portcullis.market;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;

/**
 * One reason for which a symbol is left out, with both numbers that were compared.
 *
 * @param code   the reason
 * @param actual the symbol's value, in the unit of the limit
 * @param limit  the bound that it broke
 */
public record Exclusion(ExclusionCode code, double actual, double limit) {

    private static final MathContext SHOWN = new MathContext(9);

    public Exclusion {
        Objects.requireNonNull(code, "code");
    }

    /** Such as {@code VOLUME_LOW 1200000 (limit 5000000)}. */
    public String text() {
        return code + " " + shown(actual) + " (limit " + shown(limit) + ")";
    }

    private static String shown(double number) {
        return Double.isFinite(number) ? BigDecimal.valueOf(number).round(SHOWN).stripTrailingZeros().toPlainString()
                : Double.toString(number);
    }
}
