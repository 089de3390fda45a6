package org.portcullis.engine.route;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where messages are kept.
 *
 * @param url address of an external Artemis; empty for the embedded one
 * @param user user at the external broker, or nothing
 * @param password its password, or nothing
 * @param directory the embedded broker's journal
 * @param maxDiskUsagePct above this share of a full disk the embedded broker takes no more messages; -1 for no limit
 */
@ConfigurationProperties("portcullis.broker")
public record BrokerSettings(@DefaultValue("") String url, @Nullable String user, @Nullable String password,
        Path directory, @DefaultValue("95") int maxDiskUsagePct) {

    boolean embedded() {
        return url.isBlank();
    }
}
