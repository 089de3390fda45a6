package org.portcullis.engine.store;

import java.nio.file.Path;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The application's one {@link DataSource}: on the external database of {@code spring.datasource.url} when that is
 * set, else on the embedded one under {@code portcullis.home}. It does not exist before all schemas are up to date, and
 * the embedded server stops after it is closed, so whoever takes it needs no further order.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreSettings.class)
public class StoreConfiguration {

    /** Room tables are always named with their schema; the search path is for the workflow engine's tables alone. */
    static final String WORKFLOW_SCHEMA = "camunda";

    /** Only without an external database. */
    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
    EmbeddedDatabase embeddedDatabase(@Value("${portcullis.home:data}") Path home) {
        return EmbeddedDatabase.start(home);
    }

    /** A parameter, not a look-up: so the container knows to stop the server after everything that uses it. */
    @Bean
    @ConditionalOnBean(EmbeddedDatabase.class)
    StoreAddress embeddedAddress(EmbeddedDatabase server) {
        return server.address();
    }

    @Bean
    @ConditionalOnMissingBean(StoreAddress.class)
    StoreAddress externalAddress(Environment environment, StoreSettings settings) {
        String user = environment.getProperty("spring.datasource.username", "portcullis");
        String password = environment.getProperty("spring.datasource.password", "");
        String owner = settings.ownerUsername();
        String ownerPassword = settings.ownerPassword();
        return new StoreAddress(environment.getRequiredProperty("spring.datasource.url"), user, password,
                owner == null || owner.isBlank() ? user : owner,
                owner == null || owner.isBlank() || ownerPassword == null ? password : ownerPassword);
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(StoreAddress address, StoreSettings settings) {
        migrate(address);
        return pool(address, settings.poolSize());
    }

    /** Refuses a server that is not durable, then brings every schema up to date as the owner. */
    static void migrate(StoreAddress address) {
        DataSource owner = address.ownerDataSource();
        DurableSettings.requireOn(owner);
        new RoomMigrations(owner, address.username()).run();
    }

    static HikariDataSource pool(StoreAddress address, int size) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("portcullis");
        pool.setJdbcUrl(address.jdbcUrl());
        pool.setUsername(address.username());
        pool.setPassword(address.password());
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(Math.min(2, size));
        pool.setSchema(WORKFLOW_SCHEMA);
        return new HikariDataSource(pool);
    }
}
