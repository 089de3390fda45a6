package org.portcullis.engine.rules.source;

import org.jspecify.annotations.Nullable;

/** Finds the class behind an import line. */
public final class ImportedTypes {

    private ImportedTypes() {
    }

    /** The class, also of {@code a.b.Outer.Inner}; nothing of it is run. Null when there is none. */
    public static @Nullable Class<?> find(String imported, ClassLoader loader) {
        String name = imported;
        while (true) {
            try {
                return Class.forName(name, false, loader);
            } catch (ClassNotFoundException | LinkageError notThisName) {
                int dot = name.lastIndexOf('.');
                if (dot < 0) {
                    return null;
                }
                name = name.substring(0, dot) + '$' + name.substring(dot + 1);
            }
        }
    }
}
