package org.portcullis.signal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long the bar lasts that an alert is about. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChartIntervalTest {

    @ParameterizedTest
    @CsvSource({"1,PT1M", "5,PT5M", "240,PT4H", "30S,PT30S", "15m,PT15M", "4h,PT4H", "1H,PT1H", "D,P1D", "1D,P1D",
        "W,P7D", "2W,P14D", "1M,P31D", "12M,P372D", "' 5 ',PT5M"})
    void an_interval_is_as_long_as_it_says(String interval, Duration length) {
        assertThat(ChartInterval.millis(interval)).isEqualTo(length.toMillis());
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "100R", "12345", "five", "-5", "1.5"})
    void one_that_cannot_be_read_counts_as_a_day(String interval) {
        assertThat(ChartInterval.millis(interval)).isEqualTo(Duration.ofDays(1).toMillis());
    }
}
