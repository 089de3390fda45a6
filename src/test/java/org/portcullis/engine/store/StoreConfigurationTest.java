package org.portcullis.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoreConfigurationTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withUserConfiguration(StoreConfiguration.class)
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
                    DataSourceTransactionManagerAutoConfiguration.class));

    @Test
    void an_external_database_is_migrated_and_used_when_its_address_is_given() {
        TestDatabase external = TestDatabase.fresh();
        runner.withPropertyValues(
                "spring.datasource.url=" + external.address().jdbcUrl(),
                "spring.datasource.username=" + external.address().username(),
                "spring.datasource.password=" + external.address().password(),
                "portcullis.store.owner-username=" + external.address().ownerUsername(),
                "portcullis.store.owner-password=" + external.address().ownerPassword(),
                "portcullis.store.pool-size=3").run(context -> {
                    assertThat(context).doesNotHaveBean(EmbeddedDatabase.class).hasSingleBean(DataSource.class)
                            .hasSingleBean(PlatformTransactionManager.class);
                    assertThat(context.getBean(HikariDataSource.class).getMaximumPoolSize()).isEqualTo(3);
                    assertThat(context.getBean(JdbcClient.class).sql("SELECT current_database()")
                            .query(String.class).single()).startsWith("test_");
                });
    }

    @Test
    void without_an_address_the_embedded_one_is_started_and_stopped_after_the_pool() {
        Path home = TestDatabase.folder().resolve("home-of-store-configuration-test");
        runner.withPropertyValues("portcullis.home=" + home).run(context -> {
            assertThat(context).hasSingleBean(EmbeddedDatabase.class);
            assertThat(context.getBean(JdbcClient.class).sql("SELECT current_user").query(String.class).single())
                    .isEqualTo("portcullis");
            assertThat(context.getBeanFactory().getDependentBeans("embeddedDatabase"))
                    .contains("embeddedAddress");
            assertThat(context.getBeanFactory().getDependentBeans("embeddedAddress")).contains("dataSource");
        });
        assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_pool_of_one_connection_is_refused() {
        runner.withPropertyValues("portcullis.store.pool-size=1", "spring.datasource.url=jdbc:postgresql://nowhere/x")
                .run(context -> assertThat(context).hasFailed());
    }
}
