package org.portcullis.engine.home;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;

/**
 * Files that people, editors and containers put into a folder. Links are followed; what is hidden is not meant:
 * editors keep drafts and locks so, and containers keep there, beside links to it, the very files that they hand over.
 */
public final class FilesBelow {

    private FilesBelow() {
    }

    /**
     * What ends so, sorted by path. A link that leads nowhere is among it: reading it tells of it, whereas without it a
     * file would be missed by nobody.
     *
     * @throws IOException when the folder or one below it cannot be read, or links lead around in a ring
     */
    public static List<Path> of(Path folder, String ending) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes is) {
                        return below.equals(folder) || !hidden(below) ? FileVisitResult.CONTINUE
                                : FileVisitResult.SKIP_SUBTREE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
                        if (file.toString().endsWith(ending) && !hidden(file)) {
                            found.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        Collections.sort(found);
        return found;
    }

    private static boolean hidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }
}
