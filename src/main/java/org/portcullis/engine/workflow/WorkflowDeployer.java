package org.portcullis.engine.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.portcullis.engine.home.FilesBelow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deploys the models of a folder, one deployment per file, named by the path below the folder: an unchanged file is not
 * deployed again, a changed one makes a new version for workflows that start later, a broken one is refused and the
 * version in force goes on.
 */
public final class WorkflowDeployer {

    private static final Logger LOG = LoggerFactory.getLogger(WorkflowDeployer.class);

    private final RepositoryService repository;
    private final WorkflowLint lint;

    public WorkflowDeployer(RepositoryService repository, WorkflowLint lint) {
        this.repository = repository;
        this.lint = lint;
    }

    /** What became of one file. */
    public enum Fate { DEPLOYED, UNCHANGED, REFUSED }

    /**
     * One file of the folder.
     *
     * @param file path below the folder, with slashes
     * @param problems why it was refused, each with file and line; empty otherwise
     */
    public record Outcome(String file, Fate fate, List<String> problems) {
        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    /** Deploys every {@code *.bpmn} below the folder, in the order of their paths. */
    public List<Outcome> deploy(Path folder) {
        try {
            return FilesBelow.of(folder, ".bpmn").stream().map(file -> deploy(folder, file)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + folder, unreadable);
        }
    }

    private Outcome deploy(Path folder, Path file) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        byte[] content = bytes(file);
        List<String> problems = lint.problems(name, content);
        if (!problems.isEmpty()) {
            return refused(name, problems);
        }
        try {
            DeploymentWithDefinitions deployment = repository.createDeployment().name(name).source("workflows")
                    .enableDuplicateFiltering(true).addInputStream(name, new ByteArrayInputStream(content))
                    .deployWithResult();
            boolean changed = deployment.getDeployedProcessDefinitions() != null; // nothing means: as it was
            LOG.info("workflow {} {}", name, changed ? "deployed" : "unchanged");
            return new Outcome(name, changed ? Fate.DEPLOYED : Fate.UNCHANGED, List.of());
        } catch (ProcessEngineException broken) {
            return refused(name, List.of(name + ":1: " + broken.getMessage()));
        }
    }

    private static Outcome refused(String name, List<String> problems) {
        LOG.error("workflow {} refused, the version in force goes on: {}", name, problems);
        return new Outcome(name, Fate.REFUSED, problems);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }
}
