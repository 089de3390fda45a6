package org.portcullis.journal;

/** The audit trail as a whole, to be walked. */
public interface AuditChains {

    /**
     * Walks every chain and compares it with the anchors in the journal's files; takes time in proportion to both.
     *
     * @throws JournalBroken when the files that hold the anchors are broken themselves
     * @throws org.portcullis.engine.store.StoreUnavailable when the database cannot be read
     */
    AuditVerification verify();
}
