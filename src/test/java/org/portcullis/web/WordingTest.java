package org.portcullis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.web.domain.Wording;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WordingTest {

    private static final Instant NOW = Instant.parse("2026-03-02T14:03:07.215Z");

    private final Wording words = new Wording(() -> NOW);

    @Test
    void profit_always_has_a_sign_and_an_arrow_and_nothing_rounds_to_minus_zero() {
        assertThat(words.signed(Money.of("1214.6"))).isEqualTo("+\u00a01,214.60");
        assertThat(words.signed(Money.of("-5.88"))).isEqualTo("\u2212\u00a05.88");
        assertThat(words.signed(Money.of("-0.004"))).isEqualTo("0.00");
        assertThat(words.arrow(Money.of("-0.004"))).isEmpty();
        assertThat(words.trend(Money.of("-0.005"))).isEqualTo("down");
        assertThat(words.signed(null)).isEqualTo("\u2013");
    }

    @Test
    void prices_show_the_precision_that_matters_at_their_size() {
        assertThat(words.price(Price.of("95191.66666667"))).isEqualTo("95,191.67");
        assertThat(words.price(Price.of("1000"))).isEqualTo("1,000.00");
        assertThat(words.price(Price.of("999.12345"))).isEqualTo("999.1234");
        assertThat(words.price(Price.of("0.37177"))).isEqualTo("0.37177");
        assertThat(words.quantity(Quantity.of("0.05"))).isEqualTo("0.05");
    }

    @Test
    void the_date_is_shown_only_when_it_is_not_today() {
        assertThat(words.time(NOW)).isEqualTo("14:03:07.215");
        assertThat(words.time(Instant.parse("2026-03-02T00:00:00Z"))).isEqualTo("00:00:00");
        assertThat(words.time(Instant.parse("2026-03-01T23:59:59Z"))).isEqualTo("1 Mar 2026 23:59:59");
    }

    @Test
    void ages_and_latencies_change_their_unit_where_people_do() {
        assertThat(words.age(NOW.minusSeconds(59))).isEqualTo("59\u00a0s");
        assertThat(words.age(NOW.minusSeconds(60))).isEqualTo("1\u00a0min");
        assertThat(words.age(NOW.minusSeconds(3_600))).isEqualTo("1\u00a0h 00\u00a0min");
        assertThat(words.age(NOW.minusSeconds(86_400))).isEqualTo("1\u00a0d");
        assertThat(words.micros(640)).isEqualTo("0.6\u00a0ms");
        assertThat(words.micros(999_999)).isEqualTo("1000\u00a0ms");
        assertThat(words.micros(1_000_000)).isEqualTo("1.0\u00a0s");
    }
}
