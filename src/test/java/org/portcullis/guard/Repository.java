package org.portcullis.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of the checkout as text, for the guards that read sources, rules, routes and documents. */
final class Repository {

    /** The folder of the checkout; Maven runs the tests there. */
    static final Path HERE = Path.of("").toAbsolutePath();

    private static final Path SAMPLES = HERE.resolve("src/test/resources/guard-samples");
    private static final Set<String> NOT_OURS = Set.of(".git", "target", "data", "node_modules", ".idea", ".vscode",
            "guard-samples");

    private Repository() {
    }

    /** A folder of broken samples. */
    static Path sample(String family) {
        Path folder = SAMPLES.resolve(family);
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("no samples in " + folder);
        }
        return folder;
    }

    /** Files under a folder whose names end in one of the endings, sorted; none when the folder is missing. */
    static List<Path> files(Path folder, String... endings) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).filter(file -> ours(folder, file))
                    .filter(file -> endings.length == 0
                            || Arrays.stream(endings).anyMatch(file.getFileName().toString()::endsWith))
                    .sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list " + folder, unreadable);
        }
    }

    /** The text of a file. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    /** The path as the checkout knows it, with slashes on every platform. */
    static String name(Path file) {
        return HERE.relativize(file.toAbsolutePath()).toString().replace('\\', '/');
    }

    private static boolean ours(Path folder, Path file) {
        for (Path part : folder.relativize(file)) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }
}
