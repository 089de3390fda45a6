package org.portcullis.risk.adapter.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.risk.CaseFile;
import org.portcullis.risk.Decision;
import org.portcullis.risk.DecisionBook;
import org.portcullis.risk.DecisionQuery;
import org.portcullis.risk.DecisionRecorded;
import org.portcullis.risk.DecisionRow;
import org.portcullis.risk.ReasonCode;
import org.portcullis.risk.ReasonCount;
import org.portcullis.risk.Verdict;
import org.portcullis.risk.Verdict.Outcome;
import org.portcullis.risk.VerdictKept;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every verdict with its complete decision, appended to {@code risk.decisions_log} in the caller's transaction. */
@Repository
public class Decisions implements DecisionBook {

    private static final String ROW = """
            SELECT decision_id, proposal_id, account, instrument, strategy, rule, intent, side, decided_at, outcome,
                reason, quantity_e8, limit_price_e8, reference_price_e8, rules_version, policy_hash, verdict_micros
            FROM risk.decisions_log""";
    private static final String VERDICT =
            "SELECT decision_id, decided_at, outcome, reasons, decision, judged_on FROM risk.decisions_log";
    /** How many verdicts are held at a time while all are read. */
    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final CaseText cases;
    private final ApplicationEventPublisher events;

    /** @param json the mapper that all words are written with */
    public Decisions(JdbcClient jdbc, ObjectMapper json, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.cases = new CaseText(json);
        this.events = events;
    }

    /**
     * Keeps a verdict; one proposal is decided once for each account.
     *
     * @param verdictMicros time from the market frame's receipt to the verdict, in microseconds; never negative
     * @throws org.springframework.dao.DuplicateKeyException when the proposal was decided before
     */
    @Override
    public void insert(Verdict verdict, long verdictMicros) {
        Decision decision = verdict.decision();
        Proposal proposal = decision.proposal();
        CaseFile file = decision.judgedOn();
        ReasonCode first = verdict.reasons().isEmpty() ? null : verdict.reasons().get(0);
        jdbc.sql("""
                INSERT INTO risk.decisions_log (decision_id, proposal_id, account, instrument, strategy, rule, intent,
                    side, decided_at, outcome, reason, reasons, quantity_e8, limit_price_e8, reference_price_e8,
                    decision, judged_on, rules_version, policy_hash, verdict_micros)
                VALUES (:id, :proposal, :account, :instrument, :strategy, :rule, :intent, :side, :at, :outcome, :reason,
                    :reasons, :quantity, :limit, :reference, :decision::jsonb, :judged::jsonb,
                    :rules, :policy, :micros)""")
                .param("id", decision.decisionId()).param("proposal", proposal.proposalId())
                .param("account", decision.account().value()).param("instrument", proposal.instrument().value())
                .param("strategy", proposal.strategy()).param("rule", proposal.rule())
                .param("intent", proposal.intent().name()).param("side", proposal.side().name())
                .param("at", Instant.ofEpochMilli(decision.decidedAtMs()).atOffset(ZoneOffset.UTC))
                .param("outcome", verdict.outcome().name()).param("reason", first == null ? null : first.name())
                .param("reasons", verdict.reasons().stream().map(ReasonCode::name).collect(Collectors.joining("|")))
                .param("quantity", decision.quantity().e8()).param("limit", decision.limitPrice().e8())
                .param("reference", proposal.referencePriceE8()).param("decision", write(decision))
                .param("judged", file == null ? null : cases.write(file))
                .param("rules", decision.rulesVersion()).param("policy", decision.policyHash())
                .param("micros", verdictMicros).update();
        events.publishEvent(new DecisionRecorded(decision.decisionId(), proposal.instrument(), verdict.outcome(),
                first));
        events.publishEvent(new VerdictKept(verdict));
    }

    /** The verdict as it was given. */
    @Override
    public Optional<Verdict> find(String decisionId) {
        return jdbc.sql(VERDICT + " WHERE decision_id = :id")
                .param("id", decisionId).query((row, number) -> verdict(row)).optional();
    }

    /** The verdict on a proposal, if the account's desk has judged it: a redelivered proposal is answered from here. */
    @Override
    public Optional<Verdict> findByProposal(AccountId account, String proposalId) {
        return jdbc.sql(VERDICT + " WHERE account = :account AND proposal_id = :proposal")
                .param("account", account.value()).param("proposal", proposalId)
                .query((row, number) -> verdict(row)).optional();
    }

    /** Reads page by page behind the last one shown, so that any number fits into memory. */
    @Override
    public void eachSince(Instant since, Consumer<Verdict> reader) {
        Instant from = since;
        String after = "";
        List<Verdict> page;
        do {
            page = jdbc.sql(VERDICT + """
                     WHERE (decided_at, decision_id) > (:from, :after)
                    ORDER BY decided_at, decision_id LIMIT :page""")
                    .param("from", from.atOffset(ZoneOffset.UTC)).param("after", after).param("page", PAGE)
                    .query((row, number) -> verdict(row)).list();
            for (Verdict verdict : page) {
                reader.accept(verdict);
                from = Instant.ofEpochMilli(verdict.decision().decidedAtMs());
                after = verdict.decision().decisionId();
            }
        } while (page.size() == PAGE);
    }

    /** A page of decisions, the newest first. */
    public List<DecisionRow> list(DecisionQuery query) {
        return jdbc.sql(ROW + """
                 WHERE (CAST(:outcome AS text) IS NULL OR outcome = :outcome)
                    AND (CAST(:reason AS text) IS NULL OR reason = :reason)
                    AND (CAST(:instrument AS text) IS NULL OR instrument = :instrument)
                ORDER BY decided_at DESC, decision_id LIMIT :limit OFFSET :offset""")
                .param("outcome", query.outcome().map(Outcome::name).orElse(null))
                .param("reason", query.reason().map(ReasonCode::name).orElse(null))
                .param("instrument", query.instrument().map(InstrumentId::value).orElse(null))
                .param("limit", query.limit()).param("offset", query.offset())
                .query(Decisions::row).list();
    }

    /** How many decisions there are by outcome and first reason, most frequent first. */
    public List<ReasonCount> counts() {
        return jdbc.sql("""
                SELECT outcome, reason, count(*) AS decisions FROM risk.decisions_log GROUP BY outcome, reason
                ORDER BY decisions DESC, outcome, reason""")
                .query((row, number) -> new ReasonCount(Outcome.valueOf(row.getString("outcome")),
                        reason(row.getString("reason")), row.getLong("decisions"))).list();
    }

    private Verdict verdict(ResultSet row) throws SQLException {
        String facts = row.getString("judged_on");
        Decision decision = read(row.getString("decision")).judgedOn(facts == null ? null : cases.read(facts));
        List<ReasonCode> reasons = Arrays.stream(row.getString("reasons").split("\\|")).filter(text -> !text.isEmpty())
                .map(ReasonCode::valueOf).toList();
        return switch (Outcome.valueOf(row.getString("outcome"))) {
            case APPROVED -> new Verdict.Approved(decision);
            case ASK_PERSON -> new Verdict.AskPerson(decision, reasons);
            case DENIED -> new Verdict.Denied(decision, reasons);
        };
    }

    private static DecisionRow row(ResultSet row, int number) throws SQLException {
        return new DecisionRow(row.getString("decision_id"), row.getString("proposal_id"), row.getString("account"),
                new InstrumentId(row.getString("instrument")), row.getString("strategy"), row.getString("rule"),
                Intent.valueOf(row.getString("intent")), Side.valueOf(row.getString("side")),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                Outcome.valueOf(row.getString("outcome")), reason(row.getString("reason")),
                new Quantity(row.getLong("quantity_e8")), new Price(row.getLong("limit_price_e8")),
                new Price(row.getLong("reference_price_e8")), row.getString("rules_version"),
                row.getString("policy_hash"), row.getLong("verdict_micros"));
    }

    private static Optional<ReasonCode> reason(@Nullable String name) {
        return Optional.ofNullable(name).map(ReasonCode::valueOf);
    }

    private String write(Decision decision) {
        try {
            // the typed facts have their own column
            ObjectNode document = json.valueToTree(decision.judgedOn(null));
            document.remove("judgedOn");
            return json.writeValueAsString(document);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("decision " + decision.decisionId() + " cannot be written", unwritable);
        }
    }

    private Decision read(String text) {
        try {
            return json.readValue(text, Decision.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a kept decision cannot be read: " + unreadable.getOriginalMessage(),
                    unreadable);
        }
    }
}
