package org.portcullis.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that outlived the process which started it. When a Java process is killed, its server keeps
 * running and holds the data folder, so the next start would wait in vain. Call only while holding the folder's lock:
 * then nobody living owns that server.
 */
final class OrphanPostgres {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanPostgres.class);
    private static final Duration FAST_WAIT = Duration.ofSeconds(7);
    private static final Duration IMMEDIATE_WAIT = Duration.ofSeconds(3);
    private static final Duration POLL = Duration.ofMillis(50);

    private OrphanPostgres() {
    }

    /**
     * Stops the orphan on {@code dataFolder} if there is one and removes a process-id file that names no server of
     * ours, within ten seconds.
     *
     * @throws StoreUnavailable when the server does not stop
     */
    static void stopOn(Path dataFolder) {
        Path pidFile = dataFolder.resolve("postmaster.pid");
        try {
            if (!Files.exists(pidFile)) {
                return;
            }
            Optional<ProcessHandle> living = processNamedIn(pidFile).flatMap(ProcessHandle::of);
            if (living.isEmpty()) {
                return; // PostgreSQL itself removes the file of a dead process and recovers
            }
            if (isServerOf(living.get(), dataFolder)) {
                stop(living.get(), dataFolder);
            } else {
                LOG.warn("{} names process {} which is no server of this folder; removed", pidFile, living.get().pid());
                Files.deleteIfExists(pidFile);
            }
        } catch (IOException e) {
            throw new StoreUnavailable("cannot read " + pidFile + ": " + e, e);
        }
    }

    private static Optional<Long> processNamedIn(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        try {
            return lines.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(lines.get(0).strip()));
        } catch (NumberFormatException e) {
            throw new StoreUnavailable(pidFile + " names no process: " + lines.get(0), e);
        }
    }

    /** The process must be a postgres and must have been started on this very folder. */
    static boolean isServerOf(ProcessHandle process, Path dataFolder) {
        String command = process.info().command().orElse("");
        boolean postgres = command.endsWith("/postgres") || command.endsWith("postgres.exe");
        Optional<String[]> arguments = process.info().arguments();
        return postgres && arguments
                .map(given -> Arrays.stream(given).anyMatch(a -> a.equals(dataFolder.toString())))
                .orElse(true);
    }

    private static void stop(ProcessHandle server, Path dataFolder) throws IOException {
        LOG.warn("stopping PostgreSQL process {} on {}: it outlived a killed Portcullis", server.pid(), dataFolder);
        if (!signalled(server, "-INT", FAST_WAIT) && !signalled(server, "-QUIT", IMMEDIATE_WAIT)) {
            throw new StoreUnavailable("PostgreSQL process " + server.pid() + " on " + dataFolder
                    + " was left by a killed Portcullis and does not stop; end it by hand and start again");
        }
    }

    /** INT is PostgreSQL's fast shutdown (clients are cut off), QUIT its immediate one (recovers from the log). */
    private static boolean signalled(ProcessHandle server, String signal, Duration wait) throws IOException {
        new ProcessBuilder("kill", signal, Long.toString(server.pid())).start();
        long polls = wait.dividedBy(POLL);
        for (long poll = 0; poll < polls && !ended(server); poll++) {
            awaitOnePoll(server);
        }
        return ended(server);
    }

    /** A process that ended but was not collected by its parent still counts as alive; it has no command any more. */
    private static boolean ended(ProcessHandle server) {
        return !server.isAlive() || server.info().command().isEmpty();
    }

    private static void awaitOnePoll(ProcessHandle server) {
        try {
            server.onExit().get(POLL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillRunning) {
            LOG.debug("PostgreSQL process {} still runs", server.pid());
        } catch (ExecutionException e) {
            throw new StoreUnavailable("cannot wait for process " + server.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted while PostgreSQL process " + server.pid() + " was stopping", e);
        }
    }
}
