package org.portcullis.engine.settings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** Tells pages and the report of the start which settings are in force. */
@Configuration(proxyBeanMethods = false)
class SettingsConfiguration {

    @Bean
    SettingsInForce settingsInForce(ConfigurableEnvironment environment) {
        return SettingsInForce.of(environment);
    }
}
