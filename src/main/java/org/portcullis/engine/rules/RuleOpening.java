package org.portcullis.engine.rules;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a rules folder is to be opened.
 *
 * @param rules   the folder {@code rules}
 * @param sandbox what rules may name
 * @param limits  how much a file and a run may take
 * @param clock   gives the time of loading for display
 * @param wanted  names of the rule bases to open, such as {@code risk}; empty for every one there is
 * @param proofs  where is kept which files were compiled before, so that their engine is compiled when it is first
 *                needed; null when everything is to be compiled now
 */
public record RuleOpening(Path rules, RuleSandbox sandbox, RuleLimits limits, InstantSource clock, Set<String> wanted,
                          @Nullable Path proofs) {

    public RuleOpening {
        wanted = Set.copyOf(wanted);
    }

    /** Everything there is, compiled now, with {@link RuleLimits#standard()} and the system's clock. */
    public static RuleOpening of(Path rules, RuleSandbox sandbox) {
        return new RuleOpening(rules, sandbox, RuleLimits.standard(), InstantSource.system(), Set.of(), null);
    }

    /** The same under other limits. */
    public RuleOpening within(RuleLimits other) {
        return new RuleOpening(rules, sandbox, other, clock, wanted, proofs);
    }

    /** The same by another clock. */
    public RuleOpening at(InstantSource other) {
        return new RuleOpening(rules, sandbox, limits, other, wanted, proofs);
    }

    /** Only these rule bases: what stands in other folders is not looked at. */
    public RuleOpening only(Set<String> folders) {
        return new RuleOpening(rules, sandbox, limits, clock, folders, proofs);
    }

    /**
     * The same, with the engine of rules that this product compiled before left for when it is needed.
     *
     * @param cache the folder of what only saves time; null to compile everything now
     */
    public RuleOpening remembering(@Nullable Path cache) {
        return new RuleOpening(rules, sandbox, limits, clock, wanted, cache == null ? null : cache.resolve("rules"));
    }

    boolean wants(String folder) {
        return wanted.isEmpty() || wanted.contains(folder);
    }
}
