package org.portcullis.engine.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one embedded server of a test process, with a migrated template database. */
final class TestServer {

    private static final int SERVERS_MAX = 16;

    private final EmbeddedDatabase server;
    private final JdbcClient admin;
    private final String template;

    private TestServer(EmbeddedDatabase server) {
        this.server = server;
        this.admin = JdbcClient.create(server.superuser("postgres"));
        dropLeftovers();
        this.template = "template_" + migrationsHash();
        createTemplate();
    }

    static TestServer instance() {
        return Holder.INSTANCE;
    }

    StoreAddress createDatabase(String name) {
        return createDatabase(name, template);
    }

    synchronized StoreAddress createDatabase(String name, String source) {
        copy(source, name);
        return server.address().inDatabase(name);
    }

    DataSource superuserOf(StoreAddress address) {
        return server.superuser(address.jdbcUrl().substring(address.jdbcUrl().lastIndexOf('/') + 1));
    }

    private void dropLeftovers() {
        List<String> leftovers = admin.sql("SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%'")
                .query(String.class).list();
        leftovers.forEach(name -> admin.sql("DROP DATABASE " + name + " WITH (FORCE)").update());
    }

    /** The template carries the hash of all migrations in its name, so an edited migration makes a new one. */
    private void createTemplate() {
        boolean present = admin.sql("SELECT count(*) FROM pg_database WHERE datname = :name")
                .param("name", template).query(Long.class).single() > 0;
        if (present) {
            return;
        }
        admin.sql("SELECT datname FROM pg_database WHERE datname LIKE 'template\\_%'").query(String.class).list()
                .forEach(old -> admin.sql("DROP DATABASE " + old + " WITH (FORCE)").update());
        copy("template0", "test_draft");
        StoreAddress draft = server.address().inDatabase("test_draft");
        StoreConfiguration.migrate(draft);
        admin.sql("ALTER DATABASE test_draft RENAME TO " + template).update();
    }

    private void copy(String source, String name) {
        admin.sql("CREATE DATABASE " + name + " TEMPLATE " + source + " OWNER " + DatabaseRoles.OWNER).update();
    }

    private static String migrationsHash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Resource[] files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:db/migration/**/*.sql");
            Arrays.sort(files, Comparator.comparing(Resource::getDescription));
            for (Resource file : files) {
                digest.update(file.getDescription().getBytes(StandardCharsets.UTF_8));
                digest.update(file.getContentAsByteArray());
            }
            digest.update(new PathMatchingResourcePatternResolver()
                    .getResource("classpath:org/portcullis/engine/store/RoomMigrations.class").getContentAsByteArray());
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another test process may run in the same checkout: each takes the first folder that is free. */
    private static EmbeddedDatabase startFirstFree() {
        for (int number = 1; ; number++) {
            try {
                return EmbeddedDatabase.start(TestDatabase.folder().resolve("server-" + number),
                        TestDatabase.folder().resolve("bin"));
            } catch (StoreUnavailable e) {
                boolean held = e.getMessage() != null && e.getMessage().contains("is held by");
                if (!held || number == SERVERS_MAX) {
                    throw e;
                }
            }
        }
    }

    private static final class Holder {

        static final TestServer INSTANCE = start();

        private static TestServer start() {
            EmbeddedDatabase server = startFirstFree();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "test-postgres-stop"));
            return new TestServer(server);
        }
    }
}
