package org.portcullis.operations.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.journal.AuditEntry;
import org.portcullis.journal.AuditTrail;
import org.portcullis.operations.alert.Alert;
import org.portcullis.operations.alert.Alert.Note;
import org.portcullis.operations.alert.AlertCode;
import org.portcullis.operations.alert.AlertStore;
import org.portcullis.operations.alert.Severity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Alerts in the database; what a person acknowledged is written into the audit trail with it. */
public final class JdbcAlerts implements AlertStore {

    private static final String WRITER = "alerts";

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final TransactionOperations transactions;
    private final PolicyBook policies;

    public JdbcAlerts(JdbcClient jdbc, AuditTrail trail, TransactionOperations transactions, PolicyBook policies) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.transactions = transactions;
        this.policies = policies;
    }

    @Override
    public void keep(List<Alert> alerts) {
        transactions.executeWithoutResult(status -> alerts.forEach(this::keep));
    }

    private void keep(Alert alert) {
        Note acknowledged = alert.acknowledged();
        boolean told = acknowledged == null || jdbc.sql("SELECT count(*) FROM operations.alerts WHERE alert_id = :id"
                + " AND acknowledged_at IS NOT NULL").param("id", alert.alertId()).query(Long.class).single() > 0;
        boolean kept = upsert(alert) == 1;
        if (kept && !told && acknowledged != null) {
            trail.append(new AuditEntry(WRITER, acknowledged.at(), acknowledged.by(), "ALERT_ACKNOWLEDGED",
                    alert.alertId(), Map.of("code", alert.code().name(), "subject", alert.subject(), "text",
                            acknowledged.text()), "", policies.current().hash()));
        }
    }

    private int upsert(Alert alert) {
        Note looked = alert.acknowledged();
        Note over = alert.closed();
        return jdbc.sql("""
                INSERT INTO operations.alerts AS known (alert_id, code, severity, subject, text, raised_by, first_at,
                    last_at, count, recorded_at, escalated, acknowledged_by, acknowledged_at, acknowledged_text,
                    closed_by, closed_at, closed_text, version)
                VALUES (:id, :code, :severity, :subject, :text, :raisedBy, :firstAt, :lastAt, :count, :recordedAt,
                    :escalated, :lookedBy, :lookedAt, :lookedText, :overBy, :overAt, :overText, :version)
                ON CONFLICT (alert_id) DO UPDATE SET severity = :severity, text = :text, last_at = :lastAt,
                    count = :count, escalated = :escalated, acknowledged_by = :lookedBy, acknowledged_at = :lookedAt,
                    acknowledged_text = :lookedText, closed_by = :overBy, closed_at = :overAt, closed_text = :overText,
                    version = :version
                WHERE known.version < :version""")
                .param("id", alert.alertId()).param("code", alert.code().name())
                .param("severity", alert.severity().name()).param("subject", alert.subject())
                .param("text", alert.text()).param("raisedBy", alert.raisedBy()).param("firstAt", at(alert.firstAt()))
                .param("lastAt", at(alert.lastAt())).param("count", alert.count())
                .param("recordedAt", at(alert.recordedAt())).param("escalated", alert.escalated())
                .param("lookedBy", looked == null ? null : looked.by())
                .param("lookedAt", looked == null ? null : at(looked.at()))
                .param("lookedText", looked == null ? null : looked.text())
                .param("overBy", over == null ? null : over.by()).param("overAt", over == null ? null : at(over.at()))
                .param("overText", over == null ? null : over.text()).param("version", alert.version()).update();
    }

    @Override
    public List<Alert> open() {
        return jdbc.sql("SELECT * FROM operations.alerts WHERE closed_at IS NULL ORDER BY recorded_at, alert_id")
                .query((row, number) -> alert(row)).list();
    }

    @Override
    public List<Alert> closed(int max) {
        return jdbc.sql("SELECT * FROM operations.alerts WHERE closed_at IS NOT NULL ORDER BY closed_at DESC, alert_id"
                + " LIMIT :max").param("max", max).query((row, number) -> alert(row)).list();
    }

    @Override
    public List<Alert> closed(AlertCode code, int max) {
        return jdbc.sql("SELECT * FROM operations.alerts WHERE closed_at IS NOT NULL AND code = :code"
                + " ORDER BY closed_at DESC, alert_id LIMIT :max").param("code", code.name()).param("max", max)
                .query((row, number) -> alert(row)).list();
    }

    private static Alert alert(ResultSet row) throws SQLException {
        return new Alert(row.getString("alert_id"), AlertCode.valueOf(row.getString("code")),
                Severity.valueOf(row.getString("severity")), row.getString("subject"), row.getString("text"),
                row.getString("raised_by"), instant(row, "first_at"), instant(row, "last_at"), row.getLong("count"),
                instant(row, "recorded_at"), row.getBoolean("escalated"), note(row, "acknowledged"),
                note(row, "closed"), row.getLong("version"));
    }

    private static @Nullable Note note(ResultSet row, String what) throws SQLException {
        String by = row.getString(what + "_by");
        return by == null ? null : new Note(by, instant(row, what + "_at"),
                Objects.requireNonNullElse(row.getString(what + "_text"), ""));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
