package org.portcullis.risk;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;

/**
 * A verdict in words for the person who asks why: the verdict in one sentence first, then the checks with the failed
 * ones
 * first, sizing, facts, rules, versions and, where a single number stood in the way, what would have let it pass.
 *
 * @param verdict what is explained
 */
public record Explanation(Verdict verdict) {

    /** The verdict in one sentence, such as {@code Denied: the kill switch is on.} */
    public String sentence() {
        Decision decision = verdict.decision();
        Proposal proposal = decision.proposal();
        String order = proposal.side() + " " + decision.quantity() + " " + proposal.instrument();
        if (verdict instanceof Verdict.Approved) {
            boolean market = decision.limitPrice().e8() == 0;
            return "Approved: " + order + (market ? " at the market." : " at " + decision.limitPrice() + " or better.");
        }
        if (verdict.heldBackByMode()) {
            return "Not sent: " + order + " passed every other check, but the mode sends nothing (DRY_RUN).";
        }
        String because = failed().findFirst().map(Explanation::withNumbers)
                .orElseGet(() -> verdict.reasons().get(0).sentence());
        return verdict instanceof Verdict.AskPerson ? "A person is asked about " + order + ": " + because
                : "Denied: " + because + RotationDue.sentence(decision).map(due -> " " + due).orElse("");
    }

    /** Checks, failed ones first, otherwise in the order of the gates. */
    public List<Check> checks() {
        return verdict.decision().checks().stream().sorted(Comparator.comparing(Check::pass)).toList();
    }

    /** What would have let it pass, when exactly one comparison failed. */
    public Optional<String> nearestChange() {
        List<Check> failed = failed().toList();
        boolean alone = failed.size() == 1 && verdict.reasons().size() == 1;
        return alone ? Optional.of(change(failed.get(0))) : Optional.empty();
    }

    /**
     * What would have led to a better verdict, proven by judging the record again with the change applied (D11);
     * nothing when no typed facts were kept.
     */
    public Optional<NearestChange> proof(GateRules rules) {
        return Optional.ofNullable(verdict.decision().judgedOn())
                .map(file -> new ChangeSearch(rules).nearest(file).change());
    }

    /** The same by the rules in a folder {@code rules}. */
    public Optional<NearestChange> proof(Path folder) {
        return RuleImpact.under(folder, this::proof);
    }

    /** Everything, as plain text of lines; what would have let it pass is not proven. */
    public String text() {
        return text(nearestChange().map(change -> change + " (not tried)"));
    }

    /** Everything, as plain text of lines, with the change that was tried. */
    public String text(NearestChange tried) {
        return text(verdict instanceof Verdict.Approved ? Optional.empty() : Optional.of(tried.sentence()));
    }

    private String text(Optional<String> nearest) {
        Decision decision = verdict.decision();
        Proposal proposal = decision.proposal();
        List<String> lines = new ArrayList<>();
        lines.add(sentence());
        verdict.reasons().forEach(reason -> lines.add("  " + reason + "  " + reason.sentence()));
        nearest.ifPresent(change -> lines.add("  nearest change: " + change));
        lines.add("");
        lines.add("decision " + decision.decisionId() + " for account " + decision.account() + " at "
                + Instant.ofEpochMilli(decision.decidedAtMs()));
        lines.add("proposal " + proposal.proposalId() + " by " + proposal.strategy() + " / " + proposal.rule() + ": "
                + (proposal.intent() == Intent.ENTER ? "enter" : "exit") + " " + proposal.side() + " "
                + proposal.instrument() + " at " + FixedPoint.format(proposal.referencePriceE8()) + ", stop "
                + FixedPoint.format(proposal.stopPriceE8()));
        section(lines, "checks", checks().stream().map(Explanation::line));
        section(lines, "sizing", decision.sizing().entrySet().stream()
                .map(size -> size.getKey() + " " + size.getValue()));
        section(lines, "facts", decision.facts().entrySet().stream()
                .map(fact -> fact.getKey() + " " + fact.getValue()));
        section(lines, "features", proposal.features().entrySet().stream()
                .map(feature -> feature.getKey() + " " + feature.getValue()));
        section(lines, "rules fired", decision.rulesFired().stream());
        section(lines, "versions", Stream.of("risk rules " + decision.rulesVersion(), "strategy rules "
                + proposal.rulesVersion(), "policy " + decision.policyHash()));
        return String.join("\n", lines) + "\n";
    }

    private Stream<Check> failed() {
        return verdict.decision().checks().stream().filter(check -> !check.pass())
                .filter(check -> check.hard() == verdict instanceof Verdict.Denied);
    }

    private static void section(List<String> lines, String title, Stream<String> entries) {
        List<String> found = entries.toList();
        if (!found.isEmpty()) {
            lines.add("");
            lines.add(title);
            found.forEach(entry -> lines.add("  " + entry));
        }
    }

    private static String line(Check check) {
        String result = check.pass() ? "pass" : check.hard() ? "FAIL" : "ASK ";
        if (check.unit().equals("flag")) {
            return result + "  " + check.code() + "  is " + flag(check.actualE8()) + ", must be "
                    + flag(check.limitE8());
        }
        return result + "  " + check.code() + "  " + FixedPoint.format(check.actualE8()) + sign(check)
                + FixedPoint.format(check.limitE8()) + " " + check.unit() + ", headroom "
                + FixedPoint.format(check.headroomE8());
    }

    private static String withNumbers(Check check) {
        String sentence = check.reason().sentence();
        if (check.unit().equals("flag")) {
            return sentence;
        }
        return sentence.substring(0, sentence.length() - 1) + ": " + FixedPoint.format(check.actualE8()) + " against "
                + FixedPoint.format(check.limitE8()) + " " + check.unit() + ".";
    }

    private static String change(Check check) {
        if (check.unit().equals("flag")) {
            return check.code() + " would have to be " + flag(check.limitE8());
        }
        String bound = switch (check.relation()) {
            case AT_MOST -> "at most ";
            case ABOVE -> "above ";
            case AT_LEAST, EQUAL -> "at least ";
        };
        return check.code() + " would have to be " + bound + FixedPoint.format(check.limitE8()) + " " + check.unit()
                + ", or its limit " + FixedPoint.format(check.actualE8());
    }

    private static String sign(Check check) {
        boolean most = check.relation() == Check.Relation.AT_MOST;
        if (check.relation() == Check.Relation.ABOVE) {
            return check.pass() ? " > " : " <= ";
        }
        return check.pass() ? most ? " <= " : " >= " : most ? " > " : " < ";
    }

    private static String flag(long e8) {
        return e8 == 0 ? "no" : "yes";
    }
}
