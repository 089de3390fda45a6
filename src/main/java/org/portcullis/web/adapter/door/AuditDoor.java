package org.portcullis.web.adapter.door;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.WallTime;
import org.portcullis.journal.AuditChains;
import org.portcullis.journal.AuditVerification;
import org.portcullis.web.AuditLine;
import org.portcullis.web.AuditView;
import org.portcullis.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Entries of the audit trail, and its chains walked again every few minutes. */
@Component
class AuditDoor implements AuditView {

    private static final Duration WALK = Duration.ofMinutes(5);
    private static final Duration FIRST_WALK = Duration.ofSeconds(20);

    private final JdbcClient jdbc;
    private final AuditChains chains;
    private final WallTime time;
    private volatile Chain chain = new Chain(null, 0, null);
    private volatile long nextWalkMs;

    AuditDoor(JdbcClient jdbc, AuditChains chains, WallTime time, Background background) {
        this.jdbc = jdbc;
        this.chains = chains;
        this.time = time;
        background.every(FIRST_WALK, "audit-walk", this::walkWhenDue);
    }

    @Override
    public Chain chain() {
        return chain;
    }

    @Override
    public Page<AuditLine> page(@Nullable String text, int number, int size) {
        String pattern = text == null || text.isBlank() ? "%" : "%" + text.strip().replaceAll("([%_\\\\])", "\\\\$1")
                + "%";
        String where = " FROM journal.audit_log WHERE concat_ws(' ', action, actor, subject, details) ILIKE ?";
        long total = jdbc.sql("SELECT count(*)" + where).param(pattern).query(Long.class).single();
        List<AuditLine> lines = jdbc.sql("SELECT writer, seq, decided_at AS at, action, actor, subject, details, hash"
                + where
                + " ORDER BY at DESC, writer, seq DESC LIMIT ? OFFSET ?").params(pattern, size, (long) number * size)
                .query((row, index) -> line(row)).list();
        return new Page<>(lines, number, size, total);
    }

    private void walkWhenDue() {
        if (time.millis() < nextWalkMs) {
            return;
        }
        nextWalkMs = time.millis() + WALK.toMillis();
        AuditVerification found = chains.verify();
        chain = found instanceof AuditVerification.Sound sound ? new Chain(time.instant(), sound.entries(), null)
                : new Chain(time.instant(), 0, found.toString());
    }

    private static AuditLine line(ResultSet row) throws SQLException {
        return new AuditLine(row.getString("writer"), row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("action"), row.getString("actor"),
                row.getString("subject"), row.getString("details"), row.getString("hash"));
    }
}
