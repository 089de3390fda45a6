package org.portcullis.engine.yaml;

import java.util.List;

/** A part of a YAML file with the line it begins on, counted from 1. */
public sealed interface YamlNode {

    /** The line it begins on. */
    int line();

    /**
     * One value.
     *
     * @param text  as it reads, without quotes
     * @param plain whether it stands there without quotes
     */
    record Text(int line, String text, boolean plain) implements YamlNode {
    }

    /**
     * Values by name, in order; a name that is given twice stands here twice.
     *
     * @param entries names and values
     */
    record Table(int line, List<Entry> entries) implements YamlNode {
        public Table {
            entries = List.copyOf(entries);
        }
    }

    /**
     * Values one after the other.
     *
     * @param items the values
     */
    record Row(int line, List<YamlNode> items) implements YamlNode {
        public Row {
            items = List.copyOf(items);
        }
    }

    /**
     * One entry of a table.
     *
     * @param key   its name, plain text in all but strange files
     * @param value what is said of it
     */
    record Entry(YamlNode key, YamlNode value) {
    }
}
