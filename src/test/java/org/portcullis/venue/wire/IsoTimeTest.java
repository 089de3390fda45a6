package org.portcullis.venue.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IsoTimeTest {

    @ParameterizedTest
    @CsvSource({"1970-01-01T00:00:00Z,0", "2026-04-07T14:30:02.789012Z,1775572202789",
        "2026-04-07T14:30:02.789999999Z,1775572202789", "2026-04-07T14:30:02.7Z,1775572202700",
        "2026-04-07 14:30:10.000000000+00:00,1775572210000", "2017-04-13T11:00Z,1492081200000",
        "2017-04-13T06:00-05:00,1492081200000", "2024-02-29T23:59:59Z,1709251199000"})
    void times_are_read_to_the_millisecond(String text, long epochMs) {
        assertThat(IsoTime.epochMs(text)).isEqualTo(epochMs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026", "2026-04-07", "2026-04-07T14:30:02", "2026-13-07T14:30:02Z",
        "2025-02-29T00:00:00Z", "2026-04-07T24:30:02Z", "2026-04-07T14:30:02.Z", "2026-04-07T14:30:02.1",
        "2026-04-07X14:30:02Z", "2026/04/07T14:30:02Z", "2026-04-07T14:30:02+0:00", "2026-04-07T14:30:02ZZ",
        "2026-04-07T14:30:0xZ", "-026-04-07T14:30:02Z", "2026-04-07T14:30.5Z", "1969-12-31T23:59:59Z"})
    void what_is_no_time_with_an_offset_is_refused(String text) {
        assertThatThrownBy(() -> IsoTime.epochMs(text)).isInstanceOf(WireFault.class);
    }
}
