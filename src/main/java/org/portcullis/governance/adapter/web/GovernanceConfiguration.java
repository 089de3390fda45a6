package org.portcullis.governance.adapter.web;

import org.portcullis.governance.Passwords;
import org.portcullis.governance.SignIn;
import org.portcullis.governance.UserStore;
import org.portcullis.governance.adapter.store.JdbcUserStore;
import org.portcullis.governance.domain.FirstUsers;
import org.portcullis.governance.domain.SignInThrottle;
import org.portcullis.engine.time.WallTime;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the room together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GovernanceSettings.class)
public class GovernanceConfiguration {

    @Bean
    Passwords passwords() {
        return new EncodedPasswords();
    }

    @Bean
    UserStore userStore(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new JdbcUserStore(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    SignIn signIn(UserStore users, Passwords passwords, GovernanceSettings settings) {
        return new SignIn(users, passwords,
                new SignInThrottle(settings.signInFailuresMax(), settings.signInWindow(), new WallTime()));
    }

    @Bean
    FirstStartNotice firstStartNotice(UserStore users, Passwords passwords, Environment environment) {
        return new FirstStartNotice(new FirstUsers(users, passwords), environment, System.out);
    }
}
