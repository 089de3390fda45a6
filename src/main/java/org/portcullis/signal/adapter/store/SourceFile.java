package org.portcullis.signal.adapter.store;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.portcullis.engine.policy.Parameter;
import org.portcullis.engine.yaml.YamlTable;
import org.portcullis.signal.ExpectedCalls;

/** Reads {@code rules/signal/sources.yaml}: which webhook sources are expected to call, and how often. */
public final class SourceFile {

    private SourceFile() {
    }

    /** One entry as it stands in the file. */
    record Entry(String expectEvery, String calendar, String meaning) {
    }

    /**
     * Reads every expected source.
     *
     * @param calendars names of the calendars there are
     * @throws IllegalArgumentException naming file and line, when the file cannot be used
     */
    public static Map<String, ExpectedCalls> read(Path file, Set<String> calendars) {
        return Map.copyOf(new TreeMap<>(YamlTable.read(file, "sources", Entry.class, (source, entry) -> {
            if (!calendars.contains(entry.calendar())) {
                throw new IllegalArgumentException("there is no calendar " + entry.calendar()
                        + " in rules/calendars; there are " + calendars);
            }
            return new ExpectedCalls(source, Parameter.durationOf(entry.expectEvery()), entry.calendar(),
                    entry.meaning());
        })));
    }
}
