package org.portcullis.operations.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The database server that a killed application leaves behind. */
public final class DatabaseProcess {

    private DatabaseProcess() {
    }

    /** Kills it with SIGKILL, if one runs on that home; whether one was killed. */
    public static boolean killOn(Path home) {
        Optional<ProcessHandle> server = on(home.resolve("postgres"));
        server.ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
        return server.isPresent();
    }

    private static Optional<ProcessHandle> on(Path folder) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("postmaster.pid"));
            return lines.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                    .filter(process -> List.of(process.info().arguments().orElse(new String[0]))
                            .contains(folder.toString()));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + folder, unreadable);
        }
    }
}
