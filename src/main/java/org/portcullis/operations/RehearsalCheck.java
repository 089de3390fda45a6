package org.portcullis.operations;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.store.StoreAddress;
import org.portcullis.engine.store.StoreVisit;
import org.portcullis.journal.JournalCommands;
import org.portcullis.operations.adapter.store.BookRows;
import org.portcullis.operations.rehearsal.BarTruth;
import org.portcullis.operations.rehearsal.Books;
import org.portcullis.operations.rehearsal.GatewayTruth;
import org.portcullis.operations.rehearsal.MoneyInvariants;
import org.portcullis.operations.rehearsal.OrderInvariants;
import org.portcullis.operations.rehearsal.RecordInvariants;
import org.portcullis.operations.rehearsal.VenueTruth;

/**
 * The independent checker: compares the venue's ledger, the gateway's log, the bar files and the rows of the database
 * with arithmetic of its own. It shares only the journal's file format with what it checks.
 */
public final class RehearsalCheck {

    private static final String CHAINS = "   hash chains";

    private final Path home;
    private final Path bars;

    /**
     * @param home home folder of an application that does not run
     * @param bars folder of the bar files that it replayed
     */
    public RehearsalCheck(Path home, Path bars) {
        this.home = home.toAbsolutePath().normalize();
        this.bars = bars;
    }

    /** What the files alone tell, at any moment: chains, and nothing there twice. Cheap, starts nothing. */
    public Finding files() {
        Finding chains = chains(null);
        if (!chains.ok() || folders().size() < 3) {
            return chains;
        }
        List<String> breaches = new ArrayList<>(OrderInvariants.atTheVenueTwice(venue(), gateway()));
        BarTruth rows = BarTruth.read(bars, home.resolve("journal"));
        breaches.addAll(rows.breaches(false));
        return new Finding("files", rows.recorded() + " of " + rows.bars() + " bars, " + venue().taken().size()
                + " orders, " + venue().fills().size() + " executions at the venue", breaches);
    }

    /** Everything, once the replay has come to its end; starts the database of the home for the time of the check. */
    public List<Finding> everything() {
        try (StoreVisit visit = StoreVisit.to(home)) {
            Finding chains = chains(visit.address());
            if (!chains(null).ok()) {
                return List.of(chains); // what stands in broken files proves nothing
            }
            Books books = new BookRows(visit.jdbc()).read();
            OrderInvariants orders = new OrderInvariants(books, venue(), gateway());
            MoneyInvariants money = new MoneyInvariants(books, venue());
            RecordInvariants records = new RecordInvariants(books, BarTruth.read(bars, home.resolve("journal")));
            return List.of(orders.noneLost(), orders.noneDoubled(), money.fillsAreTheVenues(), money.conserved(),
                    records.barsOnce(), records.inEventTime(), records.audited(), chains);
        }
    }

    private Finding chains(@Nullable StoreAddress database) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            int code = new JournalCommands(out, out).verify(folders(), database);
            List<String> lines = said.toString(StandardCharsets.UTF_8).lines().toList();
            List<String> breaches = code == JournalCommands.SOUND ? List.of()
                    : lines.stream().filter(line -> !line.contains(": sound")).toList();
            String trail = lines.stream().filter(line -> line.startsWith("audit trail: sound, "))
                    .map(line -> ", " + line.substring("audit trail: sound, ".length())).findFirst().orElse("");
            return new Finding(CHAINS, folders().size() + " journals" + trail, breaches);
        }
    }

    private List<Path> folders() {
        return Stream.of("journal", "gateway", "paper-venue").map(home::resolve).filter(Files::isDirectory).toList();
    }

    private VenueTruth venue() {
        return VenueTruth.read(home.resolve("paper-venue"));
    }

    private GatewayTruth gateway() {
        return GatewayTruth.read(home.resolve("gateway"));
    }
}
