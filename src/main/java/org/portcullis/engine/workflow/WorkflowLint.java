package org.portcullis.engine.workflow;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/**
 * Reads a model before it is deployed: safe ({@link ModelSafety}), named as we name things, complete with a diagram,
 * small enough to be read. Every problem comes with file and line.
 */
public final class WorkflowLint {

    private static final int BYTES_MAX = 512 * 1024;
    private static final int NODES_MAX = 20;
    private static final String PASCAL = "[A-Z][A-Za-z]*";
    private static final Pattern PROCESS_ID = Pattern.compile(PASCAL + "Process");
    private static final Pattern DAYS_TO_LIVE = Pattern.compile("P[1-9]\\d{0,3}D");
    private static final Map<String, String> PREFIXES = Map.ofEntries(Map.entry("startEvent", "StartEvent_"),
            Map.entry("endEvent", "EndEvent_"), Map.entry("userTask", "Task_"), Map.entry("serviceTask", "Task_"),
            Map.entry("exclusiveGateway", "Gateway_"), Map.entry("parallelGateway", "Gateway_"),
            Map.entry("eventBasedGateway", "Gateway_"), Map.entry("subProcess", "Subprocess_"),
            Map.entry("boundaryEvent", "BoundaryEvent_"), Map.entry("intermediateCatchEvent", "IntermediateEvent_"),
            Map.entry("sequenceFlow", "Flow_"), Map.entry("message", "Message_"), Map.entry("error", "Error_"));
    private static final Set<String> NOT_DRAWN = Set.of("message", "error");

    private final ModelSafety safety;

    /** @param delegates names of the beans a model may call */
    public WorkflowLint(Supplier<Set<String>> delegates) {
        this.safety = new ModelSafety(delegates);
    }

    /**
     * Everything wrong with a model, as {@code file:line: sentence}; empty when it may be deployed.
     *
     * @param file its name below {@code workflows/}, such as {@code order/OrderLifecycleProcess.bpmn}
     */
    public List<String> problems(String file, byte[] content) {
        if (content.length > BYTES_MAX) {
            return List.of(file + ":1: larger than " + BYTES_MAX + " bytes; split the model");
        }
        List<ModelSafety.Problem> problems = new ArrayList<>();
        try {
            ModelElement root = ModelElement.parse(new ByteArrayInputStream(content));
            problems.addAll(safety.problems(root));
            checkProcess(file, root, problems);
            checkNames(root, problems);
            checkDiagram(root, problems);
        } catch (XMLStreamException broken) {
            String sentence = String.valueOf(broken.getMessage()).replaceAll("\\s+", " ");
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber();
            problems.add(new ModelSafety.Problem(line, "not readable: " + sentence));
        }
        return problems.stream().sorted(Comparator.comparingInt(ModelSafety.Problem::line))
                .map(problem -> file + ":" + problem.line() + ": " + problem.sentence()).toList();
    }

    private static void checkProcess(String file, ModelElement root, List<ModelSafety.Problem> problems) {
        List<ModelElement> processes = root.all().filter(element -> element.isBpmn("process")).toList();
        if (processes.size() != 1) {
            problems.add(new ModelSafety.Problem(root.line(), "one process per file, not " + processes.size()));
            return;
        }
        ModelElement process = processes.get(0);
        String id = process.attribute("id");
        String name = file.substring(file.lastIndexOf('/') + 1);
        say(problems, process, PROCESS_ID.matcher(id).matches(),
                "the process id " + id + " is not of the form OrderLifecycleProcess");
        say(problems, process, name.equals(id + ".bpmn"), "the file must be named " + id + ".bpmn after its process");
        say(problems, process, process.attribute("isExecutable").equals("true"), "the process must be executable");
        say(problems, process, DAYS_TO_LIVE.matcher(process.camunda("historyTimeToLive")).matches(),
                "the process needs camunda:historyTimeToLive such as P90D");
        long nodes = process.all().filter(WorkflowLint::isNode).count();
        say(problems, process, nodes <= NODES_MAX, nodes + " nodes, at most " + NODES_MAX + "; split the model");
    }

    private static void checkNames(ModelElement root, List<ModelSafety.Problem> problems) {
        root.all().filter(WorkflowLint::isNamed).forEach(element -> {
            String id = element.attribute("id");
            String prefix = PREFIXES.getOrDefault(element.name(), "");
            say(problems, element, id.matches(prefix + PASCAL),
                    "the id " + id + " is not of the form " + prefix + "ObjectAndVerb");
            boolean isFlow = element.name().equals("sequenceFlow");
            say(problems, element, isFlow || !element.attribute("name").isBlank(), id + " needs a name in words");
            if (element.name().equals("message")) {
                say(problems, element, element.attribute("name").matches("Msg_" + PASCAL),
                        "the message must be named Msg_...");
            }
            if (element.name().endsWith("Gateway")) {
                say(problems, element, element.attribute("name").endsWith("?"),
                        id + " must ask a question: its name ends with ?");
            }
            if (element.name().equals("serviceTask")) {
                say(problems, element, element.camunda("asyncBefore").equals("true"),
                        id + " needs camunda:asyncBefore: a save point before each call");
            }
        });
    }

    private static void checkDiagram(ModelElement root, List<ModelSafety.Problem> problems) {
        Set<String> drawn = root.all().filter(element -> element.space().equals(ModelElement.BPMNDI))
                .filter(element -> hasPlace(element)).map(element -> element.attribute("bpmnElement"))
                .collect(Collectors.toSet());
        root.all().filter(WorkflowLint::isNamed).filter(element -> !NOT_DRAWN.contains(element.name()))
                .forEach(element -> say(problems, element, drawn.contains(element.attribute("id")),
                        element.attribute("id") + " is missing in the diagram"));
    }

    private static boolean hasPlace(ModelElement shape) {
        long bounds = shape.children().stream().filter(child -> child.name().equals("Bounds")).count();
        long waypoints = shape.children().stream().filter(child -> child.name().equals("waypoint")).count();
        return shape.name().equals("BPMNShape") && bounds == 1 || shape.name().equals("BPMNEdge") && waypoints >= 2;
    }

    private static boolean isNamed(ModelElement element) {
        return element.space().equals(ModelElement.BPMN) && PREFIXES.containsKey(element.name());
    }

    private static boolean isNode(ModelElement element) {
        return isNamed(element) && !NOT_DRAWN.contains(element.name()) && !element.name().equals("sequenceFlow");
    }

    private static void say(List<ModelSafety.Problem> problems, ModelElement where, boolean good, String sentence) {
        if (!good) {
            problems.add(new ModelSafety.Problem(where.line(), sentence));
        }
    }
}
