package org.portcullis.risk.adapter.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.engine.rules.source.DrlFile;
import org.portcullis.engine.rules.source.RuleFile;
import org.portcullis.engine.rules.source.RuleWording;

/**
 * Whether the rules of a group in force say what the product knows, no more and no less: then it is certain without
 * them what they say of some facts. One edited, added or removed rule makes the whole group unknown.
 */
final class KnownRules {

    private final String group;
    private final Set<String> known;
    private volatile @Nullable Looked last;

    /** The rules that were looked at last. */
    private record Looked(RuleBook rules, boolean known) {
    }

    /** @param file the rules that are known, beside this class */
    KnownRules(String group, String file) {
        this.group = group;
        this.known = RuleWording.of(List.of(read(file)), group);
    }

    /** Whether these rules are the known ones. */
    boolean are(RuleBook rules) {
        Looked looked = last;
        if (looked == null || looked.rules() != rules) {
            looked = new Looked(rules, !known.isEmpty() && known.equals(rules.wording(group)));
            last = looked;
        }
        return looked.known();
    }

    private static DrlFile read(String file) {
        try (InputStream text = Objects.requireNonNull(KnownRules.class.getResourceAsStream(file), file)) {
            return DrlFile.read(new RuleFile(file, "", new String(text.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }
}
