package org.portcullis.research.backtest;

import java.util.Map;
import java.util.TreeMap;
import org.portcullis.engine.policy.Policy;

/** The cost model of the paper venue under a policy, in words for the report. */
final class Costs {

    private static final String ROOM = "venue.paper.";

    private Costs() {
    }

    static Map<String, String> of(Policy policy) {
        Map<String, String> costs = new TreeMap<>();
        policy.parameters().forEach((name, parameter) -> {
            if (name.startsWith(ROOM)) {
                costs.put(name.substring(ROOM.length()), parameter.value());
            }
        });
        return costs;
    }
}
