package org.portcullis.engine.rules.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.portcullis.engine.rules.source.DrlWord.Kind;

/**
 * What the rules of a group say, however they are written: without names of rules, comments and blanks, with variables
 * numbered in the order in which they come and types in full. Two groups with the same wording do the same.
 */
public final class RuleWording {

    private RuleWording() {
    }

    /**
     * The wording of every rule of a group; empty when there is none, or when one has an attribute of its own or stands
     * in a file that could not be read.
     */
    public static Set<String> of(List<DrlFile> files, String group) {
        Set<String> all = new TreeSet<>();
        for (DrlFile file : files) {
            DrlHeader header = file.header();
            if (header == null) {
                return Set.of();
            }
            Map<String, String> names = names(header);
            for (DrlRule rule : file.rules()) {
                if (rule.agendaGroup().equals(group)) {
                    if (!rule.plain()) {
                        return Set.of();
                    }
                    all.add(of(rule, names));
                }
            }
        }
        return Set.copyOf(all);
    }

    /** Full names of the types that the file imports, by their simple names, and of its globals, by theirs. */
    private static Map<String, String> names(DrlHeader header) {
        Map<String, String> names = new HashMap<>();
        for (String each : header.imports()) {
            names.put(each.substring(each.lastIndexOf('.') + 1), each);
        }
        for (DrlHeader.Global each : header.globals()) {
            names.put(each.name(), "global " + names.getOrDefault(each.type(), each.type()));
        }
        return names;
    }

    private static String of(DrlRule rule, Map<String, String> names) {
        Map<String, String> variables = new HashMap<>();
        StringBuilder text = new StringBuilder("when");
        add(text, rule.when(), names, variables);
        text.append(" then");
        add(text, rule.then(), names, variables);
        return text.toString();
    }

    private static void add(StringBuilder text, List<DrlWord> words, Map<String, String> names,
            Map<String, String> variables) {
        boolean member = false;
        for (DrlWord word : words) {
            text.append(' ').append(said(word, member, names, variables));
            member = word.is(".");
        }
    }

    /** What follows a dot is nobody's name here. */
    private static String said(DrlWord word, boolean member, Map<String, String> names,
            Map<String, String> variables) {
        if (word.kind() == Kind.TEXT) {
            return '"' + word.text() + '"';
        }
        if (word.kind() != Kind.NAME || member) {
            return word.text();
        }
        if (word.text().startsWith("$")) {
            return variables.computeIfAbsent(word.text(), unseen -> "$" + (variables.size() + 1));
        }
        return names.getOrDefault(word.text(), word.text());
    }
}
