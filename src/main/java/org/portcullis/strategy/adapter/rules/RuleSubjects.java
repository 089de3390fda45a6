package org.portcullis.strategy.adapter.rules;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.engine.rules.RuleText;
import org.portcullis.engine.rules.source.DrlLexer;
import org.portcullis.engine.rules.source.DrlWord;

/** What the rules of a pack look at: nothing else is given to them, and what nobody looks at is not made. */
final class RuleSubjects {

    private final RuleBook rules;
    private final Set<String> named;
    private final Map<Class<?>, Boolean> asked = new IdentityHashMap<>();

    /** @param named simple names of all fact types that occur in a condition */
    private RuleSubjects(RuleBook rules, Set<String> named) {
        this.rules = rules;
        this.named = named;
    }

    /** Reads the conditions of every rule. */
    static RuleSubjects of(RuleBook rules) {
        Set<String> named = new HashSet<>();
        for (RuleText rule : rules.rules()) {
            List<DrlWord> words = condition(DrlLexer.words(rule.source(), 1));
            for (int i = 0; i + 1 < words.size(); i++) {
                if (words.get(i).isCapital() && words.get(i + 1).is("(")) {
                    named.add(words.get(i).text());
                }
            }
        }
        return new RuleSubjects(rules, Set.copyOf(named));
    }

    /** Simple names of all fact types that occur in a condition. */
    Set<String> named() {
        return named;
    }

    /** Whether some condition looks at facts of this type. */
    boolean names(Class<?> type) {
        Boolean known = asked.get(type);
        if (known == null) {
            known = named.contains(type.getSimpleName());
            asked.put(type, known);
        }
        return known;
    }

    /** Whether these are the rules that were read. */
    boolean areOf(RuleBook inForce) {
        return rules == inForce || rules.version().equals(inForce.version());
    }

    private static List<DrlWord> condition(List<DrlWord> rule) {
        int from = 0;
        while (from < rule.size() && !rule.get(from).is("when")) {
            from++;
        }
        int to = from;
        while (to < rule.size() && !rule.get(to).is("then")) {
            to++;
        }
        return rule.subList(Math.min(from + 1, rule.size()), to);
    }
}
