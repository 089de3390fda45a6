package org.portcullis.engine.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.store.TestDatabase;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WorkflowTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Instant T0 = Instant.parse("2024-12-01T10:00:00Z");
    private static final Person APPROVER = new Person("ada", Set.of("approver"));
    private static final List<String> ASKED = new ArrayList<>();
    private static int failures;
    private static TestEngine engine;
    private static WorkflowPump pump;
    private static Workflow workflow;
    private static Instant now = T0;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() throws Exception {
        JavaDelegate askDesk = execution -> {
            if (failures > 0) {
                failures--;
                throw new IllegalStateException("the desk is not there");
            }
            ASKED.add(execution.getProcessBusinessKey());
        };
        engine = TestEngine.start(DATABASE, DATABASE.transactionManager(), new HashMap<>(Map.of("askDesk", askDesk)),
                false);
        Files.createDirectories(folder.resolve("test"));
        Files.writeString(folder.resolve("test/SampleWaitProcess.bpmn"), SampleModel.TEXT);
        assertThat(engine.deploy(folder).fate()).isEqualTo(WorkflowDeployer.Fate.DEPLOYED);
        pump = WorkflowPump.inEventTime(engine.engine());
        workflow = new Workflow(engine.engine(), pump);
    }

    @AfterAll
    static void stop() {
        engine.close();
        DATABASE.close();
    }

    @BeforeEach
    void nothing_is_due() {
        pump.pump(now.plus(Duration.ofHours(12)));
        now = now.plus(Duration.ofDays(1));
        pump.pump(now);
        ASKED.clear();
        failures = 0;
    }

    @Test
    void an_unchanged_file_is_not_deployed_again_and_a_broken_one_leaves_the_version_in_force() throws Exception {
        assertThat(engine.deploy(folder).fate()).isEqualTo(WorkflowDeployer.Fate.UNCHANGED);
        Path link = Files.createSymbolicLink(folder.resolveSibling(folder.getFileName() + "-link"), folder);
        assertThat(engine.deploy(link)).as("the same behind a link")
                .isEqualTo(engine.deploy(folder)).extracting(WorkflowDeployer.Outcome::fate)
                .isEqualTo(WorkflowDeployer.Fate.UNCHANGED);
        Files.delete(link);
        Path file = folder.resolve("test/SampleWaitProcess.bpmn");
        try {
            Files.writeString(file, SampleModel.TEXT.replace("camunda:delegateExpression=\"${askDesk}\"",
                    "camunda:class=\"X\""));
            assertThat(engine.deploy(folder).problems()).singleElement().asString()
                    .startsWith("test/SampleWaitProcess.bpmn:").contains("camunda:class is not permitted");
        } finally {
            Files.writeString(file, SampleModel.TEXT);
        }
        start("still-works");
        assertThat(workflow.running("still-works")).isTrue();
    }

    @Test
    void the_engine_itself_refuses_an_unsafe_model_whoever_deploys_it() {
        String unsafe = SampleModel.TEXT.replace("${agreed == true}", "${agreed.getClass()}");
        assertThatThrownBy(() -> engine.engine().getRepositoryService().createDeployment()
                .addInputStream("x.bpmn", new java.io.ByteArrayInputStream(unsafe.getBytes(StandardCharsets.UTF_8)))
                .deploy()).isInstanceOf(ProcessEngineException.class).hasMessageContaining("model refused");
    }

    @Test
    void a_workflow_starts_with_the_callers_transaction_or_not_at_all() {
        assertThatThrownBy(() -> DATABASE.transactions().executeWithoutResult(status -> {
            start("rolled-back");
            throw new IllegalStateException("the row was refused");
        })).hasMessage("the row was refused");
        assertThat(workflow.running("rolled-back")).isFalse();
    }

    @Test
    void a_task_is_completed_with_the_rights_of_the_person() {
        start("rights");
        WaitingTask task = workflow.waitingTask("Task_Agree", "rights").orElseThrow();
        assertThatThrownBy(() -> workflow.complete(task.taskId(), new Person("eve", Set.of("viewer")),
                Map.of("agreed", true)))
                .isInstanceOfSatisfying(TaskRefused.class, no -> assertThat(no.why())
                .isEqualTo(TaskRefused.Why.NOT_PERMITTED));
        workflow.complete(task.taskId(), APPROVER, Map.of("agreed", true));
        assertThatThrownBy(() -> workflow.complete(task.taskId(), APPROVER, Map.of("agreed", true)))
                .isInstanceOfSatisfying(TaskRefused.class, no -> assertThat(no.why())
                .isEqualTo(TaskRefused.Why.NOT_WAITING));
        assertThat(workflow.passed("rights")).filteredOn(step -> step.elementId().equals("Task_Agree"))
                .singleElement().satisfies(step -> assertThat(step.person()).isEqualTo("ada"));
    }

    @Test
    void due_work_is_run_in_event_time_and_not_a_millisecond_earlier() {
        start("timed");
        agree("timed");
        assertThat(pump.pump(now).executed()).isEqualTo(1);
        assertThat(ASKED).containsExactly("timed");
        assertThat(pump.pump(now.plusSeconds(180).minusMillis(1)).executed()).isZero();
        assertThat(workflow.tell("Msg_Told", "timed", Map.of())).isFalse();
        assertThat(pump.pump(now.plusSeconds(180)).executed()).isEqualTo(1);
        assertThat(workflow.tell("Msg_Told", "timed", Map.of())).isTrue();
        assertThat(workflow.running("timed")).isFalse();
        assertThat(workflow.tell("Msg_Told", "timed", Map.of())).isFalse();
        assertThat(workflow.passed("timed")).extracting(PassedStep::elementId).containsSequence(
                "StartEvent_Begun", "Task_Agree", "Gateway_Agreed", "Task_AskDesk", "IntermediateEvent_Waited",
                "IntermediateEvent_Told", "EndEvent_Over");
    }

    @Test
    void work_due_at_the_same_time_is_run_in_the_order_of_business_keys() {
        for (String key : List.of("c", "a", "d", "b")) {
            start(key);
        }
        for (String key : List.of("d", "b", "a", "c")) {
            agree(key);
        }
        assertThat(pump.pump(now).executed()).isEqualTo(4);
        assertThat(ASKED).containsExactly("a", "b", "c", "d");
    }

    @Test
    void a_failing_job_is_reported_keeps_its_retries_and_runs_later() {
        failures = 1;
        start("failing");
        agree("failing");
        WorkflowPump.Pumped first = pump.pump(now);
        assertThat(first.executed()).isZero();
        assertThat(first.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.businessKey()).isEqualTo("failing");
            assertThat(failure.elementId()).isEqualTo("Task_AskDesk");
            assertThat(failure.retriesLeft()).isEqualTo(4);
            assertThat(failure.message()).contains("the desk is not there");
        });
        assertThat(pump.pump(now.plusMillis(9_999)).executed()).isZero();
        assertThat(pump.pump(now.plusMillis(10_000)).executed()).isEqualTo(1);
        assertThat(ASKED).containsExactly("failing");
    }

    @Test
    void a_rolled_back_start_leaves_nothing_due() {
        DATABASE.transactions().executeWithoutResult(status -> {
            start("gone");
            status.setRollbackOnly();
        });
        assertThat(pump.pump(now)).isEqualTo(new WorkflowPump.Pumped(0, List.of()));
    }

    @Test
    void time_never_runs_back() {
        pump.pump(now);
        pump.pump(now.minusSeconds(60));
        assertThat(Workflow.time().instant()).isEqualTo(now);
    }

    @Test
    void by_the_wall_clock_the_job_executor_works_and_the_pump_is_idle() throws Exception {
        try (TestDatabase database = TestDatabase.fresh()) {
            List<String> asked = java.util.Collections.synchronizedList(new ArrayList<>());
            JavaDelegate askDesk = execution -> asked.add(execution.getProcessBusinessKey());
            Map<Object, Object> beans = new HashMap<>(Map.of("askDesk", askDesk));
            org.camunda.bpm.engine.impl.util.ClockUtil.reset();
            TestEngine wall = TestEngine.start(database, database.transactionManager(), beans, true);
            try {
                wall.deploy(folder);
                WorkflowPump idle = WorkflowPump.idle(wall.engine());
                Workflow door = new Workflow(wall.engine(), idle);
                door.start("SampleWaitProcess", "by-wall", Map.of());
                door.complete(door.waitingTask("Task_Agree", "by-wall").orElseThrow().taskId(), APPROVER,
                        Map.of("agreed", true));
                assertThat(idle.pump(T0).executed()).isZero();
                Instant patience = Instant.now().plusSeconds(30);
                while (asked.isEmpty() && Instant.now().isBefore(patience)) {
                    Thread.onSpinWait();
                }
                assertThat(asked).containsExactly("by-wall");
            } finally {
                wall.close();
                org.camunda.bpm.engine.impl.util.ClockUtil.setCurrentTime(java.util.Date.from(now));
            }
        }
    }

    private static void start(String key) {
        workflow.start("SampleWaitProcess", key, Map.of());
    }

    private static void agree(String key) {
        workflow.complete(workflow.waitingTask("Task_Agree", key).orElseThrow().taskId(), APPROVER,
                Map.of("agreed", true));
    }
}
