package org.portcullis.journal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code portcullis.journal}.
 *
 * @param segmentBytes size at which a segment is finished, in bytes, 64 KiB to 1 GiB
 * @param anchorEntries how many audit entries of a chain lie between two anchors at most
 */
@Validated
@ConfigurationProperties("portcullis.journal")
public record JournalSettings(
        @Min(65_536) @Max(1_073_741_824) @DefaultValue("67108864") long segmentBytes,
        @Min(1) @Max(100_000) @DefaultValue("100") int anchorEntries) {
}
