package org.portcullis.engine.rules;

import java.nio.file.Path;
import java.time.Duration;
import org.portcullis.engine.home.CacheFolder;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.WallTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the rules folder and watches it. */
@Configuration(proxyBeanMethods = false)
class RulesConfiguration {

    @Bean(destroyMethod = "close")
    RuleLibrary ruleLibrary(@Value("${portcullis.rules-path}") Path rules, WallTime time, Background background,
            @Value("${portcullis.rules.run-time-max:2s}") Duration runTimeMax,
            @Value("${portcullis.cache:${portcullis.home}/cache}") String cache) {
        RuleLimits standard = RuleLimits.standard();
        // a machine that starves for a moment must not be taken for a rule that loops, so this is far above any real
        // run
        RuleLimits patient = standard.within(standard.firingsMax(), runTimeMax);
        RuleLibrary library = RuleLibrary.open(RuleOpening.of(rules, RuleSandbox.allowing("org.portcullis."))
                .within(patient).at(time).remembering(CacheFolder.named(cache)));
        background.run("rules-warm-up", library::warmUp);
        library.watch();
        return library;
    }
}
