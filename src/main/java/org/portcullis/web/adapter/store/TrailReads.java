package org.portcullis.web.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portcullis.journal.AuditVerification;
import org.portcullis.web.AuditLine;
import org.portcullis.web.AuditView;
import org.portcullis.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads {@code journal.audit_log} and remembers what the last walk along its chains found. */
public final class TrailReads implements AuditView {

    private final JdbcClient jdbc;
    private final Supplier<AuditVerification> verification;
    private final InstantSource wall;
    private volatile Chain chain = new Chain(null, 0, null);

    /** @param verification walks all chains */
    public TrailReads(JdbcClient jdbc, Supplier<AuditVerification> verification, InstantSource wall) {
        this.jdbc = jdbc;
        this.verification = verification;
        this.wall = wall;
    }

    /** Walks the chains and remembers what was found. */
    public void walk() {
        AuditVerification found = verification.get();
        chain = found instanceof AuditVerification.Sound sound ? new Chain(wall.instant(), sound.entries(), null)
                : new Chain(wall.instant(), 0, found.toString());
    }

    @Override
    public Chain chain() {
        return chain;
    }

    @Override
    public Page<AuditLine> page(@Nullable String text, int number, int size) {
        Map<String, Object> parameters = new HashMap<>();
        String where = "";
        if (text != null) {
            where = " WHERE position(lower(:text) IN lower(concat_ws(' ', writer, actor, action, subject, details))) > 0";
            parameters.put("text", text);
        }
        long total = jdbc.sql("SELECT count(*) FROM journal.audit_log" + where).params(parameters)
                .query(Long.class).single();
        parameters.put("limit", size);
        parameters.put("offset", (long) number * size);
        List<AuditLine> lines = jdbc.sql("""
                SELECT writer, seq, decided_at, action, actor, subject, details, hash FROM journal.audit_log"""
                + where + " ORDER BY recorded_at DESC, writer, seq DESC LIMIT :limit OFFSET :offset")
                .params(parameters).query(TrailReads::line).list();
        return new Page<>(lines, number, size, total);
    }

    private static AuditLine line(ResultSet row, int number) throws SQLException {
        return new AuditLine(row.getString("writer"), row.getLong("seq"), Rows.at(row, "decided_at"),
                row.getString("action"), row.getString("actor"), row.getString("subject"), row.getString("details"),
                row.getString("hash"));
    }
}
