package org.portcullis.journal;

/** The append-only record of every decision, change and approval. */
public interface AuditTrail {

    /**
     * Appends an entry inside the caller's database transaction: it is kept exactly when that commits. Writers of the
     * same chain wait for each other until their transactions end.
     *
     * @return where it stands
     * @throws IllegalStateException when no transaction is active
     */
    AuditReceipt append(AuditEntry entry);
}
