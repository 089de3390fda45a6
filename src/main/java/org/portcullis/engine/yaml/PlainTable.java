package org.portcullis.engine.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.yaml.PlainYaml.NotPlain;

/**
 * The entries of a section of a file that is plain and without a fault.
 *
 * @param entries in the order of the file
 * @param <S>     their shape
 */
record PlainTable<S>(List<Entry<S>> entries) {

    /**
     * One entry.
     *
     * @param line   where its name stands
     * @param name   its name
     * @param fields what is said of it
     */
    record Entry<S>(int line, String name, S fields) {
    }

    /** The entries; none when the section is not there; null when it takes more than this to read the file. */
    static <S> @Nullable PlainTable<S> read(Path file, String key, Set<String> sections, Class<S> shape) {
        try {
            YamlNode root = PlainYaml.read(Files.readString(file));
            return root instanceof YamlNode.Table table && distinct(table) ? section(table, key, sections, shape)
                    : null;
        } catch (IOException | NotPlain toBeSaidByOthers) {
            return null;
        }
    }

    private static <S> @Nullable PlainTable<S> section(YamlNode.Table root, String key, Set<String> sections,
            Class<S> shape) {
        List<Entry<S>> entries = new ArrayList<>();
        boolean only = sections.size() == 1;
        for (YamlNode.Entry section : root.entries()) {
            String name = name(section);
            if (!sections.contains(name) || !(section.value() instanceof YamlNode.Table table)
                    || only && root.entries().size() > 1) {
                return null;
            }
            if (name.equals(key)) {
                RecordShape<S> form = RecordShape.of(shape);
                for (YamlNode.Entry each : table.entries()) {
                    entries.add(new Entry<>(each.key().line(), name(each), form.of(each.value())));
                }
            }
        }
        return new PlainTable<>(entries);
    }

    /** Whether no name is given twice, anywhere. */
    private static boolean distinct(YamlNode node) {
        if (node instanceof YamlNode.Table table) {
            Set<String> names = new HashSet<>();
            for (YamlNode.Entry each : table.entries()) {
                if (!names.add(name(each)) || !distinct(each.value())) {
                    return false;
                }
            }
        } else if (node instanceof YamlNode.Row row) {
            for (YamlNode item : row.items()) {
                if (!distinct(item)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String name(YamlNode.Entry entry) {
        return ((YamlNode.Text) entry.key()).text();
    }

    /** The words that the entries become. */
    <W> Map<String, W> words(Path file, BiFunction<String, S, W> word) {
        Map<String, W> words = new LinkedHashMap<>();
        for (Entry<S> each : entries) {
            words.put(each.name(), YamlTable.word(file, each.line(), each.name(), each.fields(), word));
        }
        return words;
    }
}
