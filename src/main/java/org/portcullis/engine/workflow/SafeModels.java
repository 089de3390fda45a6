package org.portcullis.engine.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Stands inside the engine and refuses every model that {@link ModelSafety} does not permit, whoever deploys it and by
 * whichever way.
 */
public final class SafeModels extends AbstractProcessEnginePlugin {

    private final ModelSafety safety;

    /** @param delegates names of the beans a model may call, asked at each deployment */
    public SafeModels(Supplier<Set<String>> delegates) {
        this.safety = new ModelSafety(delegates);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = new ArrayList<>(
                Objects.requireNonNullElse(configuration.getCustomPreBPMNParseListeners(), List.of()));
        listeners.add(new Refusal());
        configuration.setCustomPreBPMNParseListeners(listeners);
    }

    private final class Refusal extends AbstractBpmnParseListener {
        @Override
        public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
            List<ModelSafety.Problem> problems = safety.problems(copy(root));
            if (!problems.isEmpty()) {
                throw new ProcessEngineException("model refused: " + problems.stream()
                        .map(problem -> "line " + problem.line() + ": " + problem.sentence())
                        .collect(Collectors.joining("; ")));
            }
        }
    }

    private static ModelElement copy(Element element) {
        Map<String, String> attributes = new TreeMap<>();
        element.attributes().forEach(key -> attributes.put(key, element.attribute(key)));
        return new ModelElement(Objects.requireNonNullElse(element.getUri(), ""), element.getTagName(), attributes,
                Objects.requireNonNullElse(element.getText(), "").strip(),
                element.elements().stream().map(SafeModels::copy).toList(), element.getLine());
    }
}
