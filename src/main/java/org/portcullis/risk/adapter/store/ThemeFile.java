package org.portcullis.risk.adapter.store;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import org.portcullis.engine.yaml.YamlTable;
import org.portcullis.risk.domain.exposure.ThemeBook;

/** Reads {@code rules/themes.yaml}. */
public final class ThemeFile {

    private ThemeFile() {
    }

    /** One entry as it stands in the file. */
    record Entry(String meaning, Set<String> assets) {
    }

    /**
     * Reads every theme.
     *
     * @throws IllegalArgumentException naming file and line, when the file cannot be used
     */
    public static ThemeBook read(Path file) {
        return new ThemeBook(new TreeMap<>(YamlTable.read(file, "themes", Entry.class, ThemeFile::assets)));
    }

    private static Set<String> assets(String theme, Entry entry) {
        if (theme.equals(ThemeBook.OTHER) || entry.assets().isEmpty()) {
            throw new IllegalArgumentException(theme + " must name assets, and " + ThemeBook.OTHER
                    + " is the theme of those that no other names");
        }
        return entry.assets();
    }
}
