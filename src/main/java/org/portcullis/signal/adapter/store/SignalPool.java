package org.portcullis.signal.adapter.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.portcullis.engine.store.StoreAddress;

/** A few connections of its own that fail fast: the sender gives up after three seconds. */
public final class SignalPool implements AutoCloseable {

    private static final int CONNECTIONS = 4;

    private final HikariDataSource pool;

    /** @param wait how long a call waits for a connection, and for an answer on it */
    public SignalPool(StoreAddress address, Duration wait) {
        HikariConfig configuration = new HikariConfig();
        configuration.setPoolName("portcullis-signal");
        configuration.setJdbcUrl(address.jdbcUrl());
        configuration.setUsername(address.username());
        configuration.setPassword(address.password());
        configuration.setMaximumPoolSize(CONNECTIONS);
        configuration.setMinimumIdle(1);
        configuration.setConnectionTimeout(Math.max(250, wait.toMillis()));
        configuration.setValidationTimeout(Math.max(250, wait.toMillis()));
        configuration.setInitializationFailTimeout(-1);
        String seconds = Long.toString(Math.max(1, wait.toSeconds()));
        configuration.addDataSourceProperty("connectTimeout", seconds);
        configuration.addDataSourceProperty("socketTimeout", seconds);
        this.pool = new HikariDataSource(configuration);
    }

    /** The connections. */
    public DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
