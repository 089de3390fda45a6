package org.portcullis.engine.workflow;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/** Wires the workflow engine behind our own words and deploys the models before any work comes in. */
@Configuration(proxyBeanMethods = false)
class WorkflowConfiguration {

    private final Path folder;
    private final ListableBeanFactory beans;

    WorkflowConfiguration(@Value("${portcullis.workflows-path}") Path folder, ListableBeanFactory beans) {
        this.folder = folder;
        this.beans = beans;
    }

    @Bean
    SafeModels safeModels() {
        return new SafeModels(delegates());
    }

    @Bean
    WorkflowPump workflowPump(ProcessEngine engine) {
        return engine.getProcessEngineConfiguration().isJobExecutorActivate() ? WorkflowPump.idle(engine)
                : WorkflowPump.inEventTime(engine);
    }

    @Bean
    Workflow workflow(ProcessEngine engine, WorkflowPump pump) {
        return new Workflow(engine, pump);
    }

    /** Deploys before the routes start; a model that is refused stops the start, because its orders could not live. */
    @EventListener
    @Order(10)
    void deploy(ApplicationReadyEvent ready) {
        ProcessEngine engine = ready.getApplicationContext().getBean(ProcessEngine.class);
        List<WorkflowDeployer.Outcome> refused = new WorkflowDeployer(engine.getRepositoryService(),
                new WorkflowLint(delegates())).deploy(folder).stream()
                .filter(outcome -> outcome.fate() == WorkflowDeployer.Fate.REFUSED).toList();
        if (!refused.isEmpty()) {
            throw new IllegalStateException("workflow models are refused: " + refused);
        }
    }

    /** Names of the beans that models may call. */
    private Supplier<Set<String>> delegates() {
        return () -> {
            Set<String> names = new TreeSet<>(
                    Arrays.asList(beans.getBeanNamesForType(JavaDelegate.class, true, false)));
            names.addAll(Arrays.asList(beans.getBeanNamesForType(TaskListener.class, true, false)));
            return names;
        };
    }
}
