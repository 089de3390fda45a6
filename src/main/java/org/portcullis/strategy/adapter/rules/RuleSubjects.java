package org.portcullis.strategy.adapter.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.engine.rules.RuleText;
import org.portcullis.engine.rules.source.DrlLexer;
import org.portcullis.engine.rules.source.DrlWord;

/**
 * What the rules of a pack look at: nothing else is given to them, and what nobody looks at is not made.
 *
 * @param version of the rules
 * @param named   simple names of all fact types that occur in a condition
 */
record RuleSubjects(String version, Set<String> named) {

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
        return new RuleSubjects(rules.version(), Set.copyOf(named));
    }

    /** Whether some condition looks at facts of this type. */
    boolean names(Class<?> type) {
        return named.contains(type.getSimpleName());
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
