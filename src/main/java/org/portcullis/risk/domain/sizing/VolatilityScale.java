package org.portcullis.risk.domain.sizing;

import java.math.RoundingMode;
import java.util.Optional;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Percent;

/**
 * Volatility target (SMC sizing table): what one trade may risk is multiplied by {@code min(max, target / now)}.
 *
 * @param target average true range of a bar at which the share stays as it is, in percent of price; positive
 * @param now the instrument's present one, if its series is long enough to say
 * @param factorMax largest factor, in 10<sup>-8</sup>: 1.5 when markets are calm
 */
public record VolatilityScale(Percent target, Optional<Percent> now, long factorMax) {

    /** The factor in 10<sup>-8</sup>, rounded down; at most one while volatility is not known. */
    public long factorE8() {
        if (now.isEmpty()) {
            return Math.min(FixedPoint.ONE, factorMax);
        }
        if (now.get().e8() <= 0) {
            return factorMax;
        }
        return Math.min(factorMax,
                FixedPoint.multiplyDivide(target.e8(), FixedPoint.ONE, now.get().e8(), RoundingMode.DOWN));
    }
}
