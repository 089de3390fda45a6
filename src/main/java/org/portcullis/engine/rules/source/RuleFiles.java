package org.portcullis.engine.rules.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.home.FilesBelow;
import org.portcullis.engine.rules.RuleProblem;

/** Reads the rules folder: every folder that holds {@code *.drl} files directly is a rule base. */
public final class RuleFiles {

    private final Path root;
    private final int fileBytesMax;

    /**
     * A reader of one folder.
     *
     * @param root         the rules folder
     * @param fileBytesMax larger files are reported, not read
     */
    public RuleFiles(Path root, int fileBytesMax) {
        this.root = root;
        this.fileBytesMax = fileBytesMax;
    }

    /**
     * Reads every rule base, sorted by name.
     *
     * @throws UncheckedIOException when the folder itself cannot be walked
     */
    public SortedMap<String, RuleFolder> read() {
        SortedMap<String, SortedMap<String, Path>> found = new TreeMap<>();
        drlFiles().forEach((name, path) -> {
            String folder = name.contains("/") ? name.substring(0, name.lastIndexOf('/')) : ".";
            found.computeIfAbsent(folder, created -> new TreeMap<>()).put(name, path);
        });
        SortedMap<String, RuleFolder> folders = new TreeMap<>();
        found.forEach((folder, files) -> folders.put(folder, folder(folder, files)));
        return folders;
    }

    /** Differs whenever a name or content does; times and sizes are not trusted, editors and copies keep them. */
    public String stamp() {
        return RuleFolder.version(read().values());
    }

    /** By the name relative to the root, sorted. The root may be a link, and it may be turned to another folder. */
    private SortedMap<String, Path> drlFiles() {
        if (!Files.isDirectory(root)) {
            throw new UncheckedIOException(new IOException("no such rules folder: " + root.toAbsolutePath()));
        }
        try {
            Path real = root.toRealPath();
            SortedMap<String, Path> files = new TreeMap<>();
            FilesBelow.of(real, RuleFolder.SUFFIX)
                    .forEach(file -> files.put(real.relativize(file).toString().replace('\\', '/'), file));
            return files;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private RuleFolder folder(String name, Map<String, Path> found) {
        List<RuleFile> files = new ArrayList<>();
        List<RuleProblem> problems = new ArrayList<>();
        found.forEach((file, path) -> {
            RuleFile read = file(name, file, path, problems);
            if (read != null) {
                files.add(read);
            }
        });
        return new RuleFolder(name, files, problems);
    }

    private @Nullable RuleFile file(String folder, String name, Path path, List<RuleProblem> problems) {
        if (folder.equals(".")) {
            problems.add(new RuleProblem(name, 1, "lies in no folder: move it into the folder of its room"));
            return null;
        }
        try {
            long size = Files.size(path);
            if (size > fileBytesMax) {
                problems.add(new RuleProblem(name, 1, "has " + size + " bytes; a rule file has at most "
                        + fileBytesMax + ": split it by question"));
                return null;
            }
            byte[] bytes = Files.readAllBytes(path);
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return new RuleFile(name, folder, text);
        } catch (CharacterCodingException notUtf8) {
            problems.add(new RuleProblem(name, 1, "is not UTF-8 text: save it as UTF-8"));
        } catch (IOException unreadable) {
            problems.add(new RuleProblem(name, 1, "cannot be read: " + unreadable));
        }
        return null;
    }
}
