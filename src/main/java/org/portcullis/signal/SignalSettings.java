package org.portcullis.signal;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code portcullis.signal}.
 *
 * @param allowedAddresses addresses or networks that may call a webhook; empty means any
 * @param trustedProxies   addresses or networks of our own proxies, whose {@code X-Forwarded-For} is believed
 * @param bodyWait         how long a body may take to arrive
 * @param storeWait        how long a call waits for the database before it is answered with 503
 */
@Validated
@ConfigurationProperties("portcullis.signal")
public record SignalSettings(@DefaultValue List<String> allowedAddresses, @DefaultValue List<String> trustedProxies,
        @NotNull @DefaultValue("1s") Duration bodyWait, @NotNull @DefaultValue("1s") Duration storeWait) {
}
