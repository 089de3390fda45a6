package org.portcullis.engine.workflow;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.portcullis.engine.store.TestDatabase;
import org.springframework.transaction.PlatformTransactionManager;

/** A real workflow engine on a real database, with the settings of production, for tests. */
public final class TestEngine implements AutoCloseable {

    private final ProcessEngine engine;
    private final Map<Object, Object> beans;

    private TestEngine(ProcessEngine engine, Map<Object, Object> beans) {
        this.engine = engine;
        this.beans = beans;
    }

    /** A database of one's own in which the engine finds its tables. */
    public static TestDatabase database() {
        return TestDatabase.prepared("workflow",
                draft -> start(draft, draft.transactionManager(), new TreeMap<>(), false).close());
    }

    /**
     * Starts an engine.
     *
     * @param beans delegates and listeners by the names models use; may be added to later
     * @param jobExecutor whether the engine works on its own, as by the wall clock
     */
    public static TestEngine start(TestDatabase database, PlatformTransactionManager transactions,
            Map<Object, Object> beans, boolean jobExecutor) {
        SpringProcessEngineConfiguration configuration = new QuickEngine();
        configuration.setProcessEngineName("test-" + System.nanoTime());
        configuration.setDataSource(database.dataSource());
        configuration.setTransactionManager(transactions);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setAuthorizationEnabled(true);
        configuration.setEnableExpressionsInStoredQueries(false);
        configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
        configuration.setDefaultSerializationFormat("application/json");
        configuration.setMetricsEnabled(false);
        configuration.setFailedJobRetryTimeCycle("R5/PT10S");
        configuration.setJobExecutorActivate(jobExecutor);
        configuration.setBeans(beans);
        configuration.getProcessEnginePlugins().add(new SafeModels(() -> names(beans)));
        return new TestEngine(configuration.buildProcessEngine(), beans);
    }

    private static java.util.Set<String> names(Map<Object, Object> beans) {
        Map<String, Object> sorted = new TreeMap<>();
        beans.forEach((name, bean) -> sorted.put(name.toString(), bean));
        return sorted.keySet();
    }

    public ProcessEngine engine() {
        return engine;
    }

    /** Deploys one model through lint and engine. */
    public WorkflowDeployer.Outcome deploy(java.nio.file.Path folder) {
        List<WorkflowDeployer.Outcome> outcomes = deployer().deploy(folder);
        return outcomes.get(0);
    }

    public WorkflowDeployer deployer() {
        return new WorkflowDeployer(engine.getRepositoryService(), new WorkflowLint(() -> names(beans)));
    }

    @Override
    public void close() {
        engine.close();
        ClockUtil.reset();
    }
}
