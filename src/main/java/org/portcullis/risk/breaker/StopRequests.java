package org.portcullis.risk.breaker;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.portcullis.risk.adapter.store.StopFolder;

/**
 * The door to stops of one venue, strategy or symbol that need neither database nor pages (B-R13): a request is a file
 * in the home folder, which the running application takes within a moment and the next start takes first. What it says
 * becomes a tripped breaker, kept in the database and let go by a second person.
 */
public final class StopRequests {

    private final StopFolder folder;

    private StopRequests(StopFolder folder) {
        this.folder = folder;
    }

    /** The requests of that home folder. */
    public static StopRequests inHome(Path home) {
        return new StopRequests(new StopFolder(home));
    }

    /**
     * Asks for a stop.
     *
     * @return the file that says so
     * @throws java.io.UncheckedIOException when it could not be written: trading goes on
     */
    public Path ask(StopRequest request) {
        return folder.write(request);
    }

    /**
     * Shows every request, the oldest first, and forgets it once it was taken. A file that cannot be read is a stop of
     * everything (fail closed).
     *
     * @param taking keeps what it says; a request whose taking fails stays and is shown again
     */
    public void take(Consumer<StopRequest> taking) {
        List<Path> waiting = folder.waiting();
        for (Path file : waiting) {
            taking.accept(folder.read(file));
            folder.remove(file);
        }
    }
}
