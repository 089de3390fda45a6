package org.portcullis.engine.store;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own, as durable as a production one: it syncs every commit, asks for passwords from its
 * first second on, listens on the loopback only, and stops the server a killed predecessor left behind.
 *
 * <p>Layout under {@code home}: {@code postgres/} data, {@code postgres-bin/} unpacked binaries,
 * {@code secrets/postgres*.password} generated passwords, {@code postgres.lock} held while running.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** Major version of the packed binaries; a data folder of another one is refused. */
    static final int POSTGRES_MAJOR = 17;

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration STARTUP_WAIT = Duration.ofSeconds(60);
    private static final int CONNECTIONS_MAX = 100;
    private static final String OWNER_SECRET = "postgres-owner.password";
    private static final String APPLICATION_SECRET = "postgres-application.password";
    private static final int PORT_LINE = 3;
    private static final String COMPLETE_MARK = "portcullis-initialised";

    private final FolderLock lock;
    private final EmbeddedPostgres server;
    private final StoreAddress address;

    private EmbeddedDatabase(FolderLock lock, EmbeddedPostgres server, StoreAddress address) {
        this.lock = lock;
        this.server = server;
        this.address = address;
    }

    /**
     * Starts the server on {@code home}; the first start creates it (about three seconds), later ones take a fraction.
     *
     * @param home folder of everything this installation keeps
     * @throws StoreUnavailable with what to do when it cannot start
     */
    public static EmbeddedDatabase start(Path home) {
        return start(home, home.resolve("postgres-bin"));
    }

    static EmbeddedDatabase start(Path home, Path binaries) {
        Path root = home.toAbsolutePath().normalize();
        FolderLock lock = lock(root);
        EmbeddedPostgres server = null;
        try {
            Path data = root.resolve("postgres");
            prepare(data);
            Path secrets = root.resolve("secrets");
            Path superuserSecret = secrets.resolve("postgres.password");
            String superuserPassword = SecretFile.readOrCreate(superuserSecret);
            server = launch(data, binaries.toAbsolutePath().normalize(), superuserSecret, superuserPassword);
            DurableSettings.requireOn(server.getPostgresDatabase());
            StoreAddress address = address(
                    "jdbc:postgresql://localhost:" + server.getPort() + "/" + DatabaseRoles.DATABASE, secrets);
            DatabaseRoles.ensure(server.getPostgresDatabase(), address.ownerPassword(), address.password());
            LOG.info("embedded PostgreSQL {} is up on {} from {}", POSTGRES_MAJOR, address.jdbcUrl(), data);
            return new EmbeddedDatabase(lock, server, address);
        } catch (SQLException e) {
            throw giveUp(lock, server,
                    new StoreUnavailable("cannot prepare the embedded PostgreSQL: " + e.getMessage(), e));
        } catch (RuntimeException e) {
            throw giveUp(lock, server, e);
        }
    }

    private static FolderLock lock(Path root) {
        try {
            return FolderLock.acquire(root.resolve("postgres.lock"));
        } catch (IllegalStateException | UncheckedIOException e) {
            throw new StoreUnavailable("the database folder " + root + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static void prepare(Path data) {
        try {
            OrphanPostgres.stopOn(data);
            Path version = data.resolve("PG_VERSION");
            if (Files.exists(data) && !Files.exists(data.resolve(COMPLETE_MARK))) {
                setAside(data);
            } else if (Files.exists(version)
                    && !Files.readString(version).strip().equals(Integer.toString(POSTGRES_MAJOR))) {
                throw new StoreUnavailable(data + " was written by PostgreSQL " + Files.readString(version).strip()
                        + ", this build brings " + POSTGRES_MAJOR + ": dump it with the older build and restore, or use"
                        + " another home folder");
            }
        } catch (IOException e) {
            throw new StoreUnavailable("the database folder " + data + " cannot be used: " + e, e);
        }
    }

    /** A first start that was cut off leaves half a folder without any data of ours; it is kept, not deleted. */
    private static void setAside(Path data) throws IOException {
        int number = 1;
        while (Files.exists(data.resolveSibling("postgres.incomplete-" + number))) {
            number++;
        }
        Path aside = data.resolveSibling("postgres.incomplete-" + number);
        LOG.warn("{} was never completed (first start cut off); moved to {}", data, aside);
        Files.move(data, aside);
    }

    private static EmbeddedPostgres launch(Path data, Path binaries, Path secretFile, String secret) {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data).setCleanDataDirectory(false).setOverrideWorkingDirectory(binaries.toFile())
                    .setPort(0).setPGStartupWait(STARTUP_WAIT).setRegisterShutdownHook(false)
                    // handed to initdb: a later --auth overrides the builder's own "trust"
                    .setLocaleConfig("auth", "scram-sha-256").setLocaleConfig("pwfile", secretFile.toString())
                    .setLocaleConfig("locale", "C").setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setConnectConfig("password", secret)
                    .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on").setServerConfig("unix_socket_directories", "''")
                    .setServerConfig("max_connections", Integer.toString(CONNECTIONS_MAX))
                    .setDataDirectoryCustomizer(EmbeddedDatabase::markComplete)
                    .start();
        } catch (IOException | RuntimeException e) {
            throw new StoreUnavailable("embedded PostgreSQL does not start on " + data + " (" + e.getMessage()
                    + "); the lines above say why. As root it needs user namespaces (unshare -U): run as an ordinary"
                    + " user, or set SPRING_DATASOURCE_URL to an external PostgreSQL", e);
        }
    }

    private static void markComplete(File data) {
        try {
            Path mark = data.toPath().resolve(COMPLETE_MARK);
            if (!Files.exists(mark)) {
                Files.createFile(mark);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuntimeException giveUp(FolderLock lock, @Nullable EmbeddedPostgres server,
            RuntimeException reason) {
        try (lock) {
            if (server != null) {
                server.close();
            }
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
        return reason;
    }

    /** Where the application's database is. */
    public StoreAddress address() {
        return address;
    }

    /**
     * The address of the server that another process runs on {@code home}, for commands beside a running application.
     *
     * @return empty when none runs or its secrets cannot be read by this user
     */
    public static Optional<StoreAddress> running(Path home) {
        Path root = home.toAbsolutePath().normalize();
        Path pidFile = root.resolve("postgres").resolve("postmaster.pid");
        Path secrets = root.resolve("secrets");
        if (!Files.isReadable(pidFile) || !Files.isReadable(secrets.resolve(APPLICATION_SECRET))) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(pidFile);
            String url = "jdbc:postgresql://localhost:" + lines.get(PORT_LINE).strip() + "/" + DatabaseRoles.DATABASE;
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(server -> OrphanPostgres.isServerOf(server, root.resolve("postgres")))
                    .map(server -> address(url, secrets));
        } catch (IOException e) {
            throw new StoreUnavailable("cannot read " + pidFile + ": " + e, e);
        }
    }

    private static StoreAddress address(String url, Path secrets) {
        return new StoreAddress(url, DatabaseRoles.APPLICATION,
                SecretFile.readOrCreate(secrets.resolve(APPLICATION_SECRET)), DatabaseRoles.OWNER,
                SecretFile.readOrCreate(secrets.resolve(OWNER_SECRET)));
    }

    /** The server's superuser on one of its databases; for creating databases and for tests that play the attacker. */
    DataSource superuser(String database) {
        return server.getDatabase("postgres", database);
    }

    /** Stops the server (fast shutdown: open connections are cut, nothing committed is lost) and frees the folder. */
    @Override
    public void close() {
        try (lock) {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stop the embedded PostgreSQL", e);
        }
    }
}
