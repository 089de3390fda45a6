package org.portcullis.signal.adapter.rules;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.engine.rules.RuleRun;
import org.portcullis.signal.IntakeRules;
import org.portcullis.signal.SignalCheck;
import org.portcullis.signal.SignalFlag;
import org.portcullis.signal.SignalLimits;

/** Asks the rules of {@code rules/signal}; an edited rule judges the next signal. Any thread may ask. */
public final class IntakeRuleBook implements IntakeRules {

    static final String GROUP = "signal.intake";
    private static final Comparator<SignalFlag> ORDER = Comparator.comparing(SignalFlag::code)
            .thenComparingDouble(SignalFlag::actual);

    private final Supplier<RuleBook> inForce;

    /** @param inForce the rule base {@code signal} in force, asked for every signal */
    public IntakeRuleBook(Supplier<RuleBook> inForce) {
        this.inForce = inForce;
    }

    @Override
    public List<SignalFlag> judge(SignalCheck check, SignalLimits limits) {
        try (RuleRun run = inForce.get().open(null)) {
            run.insert(limits);
            run.insert(check);
            run.fire(GROUP);
            return run.facts(SignalFlag.class).stream().sorted(ORDER).toList();
        }
    }
}
