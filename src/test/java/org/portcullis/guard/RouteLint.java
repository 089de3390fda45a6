package org.portcullis.guard;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads one route file. A route brings and carries; it does not decide, compute, run programs or write SQL, and whoever
 * watches the system finds it by a name that equals its file.
 */
final class RouteLint {

    private static final Pattern ID = Pattern.compile("[a-z]+\\.(in|out)\\.[a-z][a-z0-9-]*");
    private static final Set<String> COMPONENTS =
            Set.of("direct", "seda", "bean", "log", "jms", "platform-http",
            "timer", "replay", "venue-stream");
    private static final Set<String> LANGUAGES = Set.of("constant", "simple");
    private static final Set<String> OTHER_LANGUAGES =
            Set.of("groovy", "mvel", "ognl", "spel", "js", "joor", "java", "jq",
            "jsonpath", "xpath", "xquery", "csimple", "python", "datasonnet", "hl7terser", "xtokenize", "tokenize",
            "language", "wasm");
    private static final Set<String> ERROR_HANDLING = Set.of("errorHandler", "onException", "doTry", "circuitBreaker");
    private static final Set<String> STEPS_WITH_URI =
            Set.of("to", "toD", "wireTap", "enrich", "pollEnrich", "poll", "from");
    private static final Set<String> FORBIDDEN_STEPS = Set.of("script", "process", "toD", "poll", "pollEnrich",
            "recipientList", "routingSlip", "dynamicRouter", "beans", "kamelet", "loadBalance", "saga");
    private static final Pattern PLAIN_SIMPLE =
            Pattern.compile("\\$\\{(body|headers?\\.[\\w-]+|exchangeProperty\\.[\\w-]+)}");
    private static final Pattern ANY_SIMPLE = Pattern.compile("\\$\\{[^}]*}");
    private static final Pattern SQL =
            Pattern.compile("(?is)\\b(select\\s.+\\sfrom|insert\\s+into|update\\s.+\\sset|delete\\s+from)\\b");

    private final String file;
    private final String name;
    private final List<String> addresses;
    private final List<String> faults = new ArrayList<>();

    private RouteLint(Path folder, Path file, List<String> addresses) {
        this.file = folder.relativize(file).toString().replace('\\', '/');
        this.name = file.getFileName().toString().replace(".camel.yaml", "");
        this.addresses = addresses;
    }

    /** Everything wrong with one file; empty when it is fine. */
    static List<String> faults(Path folder, Path file, List<String> addresses) {
        RouteLint lint = new RouteLint(folder, file, addresses);
        String text = Repository.text(file);
        if (!text.startsWith("#")) {
            lint.fault("starts without a comment; say in the first line what comes or goes and why");
        }
        try {
            lint.document(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
        } catch (YAMLException broken) {
            lint.fault("is not YAML: " + String.valueOf(broken.getMessage()).lines().findFirst().orElse(""));
        }
        return lint.faults;
    }

    private void document(@Nullable Object root) {
        if (!(root instanceof List<?> entries) || entries.size() != 1
                || !(entries.get(0) instanceof Map<?, ?> entry) || !(entry.get("route") instanceof Map<?, ?> route)) {
            fault("must hold exactly one route (- route: ...); a second one goes into a file of its own");
            return;
        }
        String id = String.valueOf(route.get("id"));
        if (!id.equals(name)) {
            fault("has route id " + id + "; the id equals the file name, " + name);
        }
        String room = file.contains("/") ? file.substring(0, file.indexOf('/')) : "";
        if (!ID.matcher(id).matches() || !Rooms.ORDER.contains(room) || !id.startsWith(room + ".")) {
            fault("has route id " + id + "; name it <room>.<in|out>.<what> and put it into routes/<room>/");
        }
        if (!(route.get("description") instanceof String description) || description.isBlank()) {
            fault("has no description; say in a sentence what it carries");
        }
        walk(route);
    }

    private void walk(@Nullable Object node) {
        if (node instanceof List<?> list) {
            list.forEach(this::walk);
        } else if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                step(String.valueOf(key), value);
                walk(value);
            });
        } else if (node instanceof String text && SQL.matcher(text).find()) {
            fault("holds SQL (" + text.strip() + "); call the room's store adapter through a bean");
        }
    }

    private void step(String key, @Nullable Object value) {
        if (ERROR_HANDLING.contains(key)) {
            fault("has its own " + key + "; errors are handled in one place: a handler that throws gives the "
                    + "message back to "
                    + "the broker, which parks it after five tries");
        }
        if (FORBIDDEN_STEPS.contains(key)) {
            fault("uses " + key + "; a route carries, it does not compute or choose: call a bean");
        }
        if (OTHER_LANGUAGES.contains(key)) {
            fault("uses the language " + key + "; only " + LANGUAGES
                    + " are allowed, anything more is code: call a bean");
        }
        if (key.equals("simple") || key.equals("constant") || key.equals("message") || key.equals("expression")) {
            simple(value instanceof Map<?, ?> map ? map.get("expression") : value);
        }
        if (STEPS_WITH_URI.contains(key)) {
            uri(value instanceof Map<?, ?> map ? map : Map.of("uri", String.valueOf(value)), key.equals("from"));
        }
    }

    private void simple(@Nullable Object expression) {
        if (expression instanceof String text) {
            Matcher parts = ANY_SIMPLE.matcher(text);
            while (parts.find()) {
                if (!PLAIN_SIMPLE.matcher(parts.group()).matches()) {
                    fault("uses " + parts.group()
                            + "; simple may read ${body}, ${header.name} and ${exchangeProperty.name} "
                            + "only, anything more is code: call a bean");
                }
            }
        }
    }

    private void uri(Map<?, ?> endpoint, boolean consumer) {
        String uri = String.valueOf(endpoint.get("uri"));
        String component = uri.split("[:?]", 2)[0];
        if (!COMPONENTS.contains(component)) {
            fault("uses the component " + component + "; allowed are " + COMPONENTS.stream().sorted().toList());
        }
        if (component.equals("seda") && !uri.contains("size=")
                && !(endpoint.get("parameters") instanceof Map<?, ?> parameters && parameters.containsKey("size"))) {
            fault("has a seda queue without a size; a queue without a bound fills the memory, add size and "
                    + "blockWhenFull");
        }
        if (component.equals("jms")) {
            address(uri, consumer);
        }
    }

    private void address(String uri, boolean consumer) {
        String[] names = uri.replaceFirst("^jms:(queue:|topic:)?", "").split("\\?")[0].split("::");
        if (!addresses.contains(names[0])) {
            fault((consumer ? "takes from " : "sends to ") + names[0]
                    + "; only the addresses declared in engine.route.Addresses exist");
        }
        if (names.length == 2 && !names[1].startsWith(names[0] + ".")) {
            fault("takes from queue " + names[1] + ", which is not one of " + names[0]);
        }
    }

    private void fault(String sentence) {
        faults.add(file + " " + sentence);
    }
}
