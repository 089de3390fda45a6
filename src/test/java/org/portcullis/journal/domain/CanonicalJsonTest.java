package org.portcullis.journal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Side;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CanonicalJsonTest {

    @Test
    void keys_are_sorted_at_every_level_and_nothing_else_is_moved() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("z", List.of(3, 1, 2));
        inner.put("a", Arrays.asList(null, true));
        Map<String, Object> outer = new LinkedHashMap<>();
        outer.put("b", inner);
        outer.put("a", "x");
        assertThat(CanonicalJson.write(outer)).isEqualTo("{\"a\":\"x\",\"b\":{\"a\":[null,true],\"z\":[3,1,2]}}");
        assertThat(CanonicalJson.write(Map.of())).isEqualTo("{}");
        assertThat(CanonicalJson.write(List.of())).isEqualTo("[]");
    }

    @Test
    void equal_numbers_and_words_have_one_form() {
        assertThat(CanonicalJson.write(new BigDecimal("1.500"))).isEqualTo("1.5");
        assertThat(CanonicalJson.write(new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(CanonicalJson.write(new BigDecimal("0.000"))).isEqualTo("0");
        assertThat(CanonicalJson.write(Map.of("cash", Money.of("-4.20"), "side", Side.BUY)))
                .isEqualTo("{\"cash\":\"-4.2\",\"side\":\"BUY\"}");
    }

    @Test
    void every_character_survives_a_standard_reader() throws Exception {
        StringBuilder all = new StringBuilder();
        for (char c = 0; c < 0x2100; c++) {
            all.append(c);
        }
        all.append("\uD83D\uDE00");
        Map<?, ?> read = new ObjectMapper().readValue(CanonicalJson.write(Map.of("text", all)), Map.class);
        assertThat(read.get("text")).isEqualTo(all.toString());
    }

    @Test
    void what_has_no_one_form_is_refused() {
        assertThatThrownBy(() -> CanonicalJson.write(0.1)).hasMessageContaining("not a Double");
        assertThatThrownBy(() -> CanonicalJson.write(new Object())).hasMessageContaining("java.lang.Object");
        List<Object> endless = new ArrayList<>();
        endless.add(endless);
        assertThatThrownBy(() -> CanonicalJson.write(endless)).hasMessageContaining("32 deep");
    }
}
