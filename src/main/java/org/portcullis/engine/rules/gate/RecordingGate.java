package org.portcullis.engine.rules.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.drl.ast.descr.GlobalDescr;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.source.DrlFile;
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
    }

    /** The gate of a folder; groups with a rule that could not be read to the last word are for the engine. */
    public static RecordingGate of(List<DrlFile> files, ClassLoader loader) {
        List<Class<?>> types = new ArrayList<>();
        Map<String, Group> groups = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (DrlFile file : files) {
            String name = file.rules().isEmpty() ? "" : file.rules().get(0).agendaGroup();
            Group group = seen.add(name) ? group(file, name, loader, types) : null;
            if (group == null) {
                groups.remove(name);
            } else {
                groups.put(name, group);
            }
        }
        return new RecordingGate(types, groups);
    }

    private static @Nullable Group group(DrlFile file, String name, ClassLoader loader, List<Class<?>> types) {
        List<GlobalDescr> globals = file.syntax() == null ? List.of() : file.syntax().getGlobals();
        GateReader reader = new GateReader(file, loader, types);
        Class<?> recorder = globals.size() == 1 ? reader.imported(globals.get(0).getType()) : null;
        if (name.isEmpty() || recorder == null) {
            return null;
        }
        List<RecordingRule> rules = new ArrayList<>();
        for (DrlRule rule : file.rules()) {
            RecordingRule read = isPlain(rule, name)
                    ? reader.recording(rule, globals.get(0).getIdentifier(), recorder) : null;
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

    /** Lays out the facts of one run; null when only the engine can say which patterns one of them meets. */
    public @Nullable RecordingRun about(List<Object> facts) {
        FactTable table = new FactTable(types);
        return table.lay(facts) ? new RecordingRun(groups, table) : null;
    }
}
