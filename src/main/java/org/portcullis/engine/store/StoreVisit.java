package org.portcullis.engine.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A command's short visit to the database of a home, as the application role: to the running server when a Portcullis
 * runs there, otherwise to one started for the visit and stopped after it.
 */
public final class StoreVisit implements AutoCloseable {

    private static final int PORT_LINE = 3;

    private final StoreAddress address;
    private final JdbcClient jdbc;
    private final @Nullable EmbeddedDatabase own;

    private StoreVisit(StoreAddress address, @Nullable EmbeddedDatabase own) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address.jdbcUrl());
        source.setUser(address.username());
        source.setPassword(address.password());
        this.address = address;
        this.jdbc = JdbcClient.create(source);
        this.own = own;
    }

    /**
     * Visits the embedded database of that home.
     *
     * @throws StoreUnavailable when there is none or it cannot be reached
     */
    public static StoreVisit to(Path home) {
        Path root = home.toAbsolutePath().normalize();
        Path data = root.resolve("postgres");
        if (!Files.exists(data)) {
            throw new StoreUnavailable(root + " holds no database; name the right folder with --home");
        }
        Path pidFile = data.resolve("postmaster.pid");
        try {
            List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
            if (lines.size() > PORT_LINE && runs(lines, data)) {
                return new StoreVisit(running(root, lines.get(PORT_LINE).strip()), null);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + pidFile, unreadable);
        }
        EmbeddedDatabase started = EmbeddedDatabase.start(root);
        return new StoreVisit(started.address(), started);
    }

    /**
     * Visits the database of that home alone, for what must not be done while a Portcullis runs there: started for the
     * visit, made where there is none, and brought up to date first.
     *
     * @throws StoreUnavailable when somebody holds it; the message says who
     */
    public static StoreVisit alone(Path home) {
        EmbeddedDatabase started = EmbeddedDatabase.start(home.toAbsolutePath().normalize());
        try {
            StoreConfiguration.migrate(started.address());
            return new StoreVisit(started.address(), started);
        } catch (RuntimeException failed) {
            started.close();
            throw failed;
        }
    }

    /** Where the visited database is. */
    public StoreAddress address() {
        return address;
    }

    /** Queries of the visit. */
    public JdbcClient jdbc() {
        return jdbc;
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }

    private static boolean runs(List<String> lines, Path data) {
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(process -> OrphanPostgres.isServerOf(process, data)).isPresent();
    }

    private static StoreAddress running(Path root, String port) {
        Path secrets = root.resolve("secrets");
        return new StoreAddress("jdbc:postgresql://localhost:" + port + "/" + DatabaseRoles.DATABASE,
                DatabaseRoles.APPLICATION, SecretFile.readOrCreate(secrets.resolve("postgres-application.password")),
                DatabaseRoles.OWNER, SecretFile.readOrCreate(secrets.resolve("postgres-owner.password")));
    }
}
