package org.portcullis.risk;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.rules.RuleSandbox;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.risk.adapter.rules.RuleGates;

/**
 * What other rules would have said about recorded verdicts.
 *
 * @param rulesVersion version of the rules that judged again
 * @param judged how many recorded verdicts they judged
 * @param withoutFacts how many could not be judged again, because nothing was known that rules could have judged
 * @param differences verdicts that differ, in the order of their decisions
 */
public record RuleImpact(String rulesVersion, long judged, long withoutFacts, List<Difference> differences) {

    private static final RuleSandbox SANDBOX = RuleSandbox.allowing("org.portcullis.");

    /** Whether an order more or fewer would have left, or the same order otherwise. */
    public enum Kind { ADDED, REMOVED, CHANGED }

    public RuleImpact {
        differences = List.copyOf(differences);
    }

    /**
     * One verdict in short.
     *
     * @param decisionId the recorded decision
     * @param proposalId the proposal that was judged
     * @param outcome the verdict
     * @param reasons why
     * @param quantity size of the order
     * @param limitPrice its price limit, zero for the market
     */
    public record Told(String decisionId, String proposalId, Instant decidedAt, Verdict.Outcome outcome,
            List<ReasonCode> reasons, Quantity quantity, Price limitPrice) {

        static Told of(Verdict verdict) {
            Decision decision = verdict.decision();
            return new Told(decision.decisionId(), decision.proposal().proposalId(),
                    Instant.ofEpochMilli(decision.decidedAtMs()), verdict.outcome(), verdict.reasons(),
                    decision.quantity(), decision.limitPrice());
        }

        private String words() {
            String why = reasons.isEmpty() ? "" : " " + String.join(" ", reasons.stream().map(Enum::name).toList());
            return outcome + why + " " + quantity + (limitPrice.e8() == 0 ? "" : " at " + limitPrice);
        }
    }

    /** One verdict that differs: as it was recorded and as it would be now. */
    public record Difference(Kind kind, Told recorded, Told now) {
    }

    /**
     * Judges every verdict of the book since then again by the risk rules of that folder.
     *
     * @param folder a folder {@code rules} with its {@code risk} inside
     * @throws org.portcullis.engine.rules.RulesBroken when a rule file in it cannot be put in force
     * @throws IllegalArgumentException when it holds no risk rules
     */
    public static RuleImpact of(DecisionBook book, Instant since, Path folder) {
        return under(folder, rules -> of(book, since, rules));
    }

    /** Asks something of the rules in that folder. */
    static <T> T under(Path folder, Function<GateRules, T> question) {
        try (RuleLibrary library = RuleLibrary.open(folder, SANDBOX)) {
            return question.apply(new RuleGates(() -> library.base("risk")));
        }
    }

    /** Judges every verdict of the book since then again by these rules. */
    public static RuleImpact of(DecisionBook book, Instant since, GateRules rules) {
        GateRules.Edition edition = rules.edition();
        Rejudging again = new Rejudging(() -> edition);
        List<Difference> differences = new ArrayList<>();
        long[] seen = new long[2];
        book.eachSince(since, verdict -> {
            seen[verdict.decision().judgedOn() == null ? 1 : 0]++;
            Optional<Difference> difference = again.difference(verdict);
            difference.ifPresent(differences::add);
        });
        return new RuleImpact(edition.version(), seen[0], seen[1], differences);
    }

    /** How many differences of that kind there are. */
    public long count(Kind kind) {
        return differences.stream().filter(difference -> difference.kind() == kind).count();
    }

    /** A table for people: one line a difference, the totals last. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Difference difference : differences) {
            lines.add(String.format("%-7s  %s  %s  %s  ->  %s", difference.kind(), difference.recorded().decidedAt(),
                    difference.recorded().decisionId(), difference.recorded().words(), difference.now().words()));
        }
        lines.add(judged + " verdicts judged again under rules " + rulesVersion + ": " + count(Kind.ADDED) + " added, "
                + count(Kind.REMOVED) + " removed, " + count(Kind.CHANGED) + " changed");
        if (withoutFacts > 0) {
            lines.add(withoutFacts + " verdicts were given without asking a rule and stay as they are");
        }
        return lines;
    }
}
