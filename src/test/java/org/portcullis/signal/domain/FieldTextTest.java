package org.portcullis.signal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One reading for each text, or none. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FieldTextTest {

    @ParameterizedTest
    @CsvSource({"0,0", "1,100000000", "0.5,50000000", "95000.50,9500050000000", "0.000000015,2", "0.000000005,0",
        "1e-7,10", "1.5E3,150000000000", "92233720368.54775807,9223372036854775807"})
    void a_plain_number_is_read_and_rounded_half_even(String text, long e8) {
        assertThat(FieldText.number("price", text)).isEqualTo(e8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-1", "-0", "+1", "1,5", "1.", ".5", "NaN", "Infinity", "1e400", "1e-400", "1e99",
        "0x10", "1_000", "92233720368.54775808", "\u0661", "1 ", "1f", "1d", "9999999999999"})
    void whatever_could_mean_something_else_is_no_number(String text) {
        assertThatThrownBy(() -> FieldText.number("price", text)).isInstanceOf(Unreadable.class)
                .hasMessageStartingWith("price must be");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02T09:30:00Z,2026-03-02T09:30:00Z", "2026-03-02T09:30:00.25Z,2026-03-02T09:30:00.250Z",
        "1772443800000,2026-03-02T09:30:00Z"})
    void a_moment_is_read(String text, Instant moment) {
        assertThat(FieldText.moment("time", text)).isEqualTo(moment.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "2026-03-02", "2026-03-02T09:30:00", "2026-03-02T09:30:00+01:00",
        "2026-02-30T09:30:00Z", "2026-13-02T09:30:00Z", "1772443800", "+1000000000-12-31T23:59:59Z",
        "1926-03-02T09:30:00Z"})
    void what_is_no_moment_in_utc_is_refused(String text) {
        assertThatThrownBy(() -> FieldText.moment("time", text)).isInstanceOf(Unreadable.class);
    }

    @Test
    void a_name_is_printable_and_at_most_two_hundred_characters() {
        assertThat(FieldText.name("strategy", "Ströme 5m")).isEqualTo("Ströme 5m");
        assertThat(FieldText.name("strategy", "x".repeat(200))).hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u0000b", "\ud800", "a\u202eb", "\u200b", "\u2028", "\u001b[31m"})
    void a_name_that_could_forge_a_line_is_refused(String text) {
        assertThatThrownBy(() -> FieldText.name("strategy", text)).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> FieldText.name("strategy", "x".repeat(201))).isInstanceOf(Unreadable.class);
    }

    @Test
    void text_of_strangers_is_printed_on_one_line() {
        assertThat(Printable.of("a\r\n2026 INFO all is well\u001b[2J\u00e4", 60))
                .isEqualTo("a\\u000d\\u000a2026 INFO all is well\\u001b[2J\\u00e4");
        assertThat(Printable.of("x".repeat(100), 10)).hasSize(10);
    }
}
