package org.portcullis.signal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms of plain text, without the traps of patterns. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TextTemplateTest {

    @Test
    void each_name_takes_what_stands_before_the_next_fixed_part() {
        TextTemplate form = TextTemplate.of("signal={side},symbol={ticker};");
        assertThat(form.match("signal=long,symbol=BTCUSDT;").orElseThrow().values())
                .isEqualTo(Map.of("{side}", "long", "{ticker}", "BTCUSDT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "signal=", "signal=long", "signal=long,symbol=;", "signal=,symbol=BTCUSDT;",
        "signal=long,symbol=BTCUSDT", " signal=long,symbol=BTCUSDT;", "signal=long,symbol=BTCUSDT;;x"})
    void another_form_does_not_match(String text) {
        assertThat(TextTemplate.of("signal={side},symbol={ticker};").match(text)).isEmpty();
    }

    @Test
    void a_long_hostile_text_is_looked_at_once() {
        TextTemplate form = TextTemplate.of("{a} {b} {c} {d} x");
        assertThat(form.match("a ".repeat(500_000))).isEmpty();
    }
}
