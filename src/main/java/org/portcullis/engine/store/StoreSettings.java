package org.portcullis.engine.store;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code portcullis.store}.
 *
 * @param poolSize connections kept for the application, 2 to 80
 * @param ownerUsername with an external database: the role that owns the schemas; the application's own when absent
 * @param ownerPassword its password
 */
@Validated
@ConfigurationProperties("portcullis.store")
public record StoreSettings(
        @Min(2) @Max(80) @DefaultValue("20") int poolSize,
        @Nullable String ownerUsername,
        @Nullable String ownerPassword) {
}
