package org.portcullis.engine.policy;

import java.nio.file.Path;
import java.time.Duration;
import org.portcullis.engine.time.Background;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the policy and watches its file. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    private static final Duration LOOK = Duration.ofMillis(250);

    @Bean
    PolicyBook policyBook(@Value("${portcullis.rules-path}") Path rules,
            @Value("${portcullis.policy.profile:}") String profile, Background background) {
        PolicyBook book = PolicyBook.open(rules.resolve("policy.yaml"), profile.isBlank() ? null : profile);
        background.every(LOOK, "policy-watch", book::refresh);
        return book;
    }
}
