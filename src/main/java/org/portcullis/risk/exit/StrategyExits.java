package org.portcullis.risk.exit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.policy.Parameter;
import org.portcullis.engine.policy.Policy;

/**
 * Exit limits of one strategy in place of the policy's (B-E7): how it takes profit it may say freely within the bounds
 * of the policy's parameter; what protects it may only be tighter than the policy.
 *
 * @param values by name as in {@code strategy.yaml}: the policy's name without {@code risk.exit.}
 */
public record StrategyExits(SortedMap<String, String> values) {

    /** A strategy that says nothing. */
    public static final StrategyExits NONE = new StrategyExits(Collections.emptySortedMap());

    private static final String ROOM = "risk.exit.";
    /** Whose larger value protects less, and whose smaller one does. */
    private static final List<String> AT_MOST = List.of("loss-pct-max", "hold-max", "stagnation-max");
    private static final List<String> AT_LEAST = List.of("session-end");
    /** The account's own: no strategy speaks for the others. */
    private static final List<String> NOT_OURS = List.of("trim-pct-max");

    public StrategyExits {
        values = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) values));
    }

    /** What is wrong with one value under that policy, for its author; nothing when it is good. */
    public static @Nullable String fault(String name, String value, Policy house) {
        Parameter declared = house.parameters().get(ROOM + name);
        if (declared == null || NOT_OURS.contains(name)) {
            return "is no limit of a strategy's exits; known are " + names(house);
        }
        try {
            Policy own = house.with("strategy", Map.of(ROOM + name, value));
            Parameter said = Objects.requireNonNull(own.parameters().get(ROOM + name));
            return looser(name, said, declared) ? "is " + value + ", looser than " + declared.value() + " "
                    + declared.unit() + " of the policy; a strategy may only be stricter" : null;
        } catch (IllegalArgumentException refused) {
            return refused.getMessage();
        }
    }

    /** The policy under which the strategy's positions are guarded; where it became stricter since, it counts. */
    public Policy over(Policy house, String strategy) {
        SortedMap<String, String> own = new TreeMap<>();
        values.forEach((name, value) -> {
            if (fault(name, value, house) == null) {
                own.put(ROOM + name, value);
            }
        });
        return own.isEmpty() ? house : house.with(strategy, own);
    }

    private static boolean looser(String name, Parameter said, Parameter house) {
        if (!AT_MOST.contains(name) && !AT_LEAST.contains(name)) {
            return false;
        }
        BigDecimal over = said.comparable().subtract(house.comparable());
        return AT_MOST.contains(name) ? over.signum() > 0 : over.signum() < 0;
    }

    private static List<String> names(Policy house) {
        List<String> names = new ArrayList<>();
        house.parameters().keySet().stream().filter(key -> key.startsWith(ROOM))
                .map(key -> key.substring(ROOM.length())).filter(name -> !NOT_OURS.contains(name)).forEach(names::add);
        return names;
    }
}
