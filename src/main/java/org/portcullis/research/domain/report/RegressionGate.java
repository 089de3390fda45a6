package org.portcullis.research.domain.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.Percent;
import org.portcullis.research.ReportComparison;

/**
 * Whether a run still does what the baseline did (S2-REQ-BT3). A key may differ from the baseline by at most the
 * tolerance times the baseline, up or down: a result that became better without a reason known is as suspect as one
 * that became worse. From a baseline of zero, or from no number, nothing may differ.
 */
public final class RegressionGate {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int CHANGE_DECIMALS = 4;
    private static final String NONE = "none";
    /** Two runs that differ in one of these are two experiments. */
    private static final List<String> TERMS = List.of("seed", "data_hash", "from_ms", "to_ms", "symbols", "strategies",
            "cash", "cost_model", "approvals");
    /** What the gate is there to compare. */
    private static final List<String> VERSIONS = List.of("rules_version", "policy_hash");

    private final ReportedKeys baseline;
    private final ReportedKeys now;

    public RegressionGate(ReportedKeys baseline, ReportedKeys now) {
        this.baseline = baseline;
        this.now = now;
    }

    /** Terms that differ: with any of them a comparison says nothing about rules or code. */
    public List<ReportComparison.Difference> terms() {
        return different(TERMS);
    }

    /**
     * The verdict.
     *
     * @param tolerance never negative
     */
    public ReportComparison within(Percent tolerance) {
        if (tolerance.e8() < 0) {
            throw new IllegalArgumentException("a tolerance is zero or more, not " + tolerance + " %");
        }
        BigDecimal tolerancePct = new BigDecimal(tolerance.toString());
        List<ReportComparison.Key> keys = ReportedKeys.KEYS.stream()
                .map(key -> key(key, baseline.keys().get(key), now.keys().get(key), tolerancePct)).toList();
        List<ReportComparison.Difference> different = new ArrayList<>(terms());
        different.addAll(different(VERSIONS));
        return new ReportComparison(keys.stream().allMatch(ReportComparison.Key::passed), tolerancePct, keys,
                different);
    }

    private static ReportComparison.Key key(String name, @Nullable BigDecimal was, @Nullable BigDecimal is,
            BigDecimal tolerancePct) {
        if (was == null || is == null) {
            return new ReportComparison.Key(name, was, is, null, was == null && is == null);
        }
        BigDecimal off = is.subtract(was);
        boolean within = off.abs().multiply(HUNDRED).compareTo(tolerancePct.multiply(was.abs())) <= 0;
        BigDecimal change = was.signum() == 0 ? null
                : off.multiply(HUNDRED).divide(was.abs(), CHANGE_DECIMALS, RoundingMode.HALF_EVEN);
        return new ReportComparison.Key(name, was, is, change, within);
    }

    private List<ReportComparison.Difference> different(List<String> names) {
        return names.stream()
                .map(name -> new ReportComparison.Difference(name, baseline.metadata().getOrDefault(name, NONE),
                        now.metadata().getOrDefault(name, NONE)))
                .filter(each -> !each.baseline().equals(each.now())).toList();
    }
}
