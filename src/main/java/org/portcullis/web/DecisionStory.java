package org.portcullis.web;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Why a judgement came out as it did, the verdict first.
 *
 * @param line the judgement
 * @param sentence the verdict and its first reason with both numbers
 * @param nearest the nearest change that would have let it pass; nothing when it passed
 * @param checks every check, failed ones first
 * @param sizing each size that a sizing rule permitted
 * @param facts what was judged, by name
 * @param features what the strategy saw, by name
 * @param rulesFired every rule that fired, in order
 * @param strategyRulesVersion version of the rules that formed the proposal
 * @param exit why the desk closes the position, with both numbers; nothing when the desk did not propose it
 */
public record DecisionStory(DecisionLine line, String sentence, @Nullable String nearest, List<CheckLine> checks,
        SortedMap<String, String> sizing, SortedMap<String, String> facts, SortedMap<String, String> features,
        List<String> rulesFired, String strategyRulesVersion, @Nullable String exit) {

    public DecisionStory {
        checks = List.copyOf(checks);
        rulesFired = List.copyOf(rulesFired);
    }

    /** Checks that failed. */
    public List<CheckLine> failed() {
        return checks.stream().filter(check -> !check.pass()).toList();
    }

    /** The checks worth a look in a list: failed ones, filled up to {@code count} with those nearest to their limit. */
    public List<CheckLine> telling(int count) {
        List<CheckLine> failed = failed();
        return java.util.stream.Stream.concat(failed.stream(), checks.stream().filter(CheckLine::pass))
                .limit(Math.max(count, failed.size())).toList();
    }
}
