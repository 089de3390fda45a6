package org.portcullis.journal.adapter.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.portcullis.engine.store.StoreAddress;
import org.portcullis.journal.AuditReceipt;
import org.portcullis.journal.AuditVerification;
import org.portcullis.journal.JournalReader;

/** What the commands ask of the audit trail without a running application. */
public final class AuditReads {

    private AuditReads() {
    }

    /** All anchors that a journal holds, oldest first. */
    public static List<AuditReceipt> anchorsIn(Path folder) {
        List<AuditReceipt> anchors = new ArrayList<>();
        try (JournalReader reader = JournalReader.from(folder, 1)) {
            reader.forEachRemaining(record -> AuditAnchor.read(record).ifPresent(anchors::add));
        }
        return anchors;
    }

    /** Verifies the trail in the database of that address. */
    public static AuditVerification verify(StoreAddress address, List<AuditReceipt> anchors) {
        return AuditVerifier.verify(address.applicationDataSource(), anchors);
    }
}
