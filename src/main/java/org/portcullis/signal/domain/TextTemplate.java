package org.portcullis.signal.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of a plain text: fixed parts, and names in braces between them. Matching goes once from left to right, and
 * each name takes as little as it can, so that no text takes long.
 */
public final class TextTemplate {

    private static final Pattern NAME = Pattern.compile("\\{([a-z][a-z0-9-]*)}");

    private final List<String> fixed = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private TextTemplate() {
    }

    /**
     * Reads a form such as {@code {ticker} Crossing {price}}.
     *
     * @throws IllegalArgumentException when two names touch, a name comes twice, or there is none
     */
    public static TextTemplate of(String form) {
        TextTemplate template = new TextTemplate();
        int from = 0;
        for (Matcher name = NAME.matcher(form); name.find();) {
            template.add(form.substring(from, name.start()), name.group());
            from = name.end();
        }
        String rest = form.substring(from);
        template.fixed.add(rest);
        if (template.names.isEmpty() || rest.contains("{") || rest.contains("}")) {
            throw new IllegalArgumentException("text needs names in braces such as {ticker}, and no other braces: "
                    + form);
        }
        return template;
    }

    private void add(String before, String name) {
        if (before.isEmpty() && !names.isEmpty()) {
            throw new IllegalArgumentException("text has nothing between " + names.get(names.size() - 1) + " and "
                    + name + "; nobody could tell where one ends");
        }
        if (names.contains(name) || before.contains("{") || before.contains("}")) {
            throw new IllegalArgumentException("text has " + name + " twice, or a brace that belongs to no name");
        }
        fixed.add(before);
        names.add(name);
    }

    /** The names, each in its braces. */
    public Set<String> names() {
        return new TreeSet<>(names);
    }

    /** What stands at the names; nothing when the text has another form. */
    public Optional<Fields> match(String text) {
        if (!text.startsWith(fixed.get(0))) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        int at = fixed.get(0).length();
        for (int i = 0; i < names.size(); i++) {
            String next = fixed.get(i + 1);
            boolean last = i == names.size() - 1;
            int end = last ? endOf(text, next) : text.indexOf(next, at + 1);
            if (end <= at) {
                return Optional.empty();
            }
            values.put(names.get(i), text.substring(at, end));
            at = end + next.length();
        }
        return Optional.of(new Fields(values, Set.of()));
    }

    private static int endOf(String text, String ending) {
        return text.endsWith(ending) ? text.length() - ending.length() : -1;
    }
}
