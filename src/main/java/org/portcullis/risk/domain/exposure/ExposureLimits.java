package org.portcullis.risk.domain.exposure;

import org.portcullis.kernel.Percent;

/**
 * The limits of the gate, from {@code rules/policy.yaml}, each in percent of equity.
 *
 * @param themeMax one theme (S2-REQ-U2)
 * @param themeAsk one theme; above it a person is asked (B-R15)
 * @param themeOtherMax everything that no theme names
 * @param venueMax one venue
 * @param grossMax everything, both sides together
 * @param netMax how far the account may lean to one side
 */
public record ExposureLimits(Percent themeMax, Percent themeAsk, Percent themeOtherMax, Percent venueMax,
        Percent grossMax, Percent netMax) {

    /** The limit on that theme. */
    public Percent of(String theme) {
        return theme.equals(ThemeBook.OTHER) ? themeOtherMax : themeMax;
    }
}
