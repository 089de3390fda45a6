package org.portcullis.risk.adapter.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
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

    private static final Map<String, Set<String>> WORDINGS = new ConcurrentHashMap<>();

    private final Supplier<RuleBook> base;
    private final String group;
    private final String file;
    private volatile @Nullable Looked last;

    /** The rules that were looked at last, and their version when they are the known ones. */
    private record Looked(RuleBook rules, @Nullable String version) {
    }

    /**
     * @param base names the rules in force
     * @param file the rules that are known, beside this class
     */
    KnownRules(Supplier<RuleBook> base, String group, String file) {
        this.base = base;
        this.group = group;
        this.file = file;
    }

    /** The version of the rules in force when they are the known ones; null otherwise. */
    @Nullable String version() {
        Looked looked = last;
        if (looked == null || looked.rules().superseded()) {
            looked = looked(base.get(), looked);
            last = looked;
        }
        return looked.version();
    }

    private Looked looked(RuleBook now, @Nullable Looked before) {
        if (before != null && before.rules() == now) {
            return before;
        }
        Set<String> known = WORDINGS.computeIfAbsent(file, unread -> RuleWording.of(List.of(read(file)), group));
        return new Looked(now, !known.isEmpty() && known.equals(now.wording(group)) ? now.version() : null);
    }

    private static DrlFile read(String file) {
        try (InputStream text = Objects.requireNonNull(KnownRules.class.getResourceAsStream(file), file)) {
            return DrlFile.read(new RuleFile(file, "", new String(text.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }
}
