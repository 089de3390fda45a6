package org.portcullis.journal.adapter.store;

import java.time.Instant;
import java.time.ZoneOffset;

import org.portcullis.journal.AuditEntry;
import org.portcullis.journal.AuditReceipt;
import org.portcullis.journal.AuditTrail;
import org.portcullis.journal.domain.AuditHash;
import org.portcullis.journal.domain.CanonicalJson;
import org.portcullis.kernel.Invariant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the trail in {@code journal.audit_log}. A lock per writer, held to the end of the transaction, makes the chain
 * the order of the commits; so the isolation must be READ COMMITTED, where each statement sees what committed before.
 */
public final class JdbcAuditTrail implements AuditTrail {

    private final JdbcClient jdbc;
    private final AuditAnchor anchor;

    /** Writes through {@code jdbc}; committed heads go to {@code anchor}. */
    public JdbcAuditTrail(JdbcClient jdbc, AuditAnchor anchor) {
        this.jdbc = jdbc;
        this.anchor = anchor;
    }

    @Override
    public AuditReceipt append(AuditEntry entry) {
        Invariant.hold(TransactionSynchronizationManager.isActualTransactionActive(),
                () -> "an audit entry needs the transaction of what it tells: " + entry.action());
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:lock, 0))")
                .param("lock", "journal.audit_log/" + entry.writer()).query((row, number) -> 1).single();
        AuditReceipt previous = previous(entry.writer());
        AuditHash fields = new AuditHash(previous.hash(), previous.sequence() + 1, entry.at().toEpochMilli(),
                entry.writer(), entry.actor(), entry.action(), entry.subject(), CanonicalJson.write(entry.details()),
                entry.rulesVersion(), entry.policyHash());
        AuditReceipt receipt = new AuditReceipt(entry.writer(), fields.sequence(), fields.compute());
        insert(fields, receipt.hash());
        anchorAfterCommit(receipt);
        return receipt;
    }

    private AuditReceipt previous(String writer) {
        return jdbc.sql("SELECT seq, hash FROM journal.audit_log WHERE writer = :writer ORDER BY seq DESC LIMIT 1")
                .param("writer", writer)
                .query((row, number) -> new AuditReceipt(writer, row.getLong(1), row.getString(2)))
                .optional().orElse(new AuditReceipt(writer, 0, AuditHash.GENESIS));
    }

    private void insert(AuditHash fields, String hash) {
        jdbc.sql("""
                INSERT INTO journal.audit_log (writer, seq, decided_at, actor, action, subject, details,
                    rules_version, policy_hash, prev_hash, hash)
                VALUES (:writer, :seq, :at, :actor, :action, :subject, :details, :rules, :policy, :previous, :hash)""")
                .param("writer", fields.writer()).param("seq", fields.sequence())
                .param("at", Instant.ofEpochMilli(fields.atMs()).atOffset(ZoneOffset.UTC))
                .param("actor", fields.actor()).param("action", fields.action()).param("subject", fields.subject())
                .param("details", fields.details()).param("rules", fields.rulesVersion())
                .param("policy", fields.policyHash()).param("previous", fields.previousHash()).param("hash", hash)
                .update();
    }

    private void anchorAfterCommit(AuditReceipt receipt) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                anchor.committed(receipt);
            }
        });
    }
}
