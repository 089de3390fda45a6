package org.portcullis.engine.rules.host;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.drools.base.base.ClassObjectType;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.GroupElement;
import org.drools.base.rule.Pattern;
import org.drools.base.rule.RuleConditionElement;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the combinations of facts the rules of one group compare, before they are compared: a join that is under way
 * cannot be stopped from outside. The bound is the product over a rule's patterns of the facts of that type.
 */
final class JoinBound {

    private record Patterns(String rule, List<Class<?>> types) {
    }

    private final List<Patterns> rules = new ArrayList<>();
    private final long comparisonsMax;
    private final int harmlessFacts;

    JoinBound(Collection<RuleImpl> group, long comparisonsMax) {
        this.comparisonsMax = comparisonsMax;
        int longest = 1;
        for (RuleImpl rule : group) {
            List<Class<?>> types = new ArrayList<>();
            collect(rule.getLhs(), types);
            rules.add(new Patterns(rule.getName(), types));
            longest = Math.max(longest, types.size());
        }
        harmlessFacts = (int) Math.min(Integer.MAX_VALUE, Math.pow(comparisonsMax, 1.0 / longest));
    }

    /** So few facts that no rule of the group can pass the bound. */
    int harmlessFacts() {
        return harmlessFacts;
    }

    /** The first rule that would compare too many combinations of these facts; null when none would. */
    @Nullable String ruleOverBound(List<Object> facts) {
        if (facts.size() <= harmlessFacts) {
            return null;
        }
        for (Patterns rule : rules) {
            double combinations = 1;
            for (Class<?> type : rule.types()) {
                combinations *= facts.stream().filter(type::isInstance).count();
            }
            if (combinations > comparisonsMax) {
                return rule.rule();
            }
        }
        return null;
    }

    private static void collect(RuleConditionElement element, List<Class<?>> types) {
        if (element instanceof Pattern pattern && pattern.getObjectType() instanceof ClassObjectType type) {
            types.add(type.getClassType());
        } else if (element instanceof GroupElement group) {
            group.getChildren().forEach(child -> collect(child, types));
        }
    }
}
