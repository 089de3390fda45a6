package org.portcullis.engine.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WorkflowLintTest {

    private static final String FILE = "test/SampleWaitProcess.bpmn";
    private final WorkflowLint lint = new WorkflowLint(() -> Set.of("askDesk"));

    @Test
    void a_good_model_has_no_problem() {
        assertThat(problems(SampleModel.TEXT)).isEmpty();
    }

    @Test
    @DisplayName("BPMN lint: every model that is shipped is safe, named, drawn and small")
    void every_model_that_is_shipped_is_good() throws IOException {
        WorkflowLint shipped = new WorkflowLint(() -> Set.of("submitOrder", "declineOrder", "expireOrder",
                "cancelStaleOrder", "recordApprover",
                "recordRiskOfficer", "applyCaseAnswer", "closeWeakest", "openStronger", "giveUpRotation",
                "compensateRotation", "recordRearmer", "rearmBreaker"));
        Path folder = Path.of("workflows");
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> models = files.filter(file -> file.toString().endsWith(".bpmn")).toList();
            assertThat(models).isNotEmpty();
            for (Path model : models) {
                assertThat(shipped.problems(folder.relativize(model).toString(), Files.readAllBytes(model))).isEmpty();
            }
        }
    }

    @ParameterizedTest(name = "[{index}] {2}")
    @CsvSource(delimiter = '~', textBlock = """
            <bpmn:serviceTask id="Task_AskDesk"~<bpmn:scriptTask id="Task_AskDesk"~<scriptTask> is not permitted
            camunda:delegateExpression="${askDesk}"~camunda:class="java.lang.Runtime"~camunda:class is not permitted
            camunda:delegateExpression="${askDesk}"~camunda:expression="${askDesk.run()}"~camunda:expression is not
            camunda:delegateExpression="${askDesk}"~camunda:delegateExpression="${runtime}"~${runtime} is not one of
            camunda:delegateExpression="${askDesk}"~camunda:delegateExpression="${askDesk.getClass()}"~is not one of
            ${agreed == true}~${''.getClass().forName('java.lang.Runtime')}~is not permitted
            ${agreed == true}~#{agreed}~is not permitted
            ${agreed == true}~agreed~a condition must be an expression
            <bpmn:endEvent id="EndEvent_Over"~<bpmn:callActivity id="Task_Over"~<callActivity> is not permitted
            camunda:asyncBefore="true"~camunda:asyncBefore="false"~Task_AskDesk needs camunda:asyncBefore
            camunda:historyTimeToLive="P90D"~camunda:historyTimeToLive=""~needs camunda:historyTimeToLive
            id="Task_AskDesk"~id="Task_1lvjtd4"~is not of the form Task_
            name="Agreed?"~name="Agreed"~must ask a question
            name="Ask desk"~name=""~Task_AskDesk needs a name
            isExecutable="true"~isExecutable="false"~must be executable
            <bpmn:definitions~<!DOCTYPE d [<!ENTITY x SYSTEM "file:///x">]><bpmn:definitions~DOCTYPE is not permitted
            name="Ask desk"~name="${java}"~would be evaluated
            </bpmn:definitions>~~not readable
            """)
    void a_broken_model_is_refused(String good, String bad, String sentence) {
        assertThat(SampleModel.TEXT).contains(good);
        String broken = SampleModel.TEXT.replace(good, bad == null ? "" : bad);
        assertThat(problems(broken)).anySatisfy(problem -> assertThat(problem).startsWith(FILE + ":")
                .contains(sentence));
    }

    @Test
    void a_timer_that_repeats_is_refused() {
        assertThat(problems(SampleModel.TEXT.replace("timeDuration", "timeCycle").replace("PT3M", "R/PT0S")))
                .anySatisfy(problem -> assertThat(problem).contains("<timeCycle> is not permitted"));
    }

    @Test
    void an_element_without_a_place_in_the_diagram_is_named() {
        String broken = SampleModel.TEXT.replace("bpmnElement=\"Flow_Agreed\"", "bpmnElement=\"Flow_Gone\"");
        assertThat(problems(broken)).singleElement().asString().contains("Flow_Agreed is missing in the diagram");
    }

    @Test
    void a_process_with_another_name_than_its_file_is_refused() {
        assertThat(lint.problems("test/OtherProcess.bpmn", SampleModel.TEXT.getBytes(StandardCharsets.UTF_8)))
                .anySatisfy(problem -> assertThat(problem).contains("must be named SampleWaitProcess.bpmn"));
    }

    private List<String> problems(String model) {
        return lint.problems(FILE, model.getBytes(StandardCharsets.UTF_8));
    }
}
