package org.portcullis.risk.adapter.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.engine.rules.RulePanel;
import org.portcullis.engine.rules.RuleRecorder;
import org.portcullis.engine.rules.RuleRunFailed;
import org.portcullis.engine.rules.RuleText;
import org.portcullis.risk.GateRules;

/**
 * Asks the rules of {@code rules/risk} in the fixed order of the gates (SX-03): kill, mode, breakers, data, quotes,
 * universe, direction, budget, confidence, caps, rotation, exposure, orders, repeats, funds, book, reconcile,
 * cooldown, loss, gating; then whatever groups users added. Sizing is asked first, because the checks judge the order
 * that it leaves. A group whose file is gone is skipped here and missed by the desk's list of mandatory checks.
 */
public final class RuleGates implements GateRules {

    /** How the groups begin that say how large an order may be. */
    static final String SIZING = "risk.sizing";
    static final List<String> GATES = List.of("risk.kill", "risk.mode", "risk.breakers", "risk.data", "risk.quotes",
            "risk.universe", "risk.direction", "risk.budget", "risk.confidence",
            "risk.caps", "risk.rotation", "risk.exposure", "risk.orders", "risk.repeats", "risk.funds", "risk.book",
            "risk.reconcile", "risk.cooldown", "risk.loss", "risk.gating");

    /** Groups that answer other questions than whether an order may leave. */
    static final Set<String> ELSEWHERE = Set.of(RuleTripping.TRIPPING, RuleExits.EXITS);

    private final Supplier<RuleBook> base;
    private volatile @Nullable InForce known;

    /** Asks the base that the supplier names as being in force. */
    public RuleGates(Supplier<RuleBook> base) {
        this.base = base;
    }

    /** Which groups there are is worked out once for each version of the rules. */
    @Override
    public Edition edition() {
        RuleBook rules = base.get();
        InForce edition = known;
        if (edition == null || edition.base() != rules) {
            edition = InForce.of(rules);
            known = edition;
        }
        return edition;
    }

    /** The groups there are of one kind: ours in the order of the gates, then others by name. */
    private static List<String> groups(RuleBook rules, boolean sizing) {
        TreeSet<String> present = new TreeSet<>(rules.rules().stream().map(RuleText::agendaGroup).toList());
        List<String> ordered = new ArrayList<>(GATES);
        ordered.retainAll(present);
        present.removeAll(GATES);
        ordered.addAll(present);
        ordered.removeIf(group -> group.startsWith(SIZING) != sizing || ELSEWHERE.contains(group));
        return List.copyOf(ordered);
    }

    /**
     * One version of the rules.
     *
     * @param sizing  the groups that say how large an order may be; null when there are none
     * @param judging the groups that judge it, in their order; null when there are none
     */
    private record InForce(RuleBook base, @Nullable RulePanel sizing, @Nullable RulePanel judging) implements Edition {

        static InForce of(RuleBook base) {
            return new InForce(base, panel(base, groups(base, true)), panel(base, groups(base, false)));
        }

        private static @Nullable RulePanel panel(RuleBook base, List<String> groups) {
            return groups.isEmpty() ? null : base.panel(groups);
        }

        @Override
        public String version() {
            return base.version();
        }

        @Override
        public Sized size(List<Object> facts) {
            if (sizing == null) {
                return new Sized(List.of(), List.of());
            }
            Sizes sizes = new Sizes();
            List<String> fired = asked(sizing, facts, sizes);
            return new Sized(sizes.stated(), fired);
        }

        @Override
        public Judged judge(List<Object> facts, String currency) {
            if (judging == null) {
                return new Judged(List.of(), List.of());
            }
            Checks checks = new Checks(currency);
            List<String> fired = asked(judging, facts, checks);
            return new Judged(checks.made(), fired);
        }

        private static List<String> asked(RulePanel panel, List<Object> facts, RuleRecorder recorder) {
            try {
                return panel.ask(facts, recorder);
            } catch (RuleRunFailed failed) {
                throw new RulesFailed(String.valueOf(failed.getMessage()), failed);
            }
        }
    }
}
