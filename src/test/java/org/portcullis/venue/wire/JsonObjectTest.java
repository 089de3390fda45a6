package org.portcullis.venue.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.venue.stream.StreamTrouble;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JsonObjectTest {

    @Test
    void members_are_read_whatever_stands_between_them() {
        JsonObject object = JsonObject.of(" {\n \"s\" : \"BTC\\u0055SDT\" , \"u\":7,\"m\":true,\"k\":{\"o\":\"1.5\"},"
                + "\"b\":[[\"2\",\"0.1\"],[\"1.00000000\",\"0\",\"ignored\"]],\"n\":null}\r\n");
        assertThat(object.text("s")).isEqualTo("BTCUSDT");
        assertThat(object.whole("u")).isEqualTo(7);
        assertThat(object.flag("m")).isTrue();
        assertThat(object.object("k", new JsonObject()).e8("o")).isEqualTo(150_000_000);
        assertThat(object.pairsE8("b")).containsExactly(200_000_000, 10_000_000, 100_000_000, 0);
        assertThat(object.has("n")).isFalse();
        assertThat(object.text("missing", "otherwise")).isEqualTo("otherwise");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,100000000", "-2.5,-250000000", "95830.10,9583010000000", "0.00000001,1",
        "0.1000000000000,10000000", "92233720367.99999999,9223372036799999999", "1e-7,10", "1.5E2,15000000000"})
    void decimals_are_exact(String decimal, long e8) {
        assertThat(JsonObject.of("{\"p\":\"" + decimal + "\"}").e8("p")).isEqualTo(e8);
        assertThat(JsonObject.of("{\"p\":" + decimal + "}").e8("p")).isEqualTo(e8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "1.", ".5", "+1", "1.000000001", "92233720368", "1e999999999", "NaN",
        "Infinity", "1 ", " 1", "0x10", "1,5", "1e", "--1", "1.2.3", "99999999999999999999999999999999999999999999"})
    void what_is_no_decimal_or_would_lose_digits_is_refused(String decimal) {
        assertThatThrownBy(() -> JsonObject.of("{\"p\":\"" + decimal + "\"}").e8("p"))
                .isInstanceOfSatisfying(WireFault.class, fault -> assertThat(fault.trouble("x").code())
                        .isEqualTo(StreamTrouble.Code.BAD_VALUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "{", "{\"a\"}", "{\"a\":}", "{\"a\":1", "{\"a\":1,}", "{a:1}",
        "{\"a\":1}x", "{\"a\":tru}", "{\"a\":01}", "{\"a\":1.}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12g4\"}",
        "{\"a\":\"\n\"}", "{\"a\":\"", "{\"a\":1,\"a\":2}", "{\"a\":[1,]}", "{\"a\":-}", "{'a':1}", "{\"a\":1}{}"})
    void what_is_no_json_object_is_refused(String text) {
        assertThatThrownBy(() -> JsonObject.of(text)).isInstanceOfSatisfying(WireFault.class,
                fault -> assertThat(fault.trouble("").code()).isEqualTo(StreamTrouble.Code.UNREADABLE_FRAME));
    }

    @Test
    void nesting_is_followed_32_deep_and_no_deeper() {
        assertThat(JsonObject.of("{\"a\":" + "[".repeat(31) + "]".repeat(31) + "}").has("a")).isTrue();
        assertThatThrownBy(() -> JsonObject.of("{\"a\":" + "[".repeat(32) + "]".repeat(32) + "}"))
                .isInstanceOf(WireFault.class).hasMessageContaining("32 deep");
        assertThatThrownBy(() -> JsonObject.of("{\"a\":" + "[".repeat(100_000))).isInstanceOf(WireFault.class);
    }

    @Test
    void random_texts_are_accepted_exactly_when_jackson_accepts_them() {
        ObjectMapper jackson = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
        long seed = Long.getLong("seed", 20_261_121L);
        Random random = new Random(seed);
        String[] pieces = {"{", "}", "[", "]", ",", ":", "\"a\"", "\"b\"", "1", "-0.5", "1e3", "true", "null", " ",
            "\"\\n\"", "{\"c\":[1,2]}", "x", "\"", "0"};
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder("{");
            for (int piece = random.nextInt(9); piece >= 0; piece--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            text.append('}');
            assertThat(accepted(text.toString())).as("%s, seed %d", text, seed)
                    .isEqualTo(accepted(jackson, text.toString()));
        }
    }

    private static boolean accepted(String text) {
        try {
            JsonObject.of(text);
            return true;
        } catch (WireFault refused) {
            return false;
        }
    }

    private static boolean accepted(ObjectMapper jackson, String text) {
        try {
            return jackson.readTree(text).isObject();
        } catch (JsonProcessingException refused) {
            return false;
        }
    }
}
