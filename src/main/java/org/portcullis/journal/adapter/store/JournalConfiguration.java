package org.portcullis.journal.adapter.store;

import java.nio.file.Path;

import javax.sql.DataSource;

import org.portcullis.engine.time.WallTime;
import org.portcullis.journal.AuditChains;
import org.portcullis.journal.AuditTrail;
import org.portcullis.journal.Journal;
import org.portcullis.journal.JournalSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application's raw journal in {@code <home>/journal} and its audit trail. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JournalSettings.class)
public class JournalConfiguration {

    @Bean(destroyMethod = "close")
    Journal journal(@Value("${portcullis.home:data}") Path home, JournalSettings settings, WallTime clock) {
        return Journal.open(home.resolve("journal"), settings.segmentBytes(), clock);
    }

    @Bean(destroyMethod = "close")
    AuditAnchor auditAnchor(Journal journal, JournalSettings settings, WallTime clock) {
        return new AuditAnchor(journal, settings.anchorEntries(), clock);
    }

    @Bean
    AuditTrail auditTrail(JdbcClient jdbc, AuditAnchor anchor) {
        return new JdbcAuditTrail(jdbc, anchor);
    }

    @Bean
    AuditChains auditChains(DataSource database, Journal journal) {
        return () -> AuditVerifier.verify(database, AuditReads.anchorsIn(journal.folder()));
    }
}
