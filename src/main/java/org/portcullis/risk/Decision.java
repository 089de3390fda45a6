package org.portcullis.risk;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.strategy.Proposal;

/**
 * Everything one judgement saw and said, kept so that it can be explained and replayed.
 *
 * @param decisionId content hash of proposal, account and versions; the same judgement has the same id
 * @param account the account that was judged
 * @param proposal what was proposed
 * @param decidedAtMs event time of the judgement, UTC milliseconds
 * @param quantity the size after sizing; zero when nothing could be bought
 * @param limitPrice the price limit of the order that follows
 * @param sizing each size that a sizing rule permitted, smallest wins: rule code to quantity text
 * @param checks every comparison made, in the order of the gates
 * @param rulesFired names of all rules that fired, in order
 * @param facts the facts that were judged, by name
 * @param rulesVersion version of the risk rules in force
 * @param policyHash hash of the policy in force
 * @param judgedOn the typed facts, from which the verdict can be given again; null when no rule could be asked
 */
public record Decision(String decisionId, AccountId account, Proposal proposal, long decidedAtMs, Quantity quantity,
        Price limitPrice, SortedMap<String, String> sizing, List<Check> checks, List<String> rulesFired,
        SortedMap<String, String> facts, String rulesVersion, String policyHash,
        @Nullable CaseFile judgedOn) {

    public Decision {
        checks = List.copyOf(checks);
        rulesFired = List.copyOf(rulesFired);
    }

    /** A decision that was made without asking the rules, or whose typed facts were not kept. */
    public Decision(String decisionId, AccountId account, Proposal proposal, long decidedAtMs, Quantity quantity,
            Price limitPrice, SortedMap<String, String> sizing, List<Check> checks, List<String> rulesFired,
            SortedMap<String, String> facts, String rulesVersion, String policyHash) {
        this(decisionId, account, proposal, decidedAtMs, quantity, limitPrice, sizing, checks, rulesFired, facts,
                rulesVersion, policyHash, null);
    }

    /** The same decision with these typed facts. */
    public Decision judgedOn(@Nullable CaseFile file) {
        return new Decision(decisionId, account, proposal, decidedAtMs, quantity, limitPrice, sizing, checks,
                rulesFired, facts, rulesVersion, policyHash, file);
    }
}
