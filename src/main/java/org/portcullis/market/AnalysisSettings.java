package org.portcullis.market;

import java.util.Objects;
import org.portcullis.engine.policy.Policy;

/**
 * How price structure and regime are told.
 *
 * @param structure      how structure is taken
 * @param regime         how regimes are measured and judged
 * @param holeMinutesMax missing minutes that both survive; a longer hole begins them anew
 */
public record AnalysisSettings(StructureSettings structure, RegimeSettings regime, int holeMinutesMax) {

    public AnalysisSettings {
        Objects.requireNonNull(structure, "structure");
        Objects.requireNonNull(regime, "regime");
    }

    /** The settings as {@code rules/policy.yaml} has them. */
    public static AnalysisSettings from(Policy policy) {
        return new AnalysisSettings(StructureSettings.from(policy), RegimeSettings.from(policy),
                policy.integer("market.structure.hole-minutes-max"));
    }

    /**
     * Bars after which structure and regime no longer tell where they began: the long average keeps e<sup>-40</sup> of
     * its start after 20 times its period, and no pool grows older than its greatest age.
     */
    public int barsToForget() {
        int averages = 20 * Math.max(regime.periods().emaLongBars(), regime.periods().emaTrendBars());
        int ranks = regime.periods().rankBars() + regime.periods().volatilityBars();
        return Math.max(Math.max(averages, ranks), structure.pools().ageBarsMax());
    }
}
