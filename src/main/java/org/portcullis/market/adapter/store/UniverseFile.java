package org.portcullis.market.adapter.store;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portcullis.engine.yaml.YamlTable;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.SymbolPattern;
import org.portcullis.market.UniversePlan;

/** Reads {@code rules/universe.yaml}. */
public final class UniverseFile {

    private static final Set<String> LISTS = Set.of("core", "rotational", "banned", "fallback", "quotes");

    private UniverseFile() {
    }

    /** One list as it stands in the file. */
    record Entry(String meaning, List<String> symbols) {
    }

    /**
     * Reads the plan.
     *
     * @throws IllegalArgumentException naming file and line, when the file cannot be used
     */
    public static UniversePlan read(Path file) {
        Map<String, List<String>> lists = YamlTable.read(file, "universe", Entry.class, UniverseFile::checked);
        for (String name : LISTS) {
            if (!lists.containsKey(name)) {
                throw new IllegalArgumentException(file + ":1: the list " + name + " is missing; it may be empty");
            }
        }
        return new UniversePlan(patterns(lists, "core"), patterns(lists, "rotational"), patterns(lists, "banned"),
                list(lists, "fallback").stream().map(InstrumentId::new).toList(), list(lists, "quotes"));
    }

    private static List<String> checked(String name, Entry entry) {
        if (!LISTS.contains(name)) {
            throw new IllegalArgumentException("there is no such list; known are " + LISTS.stream().sorted().toList());
        }
        Set<String> seen = new HashSet<>();
        for (String symbol : entry.symbols()) {
            SymbolPattern pattern = new SymbolPattern(symbol);
            if (name.equals("fallback")) {
                new InstrumentId(pattern.text());
            }
            if (!seen.add(symbol)) {
                throw new IllegalArgumentException(symbol + " is given twice");
            }
        }
        return entry.symbols();
    }

    private static List<SymbolPattern> patterns(Map<String, List<String>> lists, String name) {
        return list(lists, name).stream().map(SymbolPattern::new).toList();
    }

    private static List<String> list(Map<String, List<String>> lists, String name) {
        return lists.getOrDefault(name, List.of());
    }
}
