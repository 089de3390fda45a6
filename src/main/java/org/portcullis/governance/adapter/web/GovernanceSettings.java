package org.portcullis.governance.adapter.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How sign-in is guarded.
 *
 * @param signInFailuresMax failures that close an account for a while
 * @param signInWindow how long a failure counts
 */
@Validated
@ConfigurationProperties("portcullis.governance")
public record GovernanceSettings(@DefaultValue("5") @Min(1) @Max(100) int signInFailuresMax,
        @DefaultValue("15m") @NotNull Duration signInWindow) {
}
