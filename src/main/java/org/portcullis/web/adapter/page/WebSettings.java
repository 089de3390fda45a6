package org.portcullis.web.adapter.page;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How pages behave.
 *
 * @param streamsPerUserMax live connections one user may hold at a time
 * @param pushPause pause between two pushes on one live connection
 * @param heartbeat pause between two signs of life on a quiet connection
 * @param feedSilentAfter age of the newest frame at which pages say that the feed is silent
 */
@Validated
@ConfigurationProperties("portcullis.web")
public record WebSettings(@DefaultValue("8") @Min(1) @Max(100) int streamsPerUserMax,
        @DefaultValue("250ms") Duration pushPause, @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("12s") Duration feedSilentAfter) {
}
