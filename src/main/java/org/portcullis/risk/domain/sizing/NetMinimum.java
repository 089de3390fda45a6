package org.portcullis.risk.domain.sizing;

import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;

/**
 * The venue's smallest worth as an order must reach it before fees (S2-N1).
 *
 * @param grossMin smallest worth of which the worst fee leaves more than the venue's minimum; zero when there is none
 */
public record NetMinimum(Money grossMin) {

    /** For that minimum and fee. */
    public static NetMinimum of(Money minimum, Percent fee) {
        return new NetMinimum(Fees.minGrossSize(minimum, fee));
    }
}
