package org.portcullis.engine.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door to the policy in force. A changed file replaces it as a whole; a broken file is refused with its problems
 * and the policy in force goes on.
 */
public final class PolicyBook {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyBook.class);

    private final Path file;
    private final @Nullable String profile;
    private final List<Consumer<Policy>> listeners = new CopyOnWriteArrayList<>();
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

    /** Problems of the last refused edit; empty when the file and the policy in force agree. */
    public List<String> refused() {
        return refused;
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
            Policy next = PolicyFile.read(file, profile);
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

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }
}
