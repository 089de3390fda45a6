package org.portcullis.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every package says what it is for and refuses null; every room says what it may import; every public type explains
 * itself.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PackagesTest {

    private static final Path SOURCES = Repository.HERE.resolve("src/main/java/org/portcullis");
    private static final Pattern SENTENCE = Pattern.compile("(?s)\\s*/\\*\\*\\s*(\\*\\s*)?[A-Z].{10,}?\\..*\\*/.*");
    private static final Pattern NULL_MARKED = Pattern.compile("(?s).*@NullMarked\\s+package .*");

    @Test
    void every_package_says_what_it_is_for_and_refuses_null() {
        assertThat(packageFaults(SOURCES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"bare,has no package-info.java", "silent,has no sentence", "nullable,is not @NullMarked",
        "kernel,does not say what it may import"})
    void each_package_that_does_not_is_named(String name, String sentence) {
        assertThat(packageFaults(Repository.sample("packages"))).anySatisfy(fault ->
                assertThat(fault).startsWith(name + " ").contains(sentence));
    }

    @Test
    void every_listed_room_is_a_package() {
        assertThat(Rooms.ORDER).allSatisfy(room -> assertThat(SOURCES.resolve(room).resolve("package-info.java"))
                .as("the row names a room that does not exist: a guard over nothing guards nothing").exists());
    }

    @Test
    void every_public_type_explains_itself() {
        assertThat(silentTypes(SOURCES)).isEmpty();
    }

    @Test
    void a_public_type_without_javadoc_is_named() {
        assertThat(silentTypes(Repository.sample("packages"))).singleElement().asString().contains("Mute");
    }

    private static List<String> packageFaults(Path root) {
        TreeSet<Path> folders = new TreeSet<>();
        Repository.files(root, ".java").forEach(file -> folders.add(file.getParent()));
        folders.remove(root);
        List<String> faults = new ArrayList<>();
        for (Path folder : folders) {
            String name = root.relativize(folder).toString().replace('\\', '.').replace('/', '.');
            Path info = folder.resolve("package-info.java");
            if (!Files.exists(info)) {
                faults.add(name + " has no package-info.java; write one sentence on what the package is for");
                continue;
            }
            String text = Repository.text(info);
            if (!SENTENCE.matcher(text).matches()) {
                faults.add(name + " has no sentence in its package-info.java; say what the package is for");
            }
            if (!NULL_MARKED.matcher(text).matches()) {
                faults.add(name + " is not @NullMarked; annotate the package and mark the few things that may be null");
            }
            if (lacksImports(name, text)) {
                faults.add(name + " does not say what it may import; name the rooms on its left");
            }
        }
        return faults;
    }

    private static boolean lacksImports(String name, String text) {
        String comment = text.contains("*/") ? text.substring(0, text.indexOf("*/")) : "";
        return Rooms.ORDER.contains(name) && !comment.contains("import");
    }

    private static List<String> silentTypes(Path root) {
        List<Path> files = Repository.files(root, ".java").stream()
                .filter(file -> !file.getFileName().toString().equals("package-info.java")).toList();
        return JavaSource.parse(files).stream()
                .flatMap(source -> source.types().stream().filter(type -> type.topLevel() && type.open())
                        .filter(type -> type.sentence().isBlank())
                        .map(type -> Repository.name(source.file()) + ": " + type.name()
                                + " has no javadoc; say in a sentence what it is, with units and ranges"))
                .toList();
    }
}
