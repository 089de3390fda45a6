package org.portcullis.risk.adapter.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.yaml.EditedFile;
import org.portcullis.engine.yaml.YamlTable;
import org.portcullis.risk.exit.StrategyExits;
import org.portcullis.risk.exit.StrategyExitsView;

/**
 * Exit limits that strategies have of their own, in the section {@code exits:} of {@code strategy/NAME/strategy.yaml}
 * (B-E7). Refused with file and line when unknown, out of the policy's bounds or looser than the policy where it
 * protects; edits count from the next bar on.
 */
public final class StrategyExitFiles implements StrategyExitsView {

    private static final Set<String> SECTIONS = Set.of("parameters", "exits", "indicators", "events");

    private final PolicyBook policies;
    private final Hearing hearing;
    private final Map<String, EditedFile<StrategyExits>> files = new ConcurrentHashMap<>();
    private final Map<String, StrategyExits> told = new ConcurrentHashMap<>();

    /** Hears what came into force. */
    @FunctionalInterface
    public interface Hearing {

        /** @param hash hash of the limits under which the strategy's positions are guarded from now on */
        void changed(String strategy, StrategyExits before, StrategyExits now, String hash);
    }

    /** One limit as it stands in the file; its bounds and unit are the policy's. */
    record Entry(String value, @JsonProperty @Nullable String meaning) {
    }

    /**
     * Reads what every strategy says.
     *
     * @throws IllegalArgumentException with file and line, when one says what cannot be used: nothing starts on it
     */
    public StrategyExitFiles(Path rules, PolicyBook policies, Hearing hearing) {
        this.policies = policies;
        this.hearing = hearing;
        try (Stream<Path> folders = Files.list(rules.resolve("strategy"))) {
            folders.filter(folder -> Files.exists(folder.resolve("strategy.yaml"))).sorted().forEach(folder ->
                    files.put(String.valueOf(folder.getFileName()),
                            new EditedFile<>(folder.resolve("strategy.yaml"), this::read)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list " + rules.resolve("strategy"), unreadable);
        }
        files.forEach((strategy, file) -> told.put(strategy, file.get()));
    }

    @Override
    public StrategyExits of(String strategy) {
        EditedFile<StrategyExits> file = files.get(strategy);
        return file == null ? StrategyExits.NONE : file.get();
    }

    /**
     * Looks whether a file was edited; called by the watcher of the rules folder. What could not be told is told then.
     */
    public synchronized void refresh() {
        Policy house = policies.current();
        files.forEach((strategy, file) -> {
            file.refresh();
            StrategyExits before = told.getOrDefault(strategy, StrategyExits.NONE);
            StrategyExits now = file.get();
            if (!now.equals(before)) {
                hearing.changed(strategy, before, now, now.over(house, strategy).hash());
                told.put(strategy, now);
            }
        });
    }

    private StrategyExits read(Path file) {
        Policy house = policies.current();
        return new StrategyExits(new TreeMap<>(YamlTable.section(file, "exits", SECTIONS, Entry.class,
                (name, entry) -> {
                    String fault = StrategyExits.fault(name, entry.value(), house);
                    if (fault != null) {
                        throw new IllegalArgumentException(fault);
                    }
                    return entry.value();
                })));
    }
}
