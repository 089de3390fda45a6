package org.portcullis.portfolio.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Money;
import org.portcullis.portfolio.CaseAnswer;
import org.portcullis.portfolio.Difference;
import org.portcullis.portfolio.DifferenceKind;
import org.portcullis.portfolio.ReconcileCase;
import org.portcullis.portfolio.ReconcileRun;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Comparisons and cases, in the caller's transaction. */
@Repository
public class ReconcileStore {

    private final JdbcClient jdbc;

    public ReconcileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a comparison. */
    public void keep(AccountId account, ReconcileRun run) {
        jdbc.sql("""
                INSERT INTO portfolio.reconciles_log (account, asked_by, at, outcome, missed, found, opened, text)
                VALUES (:account, :trigger, :at, :outcome, :missed, :found, :opened, :text)""")
                .param("account", account.value()).param("trigger", run.trigger().name())
                .param("at", run.at().atOffset(ZoneOffset.UTC)).param("outcome", run.outcome().name())
                .param("missed", run.missed()).param("found", run.found()).param("opened", run.opened())
                .param("text", run.text()).update();
    }

    /** The newest comparisons, newest first. */
    public List<ReconcileRun> runs(AccountId account, int max) {
        return jdbc.sql("""
                SELECT * FROM portfolio.reconciles_log WHERE account = :account ORDER BY number DESC LIMIT :max""")
                .param("account", account.value()).param("max", max)
                .query((row, number) -> new ReconcileRun(ReconcileRun.Trigger.valueOf(row.getString("asked_by")),
                        instant(row, "at"), ReconcileRun.Outcome.valueOf(row.getString("outcome")),
                        row.getInt("missed"), row.getInt("found"), row.getInt("opened"), row.getString("text")))
                .list();
    }

    /**
     * Opens the case of a difference. One that is open, or was answered for good, stays as it is; one that went away
     * and came back is opened again.
     *
     * @param detail what settling it needs beside the difference
     * @return whether it was opened now
     */
    public boolean open(AccountId account, String venue, Difference found, String detail, long atMs) {
        return jdbc.sql("""
                INSERT INTO portfolio.cases AS known (case_id, account, venue, kind, subject, instrument, quantity_e8,
                    cash_e8, fill_at, text, detail, opened_at)
                VALUES (:id, :account, :venue, :kind, :subject, :instrument, :quantity, :cash, :fillAt, :text, :detail,
                    :at)
                ON CONFLICT (case_id) DO UPDATE SET text = :text, detail = :detail, opened_at = :at, answer = NULL,
                    answered_by = NULL, reason = NULL, closed_at = NULL
                WHERE known.closed_at IS NOT NULL AND coalesce(known.answer, '') <> 'IGNORE'
                    AND NOT (coalesce(known.answer, '') = 'ADOPT' AND known.kind = 'ORPHAN_ORDER')""")
                .param("id", found.caseId(account)).param("account", account.value()).param("venue", venue)
                .param("kind", found.kind().name()).param("subject", found.subject())
                .param("instrument", found.instrument()).param("quantity", found.quantityE8())
                .param("cash", found.cash().e8()).param("fillAt", at(found.atMs())).param("text", found.text())
                .param("detail", detail)
                .param("at", at(atMs)).update() == 1;
    }

    /** Notes what was decided. */
    public void answered(String caseId, CaseAnswer answer, String by, String reason) {
        jdbc.sql("UPDATE portfolio.cases SET answer = :answer, answered_by = :by, reason = :reason WHERE case_id = :id")
                .param("answer", answer.name()).param("by", by).param("reason", reason).param("id", caseId).update();
    }

    /** Closes a case: settled when it was answered, else gone by itself. */
    public void close(String caseId, long atMs) {
        jdbc.sql("UPDATE portfolio.cases SET closed_at = :at WHERE case_id = :id AND closed_at IS NULL")
                .param("at", at(atMs)).param("id", caseId).update();
    }

    /** Cases that are open, oldest first. */
    public List<ReconcileCase> open(AccountId account) {
        return jdbc.sql("""
                SELECT * FROM portfolio.cases WHERE account = :account AND closed_at IS NULL
                ORDER BY opened_at, case_id""")
                .param("account", account.value()).query((row, number) -> read(row)).list();
    }

    /** The case, its row locked until the transaction ends. */
    public Optional<Kept> lock(String caseId) {
        return jdbc.sql("SELECT * FROM portfolio.cases WHERE case_id = :id FOR UPDATE").param("id", caseId)
                .query((row, number) -> new Kept(read(row), row.getString("venue"), row.getString("detail")))
                .optional();
    }

    /** Cash found or lost: it moves, and is realised at once. */
    public void adjust(AccountId account, String caseId, Money cash, String reason, long atMs) {
        jdbc.sql("""
                INSERT INTO portfolio.adjustments_log (case_id, account, cash_e8, reason, at)
                VALUES (:id, :account, :cash, :reason, :at)""")
                .param("id", caseId).param("account", account.value()).param("cash", cash.e8())
                .param("reason", reason).param("at", at(atMs)).update();
        jdbc.sql("""
                UPDATE portfolio.accounts SET cash_e8 = cash_e8 + :cash, realised_e8 = realised_e8 + :cash,
                    updated_at = :at WHERE account = :account""")
                .param("cash", cash.e8()).param("at", at(atMs)).param("account", account.value()).update();
    }

    /** A case with the venue it is about and what settling it needs. */
    public record Kept(ReconcileCase found, String venue, String detail) {
    }

    private static ReconcileCase read(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        return new ReconcileCase(row.getString("case_id"), difference(row), instant(row, "opened_at"),
                answer == null ? null : CaseAnswer.valueOf(answer), row.getString("answered_by"),
                row.getString("reason"), closed(row));
    }

    static Difference difference(ResultSet row) throws SQLException {
        return new Difference(DifferenceKind.valueOf(row.getString("kind")), row.getString("subject"),
                row.getString("instrument"), row.getLong("quantity_e8"), new Money(row.getLong("cash_e8")),
                instant(row, "fill_at").toEpochMilli(), row.getString("text"));
    }

    private static @Nullable Instant closed(ResultSet row) throws SQLException {
        OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        return closed == null ? null : closed.toInstant();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime at(long ms) {
        return Instant.ofEpochMilli(ms).atOffset(ZoneOffset.UTC);
    }
}
