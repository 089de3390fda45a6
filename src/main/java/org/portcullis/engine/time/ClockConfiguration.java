package org.portcullis.engine.time;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the one time for everything that comes from outside, and asks time servers when there are any. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClockSettings.class)
class ClockConfiguration {

    /** By its own type only: who asks for any clock means the one that judgements run on. */
    @Bean
    TimeOracle timeOracle(WallTime wall, ClockSettings settings, Background background) {
        TimeOracle oracle = new TimeOracle(wall, settings.venueDifferenceMax().toMillis());
        if (!settings.servers().isEmpty()) {
            SntpClient servers = new SntpClient(settings.servers(), settings.patience(), wall);
            Runnable ask = () -> servers.ask().ifPresent(oracle::synced);
            background.run("time-servers-first", ask);
            background.every(settings.every(), "time-servers", ask);
        }
        return oracle;
    }

    @Bean
    Jitter jitter() {
        return Jitter.real();
    }
}
