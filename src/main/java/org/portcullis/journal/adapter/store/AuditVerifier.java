package org.portcullis.journal.adapter.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.portcullis.engine.store.StoreUnavailable;
import org.portcullis.journal.AuditReceipt;
import org.portcullis.journal.AuditVerification;
import org.portcullis.journal.AuditVerification.Broken;
import org.portcullis.journal.AuditVerification.Sound;
import org.portcullis.journal.domain.AuditHash;

/**
 * Walks every audit chain and names the first entry that is not as it was written: changed, removed, inserted or
 * swapped; with the anchors from the journal's files also a rewritten chain and entries cut from the end.
 */
public final class AuditVerifier {

    private static final int FETCH_ROWS = 1_000;
    private static final String ALL = """
            SELECT writer, seq, decided_at, actor, action, subject, details, rules_version, policy_hash, prev_hash, hash
            FROM journal.audit_log ORDER BY writer, seq""";

    private final Map<String, TreeMap<Long, String>> anchors = new HashMap<>();
    private final int anchorCount;
    private long entries;
    private int writers;

    private AuditVerifier(List<AuditReceipt> anchors) {
        anchors.forEach(anchor -> this.anchors.computeIfAbsent(anchor.writer(), writer -> new TreeMap<>())
                .put(anchor.sequence(), anchor.hash()));
        this.anchorCount = anchors.size();
    }

    /**
     * Verifies the trail in a database.
     *
     * @param anchors chain heads written down elsewhere, in any order; may be none
     * @throws StoreUnavailable when the database cannot be read
     */
    public static AuditVerification verify(DataSource database, List<AuditReceipt> anchors) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false); // the driver reads in portions only inside a transaction
            try (PreparedStatement query = connection.prepareStatement(ALL)) {
                query.setFetchSize(FETCH_ROWS);
                try (ResultSet row = query.executeQuery()) {
                    return new AuditVerifier(anchors).walk(row);
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("cannot read the audit trail: " + e.getMessage(), e);
        }
    }

    private AuditVerification walk(ResultSet row) throws SQLException {
        AuditChain chain = null;
        while (row.next()) {
            AuditHash entry = entry(row);
            if (chain == null || !chain.writer().equals(entry.writer())) {
                Broken cut = end(chain);
                if (cut != null) {
                    return cut;
                }
                chain = begin(entry.writer());
            }
            Broken broken = chain.take(entry, row.getString("hash"));
            if (broken != null) {
                return broken;
            }
            entries++;
        }
        Broken cut = end(chain);
        return cut != null ? cut : writersWithoutEntries();
    }

    private AuditChain begin(String writer) {
        writers++;
        TreeMap<Long, String> known = anchors.remove(writer);
        return new AuditChain(writer, known == null ? new TreeMap<>() : known);
    }

    private static @Nullable Broken end(@Nullable AuditChain chain) {
        return chain == null ? null : chain.end();
    }

    /** Chains that the files know and the database does not. */
    private AuditVerification writersWithoutEntries() {
        for (Map.Entry<String, TreeMap<Long, String>> known : new TreeMap<>(anchors).entrySet()) {
            Broken missing = new AuditChain(known.getKey(), known.getValue()).end();
            if (missing != null) {
                return missing;
            }
        }
        return new Sound(entries, writers, anchorCount);
    }

    private static AuditHash entry(ResultSet row) throws SQLException {
        return new AuditHash(row.getString("prev_hash"), row.getLong("seq"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant().toEpochMilli(),
                row.getString("writer"), row.getString("actor"), row.getString("action"), row.getString("subject"),
                row.getString("details"), row.getString("rules_version"), row.getString("policy_hash"));
    }
}
