package org.portcullis.engine.time;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the time is known.
 *
 * @param servers            time servers as host or host:port, three or more to stand one that lies; empty to believe
 *         the operating system's clock
 * @param every              how often they are asked
 * @param patience           how long an answer is waited for
 * @param venueDifferenceMax largest difference of a venue's clock from ours that is believed
 */
@ConfigurationProperties("portcullis.clock")
public record ClockSettings(@DefaultValue List<String> servers, @DefaultValue("64s") Duration every,
        @DefaultValue("2s") Duration patience, @DefaultValue("2s") Duration venueDifferenceMax) {
}
