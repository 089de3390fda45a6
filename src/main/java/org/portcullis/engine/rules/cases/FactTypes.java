package org.portcullis.engine.rules.cases;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.source.DrlFile;
import org.portcullis.engine.rules.source.ImportedTypes;

/** The types a rule file imports, by the simple names that its case table uses. */
final class FactTypes {

    private final Map<String, Class<?>> types = new LinkedHashMap<>();

    FactTypes(DrlFile drl) {
        ClassLoader loader = FactTypes.class.getClassLoader();
        for (String imported : Objects.requireNonNull(drl.header(), "a compiled file").imports()) {
            Class<?> type = ImportedTypes.find(imported, loader);
            if (type != null) {
                types.put(type.getSimpleName(), type);
            }
        }
    }

    /** Why there can be no such column; null when there can. */
    @Nullable String problemWith(String column) {
        List<String> path = List.of(column.split("\\."));
        Class<?> type = types.get(typeName(path.get(0)));
        if (type == null) {
            return "column " + column + ": the rule file imports no " + typeName(path.get(0)) + "; it imports "
                    + types.keySet();
        }
        for (String name : path.subList(1, path.size())) {
            RecordComponent component = component(type, name);
            if (component == null) {
                return "column " + column + ": " + type.getSimpleName() + " has no component " + name + "; it has "
                        + componentNames(type);
            }
            type = component.getType();
        }
        return null;
    }

    /** The facts of a case by column prefix: those with columns and no {@code -} in the column of the bare type. */
    Map<String, Class<?>> present(Map<String, String> cells) {
        Map<String, Class<?>> present = new LinkedHashMap<>();
        for (String column : cells.keySet()) {
            String prefix = column.contains(".") ? column.substring(0, column.indexOf('.')) : column;
            if (!cells.getOrDefault(prefix, "").equals("-")) {
                present.putIfAbsent(prefix, Objects.requireNonNull(types.get(typeName(prefix))));
            }
        }
        return present;
    }

    private static String typeName(String prefix) {
        return prefix.replaceFirst("#\\d+$", "");
    }

    private static @Nullable RecordComponent component(Class<?> type, String name) {
        if (!type.isRecord()) {
            return null;
        }
        return Arrays.stream(type.getRecordComponents()).filter(component -> component.getName().equals(name))
                .findFirst().orElse(null);
    }

    private static String componentNames(Class<?> type) {
        return !type.isRecord() ? "none" : Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName)
                .collect(Collectors.joining(", "));
    }
}
