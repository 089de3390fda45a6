package org.portcullis.journal.adapter;

import java.nio.file.Path;
import org.portcullis.engine.time.WallTime;
import org.portcullis.journal.Journal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the raw journal of this home. */
@Configuration(proxyBeanMethods = false)
class JournalConfiguration {

    @Bean(destroyMethod = "close")
    Journal rawJournalFiles(@Value("${portcullis.home}") Path home, WallTime time) {
        return Journal.open(home.resolve("journal"), time);
    }
}
