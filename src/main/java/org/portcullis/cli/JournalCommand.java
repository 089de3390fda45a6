package org.portcullis.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.portcullis.engine.store.StoreVisit;
import org.portcullis.journal.JournalCommands;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code journal verify} and {@code journal export}. */
@Command(name = "journal", description = "Verify or export what was written down.")
final class JournalCommand implements Runnable {

    private final JournalCommands commands = new JournalCommands(System.out, System.err);

    @Command(name = "verify", description = "Walk every hash chain and name the first bad record, if there is one.")
    int verify(@Mixin HomeOption home,
            @Option(names = "--files-only", description = "Leave out the audit trail in the database.")
            boolean filesOnly) {
        // what came in, the gateway's own log, the paper venue's ledger
        List<Path> folders = Stream.of("journal", "gateway", "paper-venue").map(home.home()::resolve)
                .filter(Files::isDirectory).toList();
        if (folders.isEmpty()) {
            throw new IllegalArgumentException(home.home() + " holds no journal; name the right folder with --home");
        }
        if (filesOnly || !Files.isDirectory(home.home().resolve("postgres"))) {
            return commands.verify(folders, null);
        }
        try (StoreVisit visit = StoreVisit.to(home.home())) {
            return commands.verify(folders, visit.address());
        }
    }

    @Command(name = "export", description = "Write the records of a journal as JSON lines.")
    int export(@Mixin HomeOption home,
            @Option(names = "--journal", defaultValue = "journal", paramLabel = "NAME",
                    description = "journal, gateway or paper-venue (default: ${DEFAULT-VALUE}).") String name,
            @Option(names = "--from", defaultValue = "1", paramLabel = "SEQUENCE",
                    description = "First record wanted (default: ${DEFAULT-VALUE}).") long from) {
        return commands.export(home.home().resolve(name), from);
    }

    @Override
    public void run() {
        picocli.CommandLine.usage(this, System.out);
    }
}
