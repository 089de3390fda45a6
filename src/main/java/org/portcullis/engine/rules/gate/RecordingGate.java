package org.portcullis.engine.rules.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.source.DrlFile;
import org.portcullis.engine.rules.source.DrlHeader;
import org.portcullis.engine.rules.source.DrlRule;

/**
 * Answers for the groups of one folder that do nothing but record what their rules record of some facts, where that is
 * certain without the engine: every condition and every consequence was read to the last word, and there is one fact of
 * each type. Rules change no fact and see nothing but facts, so each that meets its facts fires once, in the order of
 * the file. Immutable and safe to share between threads.
 */
public final class RecordingGate {

    private final Class<?>[] types;
    private final Map<String, Group> groups;

    private RecordingGate(List<Class<?>> types, Map<String, Group> groups) {
        this.types = types.toArray(Class<?>[]::new);
        this.groups = Map.copyOf(groups);
    }

    /**
     * One group.
     *
     * @param recorder what its rules write into
     */
    record Group(Class<?> recorder, RecordingRule[] rules) {

        /** Whether one of its rules looks at facts of which there are several. */
        boolean meetsSeveral(FactTable table) {
            for (RecordingRule rule : rules) {
                for (RuleGate.Pattern pattern : rule.patterns()) {
                    if (table.several(pattern.slot()) != null) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    /** The gate of a folder; groups with a rule that could not be read to the last word are for the engine. */
    public static RecordingGate of(List<DrlFile> files, ClassLoader loader) {
        List<Class<?>> types = new ArrayList<>();
        Map<String, Group> groups = new HashMap<>();
        Set<String> seen = new HashSet<>();
        Map<String, Integer> readers = readers(files);
        for (DrlFile file : files) {
            String name = file.rules().isEmpty() ? "" : file.rules().get(0).agendaGroup();
            Group group = seen.add(name) ? group(file, name, loader, types, readers) : null;
            if (group == null) {
                groups.remove(name);
            } else {
                groups.put(name, group);
            }
        }
        return new RecordingGate(types, groups);
    }

    /** In the conditions of how many rules each word stands. */
    private static Map<String, Integer> readers(List<DrlFile> files) {
        Map<String, Integer> readers = new HashMap<>();
        for (DrlFile file : files) {
            for (DrlRule rule : file.rules()) {
                Set<String> words = new HashSet<>();
                rule.when().forEach(word -> words.add(word.text()));
                words.forEach(word -> readers.merge(word, 1, Integer::sum));
            }
        }
        return readers;
    }

    private static @Nullable Group group(DrlFile file, String name, ClassLoader loader, List<Class<?>> types,
            Map<String, Integer> readers) {
        List<DrlHeader.Global> globals = file.header() == null ? List.of() : file.header().globals();
        GateReader reader = new GateReader(file, loader, types);
        Class<?> recorder = globals.size() == 1 ? reader.imported(globals.get(0).type()) : null;
        if (name.isEmpty() || recorder == null) {
            return null;
        }
        List<RecordingRule> rules = new ArrayList<>();
        for (DrlRule rule : file.rules()) {
            RecordingRule read = isPlain(rule, name)
                    ? reader.recording(rule, globals.get(0).name(), recorder, readers) : null;
            if (read == null) {
                return null;
            }
            rules.add(read);
        }
        return new Group(recorder, rules.toArray(RecordingRule[]::new));
    }

    /** Whether the rule has no attribute but the group that it shares with the others. */
    private static boolean isPlain(DrlRule rule, String group) {
        return rule.plain() && rule.agendaGroup().equals(group);
    }

    /** Whether the rules of a group can be told here at all. */
    public boolean knows(String group) {
        return groups.containsKey(group);
    }

    /** Those groups, to be asked together about the same facts; null when the engine has to be asked about one. */
    public @Nullable RecordingPanel panel(List<String> names) {
        List<Group> asked = new ArrayList<>();
        for (String name : names) {
            Group group = groups.get(name);
            if (group == null) {
                return null;
            }
            asked.add(group);
        }
        return new RecordingPanel(types, names, asked);
    }

    /** Lays out the facts of one run; null when only the engine can say which patterns one of them meets. */
    public @Nullable RecordingRun about(List<Object> facts) {
        FactTable table = new FactTable(types);
        return table.lay(facts.toArray(), facts.size()) ? new RecordingRun(groups, table) : null;
    }
}
