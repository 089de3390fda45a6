package org.portcullis.engine.rules.host;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.engine.rules.source.RuleFolder;

/** Everything in force at one moment; immutable, so that one volatile read sees all of it. */
public final class Versions {

    private final Map<String, CompiledRules> bases;
    private final Map<String, Instant> loadedAt;
    private final String version;

    private Versions(Map<String, CompiledRules> bases, Map<String, Instant> loadedAt) {
        this.bases = bases;
        this.loadedAt = loadedAt;
        this.version = RuleFolder.version(bases.values().stream().map(CompiledRules::source).toList());
    }

    /** Nothing in force yet. */
    public static Versions none() {
        return new Versions(Map.of(), Map.of());
    }

    /** These bases from now on; those that stay keep the time they were loaded at. */
    public Versions with(Map<String, CompiledRules> next, Instant now) {
        Map<String, Instant> times = new TreeMap<>();
        next.forEach((folder, base) -> {
            Instant before = loadedAt.get(folder);
            times.put(folder, before != null && bases.get(folder) == base ? before : now);
        });
        return new Versions(new TreeMap<>(next), times);
    }

    /** The rule bases by folder name; not to be changed. */
    public Map<String, CompiledRules> bases() {
        return bases;
    }

    /** The names of the rule bases, sorted. */
    public List<String> folders() {
        return List.copyOf(bases.keySet());
    }

    /** When the folder's version came into force. */
    public @Nullable Instant loadedAt(String folder) {
        return loadedAt.get(folder);
    }

    /** One hash over all of them. */
    public String version() {
        return version;
    }

    /**
     * One of them.
     *
     * @throws IllegalArgumentException when there is no such rule base
     */
    public RuleBook base(String folder) {
        CompiledRules base = bases.get(folder);
        if (base == null) {
            throw new IllegalArgumentException("no rule base " + folder + "; there are " + bases.keySet());
        }
        return base;
    }
}
