package org.portcullis.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Every library has a reason that is written down. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DependenciesTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+:[^`]+)` \\| *(\\S.*?) *\\|$");

    @Test
    void every_library_of_the_pom_has_its_reason() throws Exception {
        assertThat(faults(Repository.HERE.resolve("pom.xml"), Repository.HERE.resolve("docs/dependencies.md")))
                .isEmpty();
    }

    @Test
    void a_library_without_a_reason_and_a_reason_without_a_library_are_named() throws Exception {
        Path samples = Repository.sample("dependencies");
        assertThat(faults(samples.resolve("pom.xml"), samples.resolve("dependencies.md")))
                .anyMatch(fault -> fault.contains("org.example:unexplained"))
                .anyMatch(fault -> fault.contains("org.example:gone")).hasSize(2);
    }

    private static List<String> faults(Path pom, Path document) throws Exception {
        Set<String> explained = ROW.matcher(Repository.text(document)).results().map(hit -> hit.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> used = used(pom);
        List<String> faults = new ArrayList<>();
        used.stream().filter(library -> !explained.contains(library)).forEach(library -> faults.add(library
                + " has no row in docs/dependencies.md; write why it is there, or do without it"));
        explained.stream().filter(library -> !used.contains(library)).forEach(library -> faults.add(library
                + " is explained but no longer in pom.xml; remove its row"));
        return faults;
    }

    private static Set<String> used(Path pom) throws Exception {
        Element project = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile())
                .getDocumentElement();
        Set<String> used = new TreeSet<>();
        for (Element dependencies : children(project, "dependencies")) {
            for (Element dependency : children(dependencies, "dependency")) {
                used.add(text(dependency, "groupId") + ":" + text(dependency, "artifactId"));
            }
        }
        return used;
    }

    private static String text(Element parent, String name) {
        return children(parent, name).get(0).getTextContent().strip();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
