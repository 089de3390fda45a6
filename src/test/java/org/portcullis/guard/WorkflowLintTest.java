package org.portcullis.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.engine.workflow.WorkflowLint;

/** Shipped workflows can be read, drawn and kept, and call nothing but beans that exist. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WorkflowLintTest {

    private static final Pattern NAMED = Pattern.compile("@(?:Component|Service|Named)\\(\"(\\w+)\"\\)");
    private static final Pattern TYPE = Pattern.compile("@(?:Component|Service)\\b[^{;]*?\\bclass (\\w+)");
    private static final Pattern FACTORY = Pattern.compile("@Bean\\b[^{;]*?(\\w+)\\([^{;]*\\{");

    @Test
    void every_shipped_workflow_is_well_made() {
        assertThat(faults(Repository.HERE.resolve("workflows"))).isEmpty();
    }

    @Test
    void there_are_workflows_to_read() {
        assertThat(Repository.files(Repository.HERE.resolve("workflows"), ".bpmn")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"is not of the form OrderLifecycleProcess", "historyTimeToLive", "Activity_1a2b3c",
        "asyncBefore", "needs a name in words", "is missing in the diagram", "scriptTask"})
    void each_badly_made_workflow_is_named_with_the_way_out(String sentence) {
        assertThat(faults(Repository.sample("workflows")))
                .anySatisfy(fault -> assertThat(fault).startsWith("order/generated.bpmn:").contains(sentence));
    }

    private static List<String> faults(Path folder) {
        WorkflowLint lint = new WorkflowLint(WorkflowLintTest::beans);
        return Repository.files(folder, ".bpmn").stream().flatMap(file -> lint
                .problems(folder.relativize(file).toString().replace('\\', '/'), bytes(file)).stream()).toList();
    }

    /** Names of the beans that the sources declare. */
    private static Set<String> beans() {
        Set<String> names = new TreeSet<>();
        for (Path file : Repository.files(Repository.HERE.resolve("src/main/java"), ".java")) {
            String text = Repository.text(file);
            NAMED.matcher(text).results().forEach(hit -> names.add(hit.group(1)));
            FACTORY.matcher(text).results().forEach(hit -> names.add(hit.group(1)));
            TYPE.matcher(text).results().map(hit -> hit.group(1))
                    .forEach(name -> names.add(Character.toLowerCase(name.charAt(0)) + name.substring(1)));
        }
        return names;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }
}
