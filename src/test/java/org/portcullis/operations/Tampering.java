package org.portcullis.operations;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.portcullis.engine.store.StoreVisit;
import org.portcullis.engine.time.WallTime;
import org.portcullis.journal.Journal;
import org.portcullis.journal.JournalReader;
import org.portcullis.journal.JournalRecord;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes what a finished home holds, as somebody with all rights would, and takes the change back. */
final class Tampering implements AutoCloseable {

    private static final List<String> TABLES = List.of("risk.decisions_log", "orders.orders", "orders.transitions_log",
            "orders.shadow_trades",
            "portfolio.accounts", "portfolio.positions", "portfolio.fills_log", "portfolio.equity",
            "portfolio.equity_days", "strategy.judged_bars", "journal.audit_log");

    private final Path home;
    private final StoreVisit visit;
    private final JdbcClient owner;
    private final Path saved;

    Tampering(Path home, Path saved) {
        this.home = home;
        this.saved = saved;
        this.visit = StoreVisit.to(home);
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(visit.address().jdbcUrl());
        source.setUser(visit.address().ownerUsername());
        source.setPassword(visit.address().ownerPassword());
        this.owner = JdbcClient.create(source);
        // the owner's first act would be to switch off what refuses changes of append-only tables
        TABLES.forEach(table -> owner.sql("ALTER TABLE " + table + " DISABLE TRIGGER USER").update());
        owner.sql("CREATE SCHEMA saved").update();
        TABLES.forEach(table -> owner.sql("CREATE TABLE saved." + flat(table) + " AS TABLE " + table).update());
        copy(home.resolve("gateway"), saved.resolve("gateway"));
        copy(home.resolve("paper-venue"), saved.resolve("paper-venue"));
        copy(home.resolve("journal"), saved.resolve("journal"));
    }

    /** Rows that the statement changed. */
    int rows(String statement) {
        return owner.sql(statement).update();
    }

    /** Appends a copy of the first record that holds these words, with one word replaced. */
    void append(String journal, String words, String replaced, String by) {
        JournalRecord model = records(journal).stream().filter(record -> record.text().contains(words)).findFirst()
                .orElseThrow();
        try (Journal ledger = Journal.open(home.resolve(journal), new WallTime())) {
            ledger.append(model.stream(), model.eventTimeMs(),
                    model.text().replace(replaced, by).getBytes(StandardCharsets.UTF_8));
            ledger.sync();
        }
    }

    /** Cuts the last bytes off. */
    void cut(String journal, int bytes) {
        change(journal, file -> file.setLength(file.length() - bytes));
    }

    /** Flips a bit in the middle. */
    void flip(String journal) {
        change(journal, file -> {
            long middle = file.length() / 2;
            file.seek(middle);
            int before = file.read();
            file.seek(middle);
            file.write(before ^ 1);
        });
    }

    /** Everything as it was. */
    void undo() {
        List<String> backwards = new ArrayList<>(TABLES);
        Collections.reverse(backwards);
        backwards.forEach(table -> owner.sql("DELETE FROM " + table).update());
        TABLES.forEach(table -> owner.sql("INSERT INTO " + table + " SELECT * FROM saved." + flat(table)).update());
        for (String journal : List.of("gateway", "paper-venue", "journal")) {
            copy(saved.resolve(journal), home.resolve(journal));
        }
    }

    @Override
    public void close() {
        visit.close();
    }

    private List<JournalRecord> records(String journal) {
        List<JournalRecord> records = new ArrayList<>();
        try (JournalReader reader = JournalReader.from(home.resolve(journal), 1)) {
            reader.forEachRemaining(records::add);
        }
        return records;
    }

    private interface Change {
        void in(RandomAccessFile file) throws IOException;
    }

    private void change(String journal, Change change) {
        try (Stream<Path> files = Files.list(home.resolve(journal))) {
            Path segment = files.filter(file -> file.toString().endsWith(".seg")).max(Comparator.naturalOrder())
                    .orElseThrow();
            try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "rw")) {
                change.in(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            Files.createDirectories(to);
            for (Path file : files.toList()) {
                Files.write(to.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String flat(String table) {
        return table.replace('.', '_');
    }
}
