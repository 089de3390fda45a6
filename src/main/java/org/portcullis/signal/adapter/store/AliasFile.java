package org.portcullis.signal.adapter.store;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.portcullis.engine.yaml.YamlTable;
import org.portcullis.kernel.InstrumentId;

/** Reads {@code rules/signal/symbols.yaml}: tickers whose instrument cannot be seen from their spelling. */
public final class AliasFile {

    private AliasFile() {
    }

    /** One entry as it stands in the file. */
    record Entry(String instrument, String meaning) {
    }

    /**
     * Reads every alias.
     *
     * @throws IllegalArgumentException naming file and line, when the file cannot be used
     */
    public static Map<String, InstrumentId> read(Path file) {
        return Map.copyOf(new TreeMap<>(YamlTable.read(file, "symbols", Entry.class,
                (ticker, entry) -> new InstrumentId(entry.instrument()))));
    }
}
