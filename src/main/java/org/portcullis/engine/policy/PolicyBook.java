package org.portcullis.engine.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door to the policy in force. A changed file replaces it as a whole; a broken file is refused with its problems
 * and the policy in force goes on. While the system runs its set of parameters is fixed, since only code reads them: an
 * edit that adds or loses one is refused as well (S2-REQ-C1).
 */
public final class PolicyBook {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyBook.class);

    private final Path file;
    private final @Nullable String profile;
    private final List<Consumer<Policy>> listeners = new CopyOnWriteArrayList<>();
    private final List<PolicyCheck> checks = new CopyOnWriteArrayList<>();
    private volatile Policy current;
    private volatile List<String> refused = List.of();
    private byte[] lastRead;

    private PolicyBook(Path file, @Nullable String profile) {
        this.file = file;
        this.profile = profile;
        this.lastRead = bytes(file);
        this.current = PolicyFile.read(file, profile);
    }

    /**
     * @param profile the profile to use instead of the one the file names, or nothing
     * @throws PolicyBroken when the file cannot be used: nothing starts without limits
     */
    public static PolicyBook open(Path file, @Nullable String profile) {
        return new PolicyBook(file, profile);
    }

    /** The policy in force now. */
    public Policy current() {
        return current;
    }

    /** Where the policy is edited. */
    public Path file() {
        return file;
    }

    /** Problems of the last refused edit; empty when the file and the policy in force agree. */
    public List<String> refused() {
        return refused;
    }

    /**
     * Adds a check that every policy must pass from now on.
     *
     * @throws PolicyBroken when the policy in force does not pass it
     */
    public synchronized void require(PolicyCheck check) {
        List<String> faults = check.faults(current).stream().map(this::placed).toList();
        if (!faults.isEmpty()) {
            throw new PolicyBroken(faults);
        }
        checks.add(check);
    }

    /** Called with every new policy after it has come into force. */
    public void onChange(Consumer<Policy> listener) {
        listeners.add(listener);
    }

    /** Reads the file again if its bytes changed; called by the watcher of the rules folder. */
    public synchronized void refresh() {
        byte[] now = bytes(file);
        if (Arrays.equals(now, lastRead)) {
            return;
        }
        lastRead = now;
        try {
            Policy next = sound(PolicyFile.read(file, profile));
            String before = current.hash();
            current = next;
            refused = List.of();
            LOG.info("policy {} in force, was {}, profile {}", next.hash(), before, next.profile());
            listeners.forEach(listener -> listener.accept(next));
        } catch (PolicyBroken broken) {
            refused = broken.problems();
            LOG.error("policy edit refused, {} stays in force: {}", current.hash(), broken.getMessage());
        }
    }

    /** The edited policy, unless it loses or adds a parameter or fails a check. */
    private Policy sound(Policy next) {
        List<String> faults = new ArrayList<>();
        current.parameters().keySet().stream().filter(key -> !next.parameters().containsKey(key))
                .forEach(key -> faults.add(placed(key + " is gone, but the running system reads it; put it back"
                        + Nearest.hint(key, next.parameters().keySet()).replace("did you mean", "was it renamed to"))));
        next.parameters().values().stream().filter(added -> !current.parameters().containsKey(added.key()))
                .forEach(added -> faults.add(file + ":" + added.line() + ": " + added.key()
                        + " is unknown: nothing in the running system reads it"
                        + Nearest.hint(added.key(), current.parameters().keySet())));
        checks.forEach(check -> check.faults(next).forEach(fault -> faults.add(placed(fault))));
        if (!faults.isEmpty()) {
            throw new PolicyBroken(faults);
        }
        return next;
    }

    private String placed(String fault) {
        return file + ": " + fault;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }
}
