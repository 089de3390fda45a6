package org.portcullis.engine.rules.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.source.DrlFile;
import org.portcullis.engine.rules.source.DrlRule;

/**
 * Answers for one agenda group what its rules form of some facts, where that is certain without the engine. Rules have
 * no order, change no fact and see nothing but facts; so where every condition can be read, and what fires does nothing
 * but insert facts that no rule of the group looks at, comparisons are all it takes. Safe to share between threads.
 */
public final class GroupGate {

    private final Class<?>[] types;
    private final RuleGate[] rules;
    private final boolean forms;
    private final Map<String, RuleGate> byName;
    private volatile @Nullable Written written;

    private GroupGate(List<Class<?>> types, Map<String, RuleGate> rules) {
        this.types = types.toArray(Class<?>[]::new);
        this.rules = rules.values().toArray(RuleGate[]::new);
        this.byName = Map.copyOf(rules);
        this.forms = rules.values().stream().allMatch(this::formsNoneOfOurs);
    }

    /** A fact that rules of the group look at in their turn is for the engine. */
    private boolean formsNoneOfOurs(RuleGate rule) {
        List<Insertion> forming = rule.forming();
        if (forming == null) {
            return true;
        }
        for (Class<?> type : types) {
            if (forming.stream().anyMatch(one -> type.isAssignableFrom(one.type()))) {
                return false;
            }
        }
        return true;
    }

    /**
     * What the rules that certainly fire have formed.
     *
     * @param rules names of the rules, one for each firing
     * @param facts what they inserted
     */
    public record Formed(List<String> rules, List<Object> facts) {
    }

    /**
     * What the engine would form of these facts, when that is certain without asking it: each rule either cannot fire,
     * or surely does and is known to the last word.
     *
     * @return without rules and facts when no rule can fire; null when the engine has to be asked
     */
    public @Nullable Formed asked(List<?> facts) {
        return run().asked(facts);
    }

    /** Asks the same again and again, one thread at a time. */
    public GateRun run() {
        return new GateRun(types, rules, forms, program());
    }

    /** Written for the first run: of many groups none is ever opened. */
    private @Nullable GateProgram program() {
        Written there = written;
        if (there == null) {
            there = new Written(GateWriter.of(types, rules));
            written = there;
        }
        return there.program();
    }

    private record Written(@Nullable GateProgram program) {
    }

    /** The gates of a folder's groups; a group of which every rule may always fire has none, for it would be idle. */
    public static Map<String, GroupGate> of(List<DrlFile> files, ClassLoader loader) {
        Map<String, GroupGate> gates = new TreeMap<>();
        for (DrlFile file : files) {
            List<Class<?>> types = new ArrayList<>();
            Map<String, RuleGate> rules = new LinkedHashMap<>();
            GateReader reader = new GateReader(file, loader, types);
            file.rules().forEach(rule -> rules.put(rule.name(), reader.read(rule)));
            if (!rules.values().stream().allMatch(RuleGate::alwaysOpen)) {
                gates.put(groupOf(file), new GroupGate(types, rules));
            }
        }
        return gates;
    }

    /**
     * Whether a rule may fire on the facts that it matched: not when one of its comparisons is with what is no number.
     *
     * @param rule    full name of the rule
     * @param matched the facts, one for each of its patterns
     */
    public boolean admits(String rule, List<Object> matched) {
        RuleGate gate = byName.get(rule);
        if (gate == null || gate.alwaysOpen()) {
            return true;
        }
        FactTable table = new FactTable(types);
        return !table.lay(matched.toArray(), matched.size()) || table.hasSeveral() || gate.mayFire(table.slots());
    }

    private static String groupOf(DrlFile file) {
        List<DrlRule> rules = file.rules();
        return rules.isEmpty() ? "" : rules.get(0).agendaGroup();
    }
}
