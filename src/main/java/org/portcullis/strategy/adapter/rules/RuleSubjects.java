package org.portcullis.strategy.adapter.rules;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.engine.rules.RuleText;
import org.portcullis.engine.rules.source.DrlLexer;
import org.portcullis.engine.rules.source.DrlWord;
import org.portcullis.market.Breakout;
import org.portcullis.market.Features;
import org.portcullis.market.PoolStep;
import org.portcullis.market.RegimeView;
import org.portcullis.market.ScalpFeatures;
import org.portcullis.market.Structure;
import org.portcullis.signal.TradingSignal;
import org.portcullis.strategy.Events;
import org.portcullis.strategy.Holding;
import org.portcullis.strategy.PackParameters;
import org.portcullis.strategy.Readings;
import org.portcullis.strategy.Score;

/** What the rules of a pack look at: nothing else is given to them, and what nobody looks at is not made. */
final class RuleSubjects {

    /** What is known of a bar only where structure is told. */
    private static final Set<String> STRUCTURAL = Stream.of(Structure.class, PoolStep.class, Breakout.class,
            ScalpFeatures.class, Score.class, Events.class).map(Class::getSimpleName)
            .collect(Collectors.toUnmodifiableSet());

    /** Words by which a rule fires although something that it names is not there. */
    private static final Set<String> WITHOUT = Set.of("not", "or", "|", "||", "forall", "accumulate");

    private static final Set<String> DECLARED = Set.of(PackParameters.class.getSimpleName(),
            Readings.class.getSimpleName());

    private final RuleBook rules;
    private final Set<String> named;
    private final Map<Class<?>, Boolean> asked = new IdentityHashMap<>();
    private final boolean features;
    private final boolean regime;
    private final boolean structure;
    private final boolean readings;
    private final boolean onlyDeclared;
    private final boolean events;
    private final boolean holding;

    /**
     * @param named   simple names of all fact types that occur in a condition
     * @param holding whether a rule that a bar can fire looks at what is held
     */
    private RuleSubjects(RuleBook rules, Set<String> named, boolean holding) {
        this.rules = rules;
        this.named = named;
        this.features = named.contains(Features.class.getSimpleName());
        this.regime = named.contains(RegimeView.class.getSimpleName());
        this.structure = named.stream().anyMatch(STRUCTURAL::contains);
        this.readings = named.contains(Readings.class.getSimpleName());
        this.onlyDeclared = readings && DECLARED.containsAll(named);
        this.events = named.contains(Events.class.getSimpleName());
        this.holding = holding;
    }

    /** Reads the conditions of every rule. */
    static RuleSubjects of(RuleBook rules) {
        Set<String> named = new HashSet<>();
        boolean holding = false;
        for (RuleText rule : rules.rules()) {
            List<DrlWord> condition = condition(DrlLexer.words(rule.source(), 1));
            Set<String> ofRule = named(condition);
            named.addAll(ofRule);
            holding |= ofRule.contains(Holding.class.getSimpleName()) && !needsSignal(ofRule, condition);
        }
        return new RuleSubjects(rules, Set.copyOf(named), holding);
    }

    /** A rule that denies or offers a choice may fire without the signal that it names. */
    private static boolean needsSignal(Set<String> named, List<DrlWord> condition) {
        return named.contains(TradingSignal.class.getSimpleName())
                && condition.stream().noneMatch(word -> WITHOUT.contains(word.text()));
    }

    private static Set<String> named(List<DrlWord> condition) {
        Set<String> named = new HashSet<>();
        for (int i = 0; i + 1 < condition.size(); i++) {
            if (condition.get(i).isCapital() && condition.get(i + 1).is("(")) {
                named.add(condition.get(i).text());
            }
        }
        return named;
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

    /** Whether some condition looks at the features of the bar. */
    boolean features() {
        return features;
    }

    /** Whether some condition looks at the regime. */
    boolean regime() {
        return regime;
    }

    /** Whether some condition looks at patterns, levels or pools, or at what is known by them. */
    boolean structure() {
        return structure;
    }

    /** Whether some condition looks at declared indicators. */
    boolean readings() {
        return readings;
    }

    /** Whether no condition looks at anything but parameters and declared indicators. */
    boolean onlyDeclared() {
        return onlyDeclared;
    }

    /** Whether some condition asks what happened before. */
    boolean events() {
        return events;
    }

    /** Whether some condition that a bar can meet looks at what the strategy holds; a rule about signals cannot. */
    boolean holding() {
        return holding;
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
