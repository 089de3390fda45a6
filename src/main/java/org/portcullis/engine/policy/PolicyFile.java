package org.portcullis.engine.policy;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads {@code policy.yaml}: {@code profile:} names the one in force, {@code parameters:} declares every parameter,
 * {@code profiles:} overrides values, {@code sanity:} says how parameters must relate (in every profile, so that
 * choosing another one cannot bring a contradiction), {@code deprecated:} says what replaced a former key. Unknown and
 * former keys, missing bounds, values outside them and contradictions are refused with file:line.
 */
final class PolicyFile {

    private static final Set<String> TOP = Set.of("profile", "parameters", "profiles", "sanity", "deprecated");
    private static final Set<String> SANITY_FIELDS = Set.of("rule", "meaning");
    private static final Set<String> FIELDS = Set.of("type", "value", "min", "max", "choices", "unit", "meaning");

    private final Path file;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> replacements = new LinkedHashMap<>();

    private PolicyFile(Path file) {
        this.file = file;
    }

    /**
     * @param profile the profile to apply instead of the file's own, or nothing
     * @throws PolicyBroken with every problem found
     */
    static Policy read(Path file, @Nullable String profile) {
        return new PolicyFile(file).read(profile);
    }

    private Policy read(@Nullable String override) {
        Map<String, Node> top = fields(root(), "policy.yaml", TOP);
        String profile = override != null ? override : text(top.get("profile"), "profile");
        deprecated(top.get("deprecated"));
        TreeMap<String, Parameter> parameters = new TreeMap<>();
        fields(top.get("parameters"), "parameters", null).forEach((key, node) -> {
            if (!former(key, node)) {
                parameters.put(key, parameter(key, node));
            }
        });
        List<SanityRule> rules = sanity(top.get("sanity"));
        Map<String, Node> profiles = fields(top.get("profiles"), "profiles", null);
        if (!profiles.containsKey(profile)) {
            problems.add(at(top.get("profile")) + "no profile " + profile + "; declared are " + profiles.keySet());
        }
        Map<String, TreeMap<String, Parameter>> effective = new LinkedHashMap<>();
        profiles.forEach((name, node) -> effective.put(name, applied(parameters, name, node)));
        if (problems.isEmpty()) {
            effective.forEach((name, values) -> rules.forEach(rule -> problems.addAll(
                    rule.faults(values, file.toString(), name))));
        }
        if (!problems.isEmpty()) {
            throw new PolicyBroken(problems.stream().distinct().toList());
        }
        return new Policy(profile, effective.getOrDefault(profile, parameters));
    }

    private @Nullable Node root() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (Reader reader = Files.newBufferedReader(file)) {
            return new Yaml(new SafeConstructor(options)).compose(reader);
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null ? 1 : broken.getProblemMark().getLine() + 1;
            throw new PolicyBroken(List.of(file + ":" + line + ": " + broken.getProblem() + "; mend the YAML"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    private void deprecated(@Nullable Node node) {
        if (node != null) {
            fields(node, "deprecated", null).forEach((old, now) -> replacements.put(old, text(now, old)));
        }
    }

    private boolean former(String key, Node node) {
        String now = replacements.get(key);
        if (now != null) {
            problems.add(at(node) + key + " is a former name and no longer read; use " + now);
        }
        return now != null;
    }

    private List<SanityRule> sanity(@Nullable Node node) {
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            problems.add(at(node) + "sanity must be a list of {rule, meaning}");
            return List.of();
        }
        return sequence.getValue().stream().map(item -> {
            Map<String, Node> parts = fields(item, "sanity", SANITY_FIELDS);
            return new SanityRule(text(parts.get("rule"), "rule"), text(parts.get("meaning"), "meaning"), at(item));
        }).toList();
    }

    private TreeMap<String, Parameter> applied(Map<String, Parameter> declared, String profile, Node node) {
        TreeMap<String, Parameter> values = new TreeMap<>(declared);
        fields(node, profile, null).forEach((key, valueNode) -> {
            Parameter parameter = declared.get(key);
            if (parameter != null) {
                Parameter changed = parameter.overridden(profile, text(valueNode, key), line(valueNode));
                check(changed, valueNode);
                values.put(key, changed);
            } else if (!former(key, valueNode)) {
                problems.add(at(valueNode) + "profile " + profile + " sets " + key
                        + ", which is not declared under parameters" + Nearest.hint(key, declared.keySet()));
            }
        });
        return values;
    }

    private Parameter parameter(String key, Node node) {
        Map<String, Node> fields = fields(node, key, FIELDS);
        for (String needed : List.of("type", "value", "unit", "meaning")) {
            if (!fields.containsKey(needed)) {
                problems.add(at(node) + key + " lacks " + needed);
            }
        }
        Parameter.Type type = type(fields.get("type"));
        boolean bounded = type == Parameter.Type.FLAG || type == Parameter.Type.WORD
                || fields.containsKey("min") && fields.containsKey("max");
        if (!bounded) {
            problems.add(at(node) + key + " needs min and max");
        }
        Parameter parameter = new Parameter(key, type, text(fields.get("value"), key),
                fields.containsKey("min") ? text(fields.get("min"), key) : null,
                fields.containsKey("max") ? text(fields.get("max"), key) : null,
                choices(fields.get("choices")), text(fields.get("unit"), key), text(fields.get("meaning"), key),
                line(fields.get("value")), text(fields.get("value"), key), Parameter.DECLARED);
        check(parameter, fields.get("value"));
        return parameter;
    }

    private Parameter.Type type(@Nullable Node node) {
        String name = text(node, "type");
        try {
            return Parameter.Type.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            problems.add(at(node) + "no type " + name + "; use number, integer, flag, duration or word");
            return Parameter.Type.WORD;
        }
    }

    private void check(Parameter parameter, @Nullable Node node) {
        String fault = parameter.fault();
        if (fault != null) {
            problems.add(at(node) + parameter.key() + " " + fault);
        }
    }

    private Map<String, Node> fields(@Nullable Node node, String what, @Nullable Set<String> known) {
        Map<String, Node> fields = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            problems.add(at(node) + what + " must be a mapping of names to values");
            return fields;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String name = text(tuple.getKeyNode(), what);
            if (known != null && !known.contains(name)) {
                problems.add(at(tuple.getKeyNode()) + "unknown key " + name + " in " + what + "; known are " + known);
            } else if (fields.put(name, tuple.getValueNode()) != null) {
                problems.add(at(tuple.getKeyNode()) + name + " is given twice in " + what);
            }
        }
        return fields;
    }

    private List<String> choices(@Nullable Node node) {
        return node instanceof SequenceNode sequence
                ? sequence.getValue().stream().map(item -> text(item, "choices")).toList() : List.of();
    }

    private String text(@Nullable Node node, String what) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        problems.add(at(node) + what + " must have one plain value");
        return "";
    }

    private String at(@Nullable Node node) {
        return file + ":" + line(node) + ": ";
    }

    private static int line(@Nullable Node node) {
        return node == null || node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
    }
}
