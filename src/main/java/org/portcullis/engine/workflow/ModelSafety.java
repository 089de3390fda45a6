package org.portcullis.engine.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model may contain at all. A list of what is permitted, not of what is forbidden: scripts, classes, connectors,
 * calls of other models and free expressions are not on it, so a model can wait and ask but never run code of its own.
 */
final class ModelSafety {

    private static final Set<String> BPMN = Set.of("definitions", "process", "documentation", "extensionElements",
            "startEvent", "endEvent", "userTask", "serviceTask", "exclusiveGateway", "parallelGateway",
            "eventBasedGateway", "subProcess", "boundaryEvent", "intermediateCatchEvent", "sequenceFlow",
            "conditionExpression", "incoming", "outgoing", "message", "error", "messageEventDefinition",
            "errorEventDefinition", "timerEventDefinition", "timeDate", "timeDuration", "textAnnotation", "text",
            "association");
    private static final Set<String> CAMUNDA = Set.of("formData", "formField", "validation", "constraint",
            "taskListener", "executionListener", "failedJobRetryTimeCycle");
    private static final Set<String> CAMUNDA_ATTRIBUTES = Set.of("historyTimeToLive", "asyncBefore", "asyncAfter",
            "exclusive", "candidateGroups", "delegateExpression", "failedJobRetryTimeCycle", "versionTag",
            "isStartableInTasklist", "jobPriority");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[a-z][A-Za-z0-9]*}");
    private static final Pattern CONDITION = Pattern.compile(
            "\\$\\{!?[a-z][A-Za-z0-9]*}|\\$\\{[a-z][A-Za-z0-9]* (==|!=) ('[A-Z_]+'|true|false|null)}");
    private static final Pattern BEAN = Pattern.compile("\\$\\{([a-z][A-Za-z0-9]*)}");

    private final Supplier<Set<String>> delegates;

    /** @param delegates names of the beans a model may call */
    ModelSafety(Supplier<Set<String>> delegates) {
        this.delegates = delegates;
    }

    /** A sentence with its line. */
    record Problem(int line, String sentence) {
    }

    /** Everything that must not be in the model; empty when it is safe. */
    List<Problem> problems(ModelElement root) {
        List<Problem> problems = new ArrayList<>();
        root.all().filter(element -> !isPicture(element)).forEach(element -> check(element, problems));
        return problems;
    }

    private static boolean isPicture(ModelElement element) {
        return element.space().equals(ModelElement.BPMNDI) || element.space().startsWith("http://www.omg.org/spec/DD/");
    }

    private void check(ModelElement element, List<Problem> problems) {
        boolean known = element.space().equals(ModelElement.BPMN) && BPMN.contains(element.name())
                || element.space().equals(ModelElement.CAMUNDA) && CAMUNDA.contains(element.name());
        if (!known) {
            problems.add(new Problem(element.line(), "<" + element.name() + "> is not permitted in a model"));
            return;
        }
        element.attributes().forEach((key, value) -> checkAttribute(element, key, value, problems));
        checkText(element, problems);
    }

    private void checkAttribute(ModelElement element, String key, String value, List<Problem> problems) {
        String local = key.substring(key.lastIndexOf(':') + 1);
        boolean ofEngine = key.startsWith(ModelElement.CAMUNDA) || element.space().equals(ModelElement.CAMUNDA);
        if (local.equals("delegateExpression") && ofEngine) {
            checkBean(element, value, problems);
        } else if (key.startsWith(ModelElement.CAMUNDA) && !CAMUNDA_ATTRIBUTES.contains(local)) {
            problems.add(new Problem(element.line(), "camunda:" + local + " is not permitted; use delegateExpression"));
        } else if (ofEngine && (local.equals("class") || local.equals("expression"))) {
            problems.add(new Problem(element.line(), "a listener must be a delegateExpression, not a " + local));
        } else if (local.equals("language") || hasExpression(value)) {
            problems.add(new Problem(element.line(), local + "=\"" + value + "\" on <" + element.name()
                    + "> would be evaluated; that is not permitted here"));
        }
    }

    private void checkBean(ModelElement element, String value, List<Problem> problems) {
        Matcher bean = BEAN.matcher(value);
        if (!bean.matches() || !delegates.get().contains(bean.group(1))) {
            problems.add(new Problem(element.line(), "delegate " + value + " is not one of " + delegates.get()));
        }
    }

    private static void checkText(ModelElement element, List<Problem> problems) {
        String text = element.text();
        if (!hasExpression(text)) {
            if (element.isBpmn("conditionExpression")) {
                problems.add(new Problem(element.line(), "a condition must be an expression such as ${approved}"));
            }
            return;
        }
        Map<String, Pattern> permitted = Map.of("conditionExpression", CONDITION, "timeDate", VARIABLE,
                "timeDuration", VARIABLE);
        Pattern form = permitted.get(element.name());
        if (form == null || !form.matcher(text).matches()) {
            problems.add(new Problem(element.line(), "expression " + text + " in <" + element.name()
                    + "> is not permitted; conditions and timers may have ${variable} and ${variable == 'WORD'}"));
        }
    }

    private static boolean hasExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }
}
