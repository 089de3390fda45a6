package org.portcullis.engine.rules.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.ids.ContentHash;
import org.portcullis.engine.rules.RuleSandbox;
import org.portcullis.engine.rules.source.RuleFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers which folders this very product compiled without a problem, so that the engine of unchanged rules need not
 * be compiled before it is needed. What is kept is no code but a hash over the product's own files, the Java version,
 * the sandbox and every rule file. Who forges one gains nothing but a later refusal: nothing that was not compiled and
 * checked in this process is ever run by the engine.
 */
public final class ProvenRules {

    /** Far more than one installation has folders of rules; each takes a hundred bytes. */
    private static final int PROOFS_MAX = 256;
    private static final String FORM = "portcullis rules proof 1";
    private static final String SUFFIX = ".proof";
    private static final Set<PosixFilePermission> WRITTEN_BY_OTHERS =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Logger LOG = LoggerFactory.getLogger(ProvenRules.class);

    private final @Nullable Path kept;
    private final List<String> circumstances;

    private ProvenRules(@Nullable Path kept, List<String> circumstances) {
        this.kept = kept;
        this.circumstances = circumstances;
    }

    /**
     * Remembers in a folder, which is made when the first proof is written.
     *
     * @param kept        where proofs are kept, believed only when nobody but its owner may write into it; null to
     *                    remember nothing
     * @param application knows the product's own files
     */
    public static ProvenRules in(@Nullable Path kept, ClassLoader application, RuleSandbox sandbox) {
        String product = kept == null ? null : ProductStamp.of(application);
        return product == null ? new ProvenRules(null, List.of())
                : new ProvenRules(kept, List.of(FORM, product, sandbox.toString()));
    }

    /** Whether these files were compiled before, by this product on this Java. */
    public boolean knows(RuleFolder folder) {
        if (kept == null || !folder.problems().isEmpty()) {
            return false;
        }
        String hash = hash(folder);
        Path proof = kept.resolve(hash + SUFFIX);
        try {
            return Files.isRegularFile(proof) && onlyOurs(kept) && onlyOurs(proof)
                    && Files.readString(proof, StandardCharsets.US_ASCII).equals(content(hash));
        } catch (IOException unreadable) {
            LOG.info("{} is not believed, the rules are compiled: {}", proof, unreadable.toString());
            return false;
        }
    }

    /** These files were compiled without a problem. A proof that cannot be written is done without. */
    public void learn(RuleFolder folder) {
        if (kept == null) {
            return;
        }
        try {
            Files.createDirectories(kept, mode("rwx------"));
            if (!onlyOurs(kept)) {
                LOG.info("{} may be written by others: no proof is kept there", kept);
                return;
            }
            String hash = hash(folder);
            Path draft = Files.createTempFile(kept, "proof", ".draft", mode("rw-------"));
            Files.writeString(draft, content(hash), StandardCharsets.US_ASCII);
            Files.move(draft, kept.resolve(hash + SUFFIX), StandardCopyOption.REPLACE_EXISTING);
            forgetOldest(kept);
        } catch (IOException unwritable) {
            LOG.info("no proof is kept in {}, the rules are compiled at each start: {}", kept, unwritable.toString());
        }
    }

    private String hash(RuleFolder folder) {
        List<String> parts = new ArrayList<>(circumstances);
        parts.add(folder.name());
        folder.files().forEach(file -> Collections.addAll(parts, file.name(), file.text()));
        return ContentHash.hex(parts);
    }

    private static String content(String hash) {
        return FORM + "\n" + hash + "\n" + ContentHash.hex(FORM, hash) + "\n";
    }

    private static boolean onlyOurs(Path path) throws IOException {
        return !POSIX || Collections.disjoint(Files.getPosixFilePermissions(path), WRITTEN_BY_OTHERS);
    }

    private static void forgetOldest(Path kept) throws IOException {
        record Aged(Path proof, long writtenMs) {
        }
        List<Aged> proofs = new ArrayList<>();
        try (Stream<Path> files = Files.list(kept)) {
            for (Path proof : files.filter(each -> each.toString().endsWith(SUFFIX)).toList()) {
                proofs.add(new Aged(proof, Files.getLastModifiedTime(proof).toMillis()));
            }
        }
        proofs.sort(Comparator.comparingLong(Aged::writtenMs));
        for (Aged oldest : proofs.subList(0, Math.max(0, proofs.size() - PROOFS_MAX))) {
            Files.deleteIfExists(oldest.proof());
        }
    }

    private static FileAttribute<?>[] mode(String mode) {
        return POSIX ? new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))} : new FileAttribute<?>[0];
    }
}
