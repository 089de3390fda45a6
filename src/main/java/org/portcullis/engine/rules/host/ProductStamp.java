package org.portcullis.engine.rules.host;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.ids.ContentHash;

/**
 * Tells one build of the product from another: names, sizes and times of the files that its classes and those of the
 * rule engine come from, and the Java that runs them.
 */
public final class ProductStamp {

    private static final String RULE_ENGINE = "org/kie/api/KieServices.class";
    private static final String OURSELVES = ProductStamp.class.getName().replace('.', '/') + ".class";

    private ProductStamp() {
    }

    /** The stamp; null where the files cannot be told, as when classes come over a network. */
    public static @Nullable String of(ClassLoader application) {
        List<String> parts = new ArrayList<>();
        Collections.addAll(parts, System.getProperty("java.vm.version"), System.getProperty("java.vm.vendor"));
        Set<String> sources = new LinkedHashSet<>(
                List.of(System.getProperty("java.class.path", "").split(File.pathSeparator)));
        try {
            for (String resource : List.of(OURSELVES, RULE_ENGINE)) {
                String source = source(application.getResource(resource), resource);
                if (source == null) {
                    return null;
                }
                sources.add(source);
            }
            sources.removeIf(String::isBlank);
            for (String source : sources) {
                parts.add(source);
                int inside = source.indexOf('!');
                add(Path.of(inside < 0 ? source : source.substring(0, inside).replaceFirst("/$", "")), parts);
            }
        } catch (IOException | IllegalArgumentException unclear) {
            return null;
        }
        return ContentHash.hex(parts);
    }

    /** File or folder of a class, with what is inside the file after an exclamation mark. */
    private static @Nullable String source(@Nullable URL found, String resource) {
        String url = found == null ? "" : found.toString();
        String within = url.endsWith(resource) ? url.substring(0, url.length() - resource.length()) : "";
        within = within.replaceFirst("^jar:", "").replaceFirst("^nested:", "file:");
        int inside = within.indexOf('!');
        String file = inside < 0 ? within : within.substring(0, inside);
        return file.startsWith("file:") ? Path.of(URI.create(file)) + (inside < 0 ? "" : within.substring(inside))
                : null;
    }

    private static void add(Path source, List<String> parts) throws IOException {
        if (Files.isDirectory(source)) {
            List<String> inside = new ArrayList<>();
            Files.walkFileTree(source, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    inside.add(stamp(source.relativize(file), attributes));
                    return FileVisitResult.CONTINUE;
                }
            });
            Collections.sort(inside);
            parts.addAll(inside);
        } else if (Files.isRegularFile(source)) {
            parts.add(stamp(source, Files.readAttributes(source, BasicFileAttributes.class)));
        }
    }

    private static String stamp(Path file, BasicFileAttributes attributes) {
        return file + " " + attributes.size() + " " + attributes.lastModifiedTime().toMillis();
    }
}
