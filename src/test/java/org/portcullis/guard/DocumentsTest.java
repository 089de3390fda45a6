package org.portcullis.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What documents say about the code is made from the code, and their links lead somewhere. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DocumentsTest {

    private static final Path DOCUMENTS = Repository.HERE.resolve("docs");
    private static final Path SOURCES = Repository.HERE.resolve("src/main/java/org/portcullis");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|mailto:|#)([^)#\\s]+)");

    @Test
    void the_architecture_lists_the_rooms_and_what_they_use() {
        GeneratedText.check(DOCUMENTS.resolve("ARCHITECTURE.md"), "rooms", rooms());
    }

    @Test
    void the_glossary_lists_every_type_that_rooms_show_each_other() {
        GeneratedText.check(DOCUMENTS.resolve("glossary.md"), "types", types());
    }

    @Test
    void links_lead_somewhere() {
        assertThat(deadLinks(Repository.HERE)).isEmpty();
    }

    @Test
    void a_dead_link_is_named() {
        assertThat(deadLinks(Repository.sample("documents"))).singleElement().asString()
                .contains("broken.md").contains("missing.md");
    }

    @Test
    void a_part_that_is_out_of_date_is_noticed() {
        String document = "before\n<!-- generated: part -->\n\nold\n\n<!-- end -->\nafter\n";
        assertThat(GeneratedText.replaced(document, "part", "new")).contains("new").doesNotContain("old")
                .startsWith("before").endsWith("after\n");
        assertThat(GeneratedText.replaced(document, "part", "old")).isEqualTo(document);
    }

    private static String rooms() {
        StringBuilder table = new StringBuilder("| room | is | uses |\n|---|---|---|");
        for (String room : Rooms.ORDER) {
            table.append("\n| `").append(room).append("` | ").append(sentence(room)).append(" | ")
                    .append(String.join(" ", uses(room))).append(" |");
        }
        return table.toString();
    }

    private static String sentence(String room) {
        Path info = SOURCES.resolve(room).resolve("package-info.java");
        if (!Files.exists(info)) {
            return "";
        }
        String text = Repository.text(info);
        String comment = text.substring(text.indexOf("/**") + 3, text.indexOf("*/")).replaceAll("\\s*\\n\\s*\\*?", " ")
                .replaceAll("\\{@code ([^}]*)}", "`$1`").replaceAll("<sup>(.*?)</sup>", "^$1").replace("<p>", "")
                .replaceAll("May import .*", "").replaceAll("\\s+", " ").strip();
        int end = comment.indexOf(". ");
        return end < 0 ? comment : comment.substring(0, end + 1);
    }

    private static Set<String> uses(String room) {
        Set<String> used = new TreeSet<>((a, b) -> Rooms.ORDER.indexOf(a) - Rooms.ORDER.indexOf(b));
        for (JavaClass type : Rooms.product()) {
            if (room(type).equals(room)) {
                type.getDirectDependenciesFromSelf().stream()
                        .map(use -> room(use.getTargetClass().getBaseComponentType()))
                        .filter(other -> !other.isEmpty() && !other.equals(room)).forEach(used::add);
            }
        }
        return used;
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        String inside = name.startsWith(Rooms.ROOT + ".") ? name.substring(Rooms.ROOT.length() + 1).split("\\.")[0]
                : "";
        return Rooms.ORDER.contains(inside) ? inside : "";
    }

    private static String types() {
        StringBuilder table = new StringBuilder("| room | type | is |\n|---|---|---|");
        for (String room : Rooms.ORDER) {
            List<Path> files = Repository.files(SOURCES.resolve(room), ".java").stream()
                    .filter(file -> file.getParent().equals(SOURCES.resolve(room)))
                    .filter(file -> !file.getFileName().toString().equals("package-info.java")).toList();
            for (JavaSource source : JavaSource.parse(files)) {
                source.types().stream().filter(type -> type.topLevel() && type.open())
                        .forEach(type -> table.append("\n| ")
                        .append(room).append(" | `").append(type.name()).append("` | ")
                        .append(type.sentence().replace("|", "\\|")).append(" |"));
            }
        }
        return table.toString();
    }

    private static List<String> deadLinks(Path root) {
        List<String> faults = new ArrayList<>();
        for (Path file : Repository.files(root, ".md")) {
            LINK.matcher(Repository.text(file)).results().map(hit -> hit.group(1))
                    .filter(target -> !Files.exists(file.getParent().resolve(target)))
                    .forEach(target -> faults.add(root.relativize(file) + " links to " + target
                            + ", which does not exist; mend the link or write the file"));
        }
        return faults;
    }
}
