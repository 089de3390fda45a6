package org.portcullis.strategy.adapter.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.yaml.YamlTable;
import org.portcullis.kernel.Percent;
import org.portcullis.strategy.StrategyBudget;

/** Reads {@code rules/strategies.yaml}. */
public final class StrategyFile {

    private StrategyFile() {
    }

    /** One entry as it stands in the file; a strategy that says nothing is not enabled. */
    record Entry(@JsonProperty @Nullable Boolean enabled, BigDecimal maxAtRiskPct, int maxTradesPerCycle,
            String meaning, @JsonProperty @Nullable Set<String> shortVenues) {
    }

    /**
     * Reads every strategy.
     *
     * @throws IllegalArgumentException naming file and line, when the file cannot be used
     */
    public static SortedMap<String, StrategyBudget> read(Path file) {
        return new TreeMap<>(YamlTable.read(file, "strategies", Entry.class, StrategyFile::budget));
    }

    private static StrategyBudget budget(String name, Entry entry) {
        return new StrategyBudget(name, Boolean.TRUE.equals(entry.enabled()),
                Percent.of(entry.maxAtRiskPct().toPlainString()), entry.maxTradesPerCycle(), entry.meaning(),
                entry.shortVenues() == null ? Set.of() : entry.shortVenues());
    }
}
