package org.portcullis.research.domain.report;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a report is compared.
 *
 * @param metadata terms and versions by name, as text
 * @param keys     each of {@link #KEYS}; null where the report has no number
 */
public record ReportedKeys(Map<String, String> metadata, Map<String, @Nullable BigDecimal> keys) {

    /** The figures of the regression gate. */
    public static final List<String> KEYS = List.of("total_trades", "win_rate", "total_pnl_pct", "max_drawdown_pct",
            "profit_factor");

    public ReportedKeys {
        metadata = Map.copyOf(metadata);
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        for (String key : KEYS) {
            if (!keys.containsKey(key)) {
                throw new IllegalArgumentException("regression_keys has no " + key);
            }
        }
    }
}
