package org.portcullis.engine.store;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A real, empty, fully migrated database for one test class, in about a tenth of a second:
 *
 * <pre>{@code
 * static final TestDatabase DATABASE = TestDatabase.fresh();
 * JdbcClient jdbc = DATABASE.jdbc();
 * TransactionTemplate transactions = DATABASE.transactions();
 * }</pre>
 *
 * <p>One embedded server serves the whole test process; its files stay under {@code target/} so that the next run
 * starts quickly. The rooms' migrations run once into a template, of which every {@link #fresh()} is a copy.
 */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Map<String, String> PREPARED = new ConcurrentHashMap<>();

    private final StoreAddress address;
    private final HikariDataSource dataSource;

    private TestDatabase(StoreAddress address) {
        this.address = address;
        this.dataSource = StoreConfiguration.pool(address, 8);
    }

    /** A new database that no other test sees; it ends with the test process, or earlier by {@link #close()}. */
    public static TestDatabase fresh() {
        return new TestDatabase(TestServer.instance().createDatabase(nextName()));
    }

    /**
     * A copy of a database that was prepared before: what many tests need and what takes long is done once in a test
     * process.
     *
     * @param kind names the preparation
     * @param preparation fills the database of which all of this kind are copies, and leaves no connection open
     */
    public static TestDatabase prepared(String kind, Consumer<TestDatabase> preparation) {
        String source = PREPARED.computeIfAbsent(kind, first -> {
            String name = nextName();
            try (TestDatabase draft = new TestDatabase(TestServer.instance().createDatabase(name))) {
                preparation.accept(draft);
            }
            return name;
        });
        return new TestDatabase(TestServer.instance().createDatabase(nextName(), source));
    }

    private static String nextName() {
        return "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
    }

    /** Connects as the application does. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Statements as the application. */
    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    /** Transactions on {@link #dataSource()}; {@link #jdbc()} inside a callback takes part. */
    public TransactionTemplate transactions() {
        return new TransactionTemplate(transactionManager());
    }

    /** The same kind of transaction manager the application uses. */
    public JdbcTransactionManager transactionManager() {
        return new JdbcTransactionManager(dataSource);
    }

    /** Address and passwords, for a test that connects in its own way. */
    public StoreAddress address() {
        return address;
    }

    /** Connects as the server's superuser: for tests that play someone who may do anything. */
    public DataSource superuser() {
        return TestServer.instance().superuserOf(address);
    }

    /** Connects as the owner of the rooms' schemas. */
    public DataSource owner() {
        return address.ownerDataSource();
    }

    /** Where test servers and their binaries lie. */
    static Path folder() {
        return Path.of("target", "test-postgres").toAbsolutePath();
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
