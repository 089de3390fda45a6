package org.portcullis.risk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.ids.ContentDigest;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.risk.domain.Situation;
import org.portcullis.strategy.Proposal;

/** A decision while it is made; each part is written once, the fold of the checks turns it into a verdict. */
final class DecisionDraft {

    /** About as many rules as an entry fires. */
    private static final int RULES = 96;

    private final AccountId account;
    private final Proposal proposal;
    private final long atMs;
    private final boolean agreed;
    private final String rulesVersion;
    private final String policyHash;
    private final FactNaming facts = new FactNaming();
    private final FactNaming sizing = new FactNaming();
    private final List<String> fired = new ArrayList<>(RULES);
    private List<Check> checks = List.of();
    private Quantity quantity = Quantity.ZERO;
    private Price limitPrice = new Price(0);
    private @Nullable CaseFile file;

    /** @param agreed whether a person has already agreed, so that soft checks ask nobody again */
    DecisionDraft(AccountId account, Proposal proposal, long atMs, boolean agreed, String rulesVersion,
            String policyHash) {
        this.account = account;
        this.proposal = proposal;
        this.atMs = atMs;
        this.agreed = agreed;
        this.rulesVersion = rulesVersion;
        this.policyHash = policyHash;
    }

    /** The typed facts of the judgement. */
    void judgedOn(CaseFile known) {
        file = known;
    }

    /** Names what every judgement knows. */
    void facts(Situation situation) {
        situation.name(facts::put);
    }

    /** Names the values of a further gate's fact, such as {@code budget.trades-this-cycle}. */
    void fact(Record fact) {
        facts.put(fact);
    }

    void order(Quantity size, Price limit) {
        quantity = size;
        limitPrice = limit;
    }

    void sized(GateRules.Sized sized, long factorE8, Quantity result) {
        GateRules.@Nullable Size binding = null;
        for (GateRules.Size size : sized.sizes()) {
            sizing.put(size.code(), size.atMost());
            binding = binding == null || size.atMost().compareTo(binding.atMost()) < 0 ? size : binding;
        }
        if (binding != null) {
            sizing.put("bound-by", binding.code());
        }
        if (factorE8 != FixedPoint.ONE) {
            sizing.put("regime-factor", FixedPoint.format(factorE8));
        }
        sizing.put("result", result);
        fired.addAll(sized.fired());
    }

    void judged(GateRules.Judged judged) {
        checks = judged.checks();
        fired.addAll(judged.fired());
    }

    /** The fold: a missing or failed hard check denies, a failed soft one asks a person, else it is approved. */
    Verdict fold(boolean markPresent, boolean personMayBeAsked) {
        List<String> missing = MandatoryCheck.missing(proposal.intent(), markPresent, personMayBeAsked && !agreed,
                checks);
        Set<ReasonCode> denials = new LinkedHashSet<>();
        if (!missing.isEmpty()) {
            facts.put("checks.missing", String.join(" ", missing));
            denials.add(ReasonCode.CHECK_MISSING);
        }
        addFailed(true, denials);
        if (denials.isEmpty() && quantity.isZero()) {
            denials.add(ReasonCode.BELOW_MINIMUM);
        }
        if (!denials.isEmpty()) {
            return new Verdict.Denied(decision(), List.copyOf(denials));
        }
        Set<ReasonCode> asks = new LinkedHashSet<>();
        addFailed(false, asks);
        return asks.isEmpty() || agreed ? new Verdict.Approved(decision())
                : new Verdict.AskPerson(decision(), List.copyOf(asks));
    }

    private void addFailed(boolean hard, Set<ReasonCode> reasons) {
        for (int i = 0; i < checks.size(); i++) {
            Check check = checks.get(i);
            if (check.hard() == hard && !check.pass()) {
                reasons.add(check.reason());
            }
        }
    }

    Verdict denied(ReasonCode reason, String factName, String fact) {
        facts.put(factName, fact);
        return new Verdict.Denied(decision(), List.of(reason));
    }

    private Decision decision() {
        return new Decision(id(), account, proposal, atMs, quantity, limitPrice, sizing.sorted(), checks, fired,
                facts.sorted(), rulesVersion, policyHash, file);
    }

    /** Not by a record's own text, whose form no Java version promises. */
    private String id() {
        ContentDigest digest = new ContentDigest().text(agreed ? "recheck" : "judge").text(account.value())
                .text(proposal.proposalId()).number(atMs).text(rulesVersion).text(policyHash).number(quantity.e8())
                .number(limitPrice.e8()).number(checks.size());
        for (int i = 0; i < checks.size(); i++) {
            Check check = checks.get(i);
            digest.word(check.code()).number(check.actualE8()).word(check.relation().name()).number(check.limitE8())
                    .number(check.hard() ? 1 : 0);
        }
        facts.weigh(digest);
        return digest.first16();
    }
}
