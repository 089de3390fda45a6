package org.portcullis.strategy.adapter.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.engine.rules.RuleText;
import org.portcullis.engine.rules.source.DrlLexer;
import org.portcullis.engine.rules.source.DrlWord;

/**
 * Which facts the rules of a pack look at, and without which none of them can fire: a pack is not asked about a bar on
 * which nothing happened that its rules speak of. When in doubt a rule needs nothing, so that it is asked.
 *
 * @param version of the rules
 * @param named   simple names of all fact types that occur in a condition
 * @param needed  for each rule the fact types that must be there for it to fire
 */
record RuleNeeds(String version, Set<String> named, List<Set<String>> needed) {

    /** Reads the conditions of every rule. */
    static RuleNeeds of(RuleBook rules) {
        Set<String> named = new HashSet<>();
        List<Set<String>> needed = new ArrayList<>();
        for (RuleText rule : rules.rules()) {
            List<DrlWord> words = condition(DrlLexer.words(rule.source(), 1));
            for (int i = 0; i + 1 < words.size(); i++) {
                if (words.get(i).isCapital() && words.get(i + 1).is("(")) {
                    named.add(words.get(i).text());
                }
            }
            needed.add(needed(words));
        }
        return new RuleNeeds(rules.version(), Set.copyOf(named), List.copyOf(needed));
    }

    /** Whether some condition looks at facts of this type. */
    boolean names(Class<?> type) {
        return named.contains(type.getSimpleName());
    }

    /** Whether some rule could fire on these facts. */
    boolean metBy(List<Object> facts) {
        Set<String> there = new HashSet<>();
        facts.forEach(fact -> there.add(fact.getClass().getSimpleName()));
        return needed.stream().anyMatch(there::containsAll);
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

    /** Patterns on the outermost level that are not negated; nothing where alternatives stand on that level. */
    private static Set<String> needed(List<DrlWord> words) {
        Set<String> needed = new HashSet<>();
        int depth = 0;
        for (int i = 0; i < words.size(); i++) {
            DrlWord word = words.get(i);
            if (depth == 0 && (word.is("or") || word.is("||"))) {
                return Set.of();
            }
            if (depth == 0 && word.isCapital() && i + 1 < words.size() && words.get(i + 1).is("(")
                    && (i == 0 || !words.get(i - 1).is("not"))) {
                needed.add(word.text());
            }
            depth += word.is("(") ? 1 : word.is(")") ? -1 : 0;
        }
        return Set.copyOf(needed);
    }
}
