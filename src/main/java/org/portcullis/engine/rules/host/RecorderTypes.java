package org.portcullis.engine.rules.host;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.source.DrlFile;
import org.portcullis.engine.rules.source.DrlHeader;
import org.portcullis.engine.rules.source.ImportedTypes;

/** The globals a folder's files declare: what their rules write into. Immutable. */
final class RecorderTypes {

    private final Map<String, Class<?>> declared = new TreeMap<>();
    private final Map<String, String> nameOfGroup = new HashMap<>();

    /** Of files that the sandbox has passed: every type is imported by its full name. */
    RecorderTypes(List<DrlFile> files, ClassLoader loader) {
        for (DrlFile file : files) {
            DrlHeader header = Objects.requireNonNull(file.header(), "a readable file");
            for (DrlHeader.Global global : header.globals()) {
                declared.put(global.name(), type(header, global.type(), loader));
                nameOfGroup.put(file.rules().get(0).agendaGroup(), global.name());
            }
        }
    }

    private static Class<?> type(DrlHeader header, String simpleName, ClassLoader loader) {
        for (String each : header.imports()) {
            Class<?> type = ImportedTypes.find(each, loader);
            if (type != null && type.getSimpleName().equals(simpleName)) {
                return type;
            }
        }
        throw new IllegalStateException("the sandbox let pass a global of the unknown type " + simpleName);
    }

    /** The class of the group's recorder; null when it records nothing. */
    @Nullable Class<?> typeOf(String agendaGroup) {
        String name = nameOf(agendaGroup);
        return name == null ? null : declared.get(name);
    }

    /** The name of the group's recorder; null when it records nothing. */
    @Nullable String nameOf(String agendaGroup) {
        return nameOfGroup.get(agendaGroup);
    }

    /** The globals that a recorder of this class can stand in for. */
    Set<String> namesFor(Class<?> recorder) {
        Set<String> names = new TreeSet<>();
        declared.forEach((name, type) -> {
            if (type.isAssignableFrom(recorder)) {
                names.add(name);
            }
        });
        return Set.copyOf(names);
    }

    /** All of them, for a message. */
    Map<String, Class<?>> declared() {
        return Map.copyOf(declared);
    }
}
