package org.portcullis.journal;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.portcullis.engine.store.StoreAddress;
import org.portcullis.engine.store.StoreUnavailable;
import org.portcullis.journal.adapter.store.AuditReads;
import org.portcullis.journal.domain.CanonicalJson;

/** {@code journal verify} and {@code journal export}: plain calls that write lines and return the exit code. */
public final class JournalCommands {

    /** All is as it was written. */
    public static final int SOUND = 0;

    /** Something was changed; the first bad place was printed. */
    public static final int BROKEN = 1;

    /** A folder or the database cannot be read. */
    public static final int UNREADABLE = 2;

    private final PrintStream out;
    private final PrintStream errors;

    /** Results go to {@code out}, what went wrong to {@code errors}. */
    public JournalCommands(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    /**
     * Verifies journals and, with a database, the audit trail against itself and against the anchors in the journals.
     *
     * @param folders journals to verify
     * @param database where the audit trail is; none: files only
     * @return {@link #SOUND}, {@link #BROKEN} or {@link #UNREADABLE}
     */
    public int verify(List<Path> folders, @Nullable StoreAddress database) {
        try {
            boolean sound = true;
            List<AuditReceipt> anchors = new ArrayList<>();
            for (Path folder : folders) {
                boolean folderSound = verifyFolder(folder);
                sound &= folderSound;
                if (folderSound && database != null) {
                    anchors.addAll(AuditReads.anchorsIn(folder));
                }
            }
            if (database != null) {
                sound &= verifyAudit(AuditReads.verify(database, anchors));
            }
            return sound ? SOUND : BROKEN;
        } catch (UncheckedIOException | StoreUnavailable e) {
            errors.println(e.getMessage());
            return UNREADABLE;
        }
    }

    private boolean verifyFolder(Path folder) {
        Verification found = Verification.of(folder);
        if (found instanceof Verification.Sound sound) {
            out.printf("%s: sound, %d records in %d segments, head %d %s%s%n", folder, sound.records(),
                    sound.segments(), sound.head().sequence(), sound.head().hash(), sound.tornBytes() == 0 ? ""
                            : ", " + sound.tornBytes() + " bytes never acknowledged at the end");
            return true;
        }
        out.printf("%s: BROKEN, %s%n", folder, found);
        return false;
    }

    private boolean verifyAudit(AuditVerification found) {
        if (found instanceof AuditVerification.Sound sound) {
            out.printf("audit trail: sound, %d entries in %d chains, %d anchors agree%n",
                    sound.entries(), sound.writers(), sound.anchors());
            return true;
        }
        out.printf("audit trail: BROKEN, %s%n", found);
        return false;
    }

    /**
     * Writes a journal as one JSON object a line: {@code sequence, stream, event_time_ms, receive_time_ms, hash} and
     * {@code body}, or {@code body_base64} where the body is no text.
     *
     * @param fromSequence number of the first record wanted; 1 for all
     * @return {@link #SOUND}, {@link #BROKEN} at the first bad record, or {@link #UNREADABLE}
     */
    public int export(Path folder, long fromSequence) {
        if (!Files.isDirectory(folder)) {
            errors.println(folder + " is no folder");
            return UNREADABLE;
        }
        try (JournalReader reader = JournalReader.from(folder, fromSequence)) {
            while (reader.hasNext()) {
                out.println(CanonicalJson.write(fields(reader.next())));
            }
            return SOUND;
        } catch (JournalBroken e) {
            errors.println(e.getMessage());
            return BROKEN;
        } catch (UncheckedIOException e) {
            errors.println(e.getMessage());
            return UNREADABLE;
        }
    }

    private static Map<String, Object> fields(JournalRecord record) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sequence", record.sequence());
        fields.put("stream", record.stream());
        fields.put("event_time_ms", record.eventTimeMs());
        fields.put("receive_time_ms", record.receiveTimeMs());
        fields.put("hash", record.hashHex());
        text(record.body()).ifPresentOrElse(text -> fields.put("body", text),
                () -> fields.put("body_base64", Base64.getEncoder().encodeToString(record.body())));
        return fields;
    }

    private static Optional<String> text(byte[] body) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }
}
