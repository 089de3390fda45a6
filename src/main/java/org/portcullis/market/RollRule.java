package org.portcullis.market;

import java.util.Objects;

/**
 * When a continuous future leaves one contract for the next (B-D14).
 *
 * @param months month codes of its contracts in the order of the year, such as {@code HMUZ}
 * @param how    what decides
 * @param days   calendar days before the third Friday: the day on which it rolls, or, by volume, the last day on which
 *               it rolls whatever was traded; 0 to 30. Four is the Monday before.
 */
public record RollRule(String months, How how, int days) {

    /** The month codes of futures, January to December. */
    public static final String CODES = "FGHJKMNQUVXZ";

    /** What decides the day. */
    public enum How {
        /** A fixed distance from the third Friday. */
        DAYS_BEFORE_EXPIRY,
        /** The day after the later contract traded more than the earlier one. */
        VOLUME_CROSSOVER
    }

    public RollRule {
        Objects.requireNonNull(months, "months");
        Objects.requireNonNull(how, "how");
        int before = -1;
        for (char code : months.toCharArray()) {
            int at = CODES.indexOf(code);
            if (at <= before) {
                throw new IllegalArgumentException("roll months are letters of " + CODES
                        + " in this order, each once, not " + months);
            }
            before = at;
        }
        if (months.isEmpty() || days < 0 || days > 30) {
            throw new IllegalArgumentException("a roll rule needs months and days between 0 and 30, not \"" + months
                    + "\" and " + days);
        }
    }
}
