package org.portcullis.engine.rules;

import java.nio.file.Path;
import org.portcullis.engine.time.WallTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the rules folder and watches it. */
@Configuration(proxyBeanMethods = false)
class RulesConfiguration {

    @Bean(destroyMethod = "close")
    RuleLibrary ruleLibrary(@Value("${portcullis.rules-path}") Path rules, WallTime time) {
        RuleLibrary library = RuleLibrary.open(rules, RuleSandbox.allowing("org.portcullis."), RuleLimits.standard(), time);
        library.watch();
        return library;
    }
}
