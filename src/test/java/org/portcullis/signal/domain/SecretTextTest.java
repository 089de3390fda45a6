package org.portcullis.signal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret is recognised wherever it stands, and leaves no trace. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SecretTextTest {

    private static final String SECRET = "only-for-tests-0123456";
    private static final List<String> SECRETS = List.of(SECRET);

    @Test
    void twenty_two_characters_are_a_secret_and_one_less_is_none() {
        assertThat(SecretText.wellFormed(SECRET)).isTrue();
        assertThat(SecretText.wellFormed(SECRET.substring(1))).isFalse();
        assertThat(SecretText.wellFormed("a".repeat(128))).isTrue();
        assertThat(SecretText.wellFormed("a".repeat(129))).isFalse();
        assertThat(SecretText.wellFormed(SECRET + " ")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"key\":\"%s\"}", "secret=%s", "a=1,secret=%s,b=2", "%s", "{broken \"%s", "x\r\n%s\r\n"})
    void a_secret_is_known_as_a_whole_word_in_any_shape(String body) {
        assertThat(SecretText.known(null, body.formatted(SECRET), SECRETS)).isTrue();
        assertThat(SecretText.known(null, body.formatted(SECRET + "x"), SECRETS)).isFalse();
        assertThat(SecretText.known(null, body.formatted(SECRET.substring(1)), SECRETS)).isFalse();
        assertThat(SecretText.known(SECRET, body.formatted("none"), SECRETS)).isTrue();
        assertThat(SecretText.known(SECRET + "x", body.formatted("none"), SECRETS)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"note\":\"it is %s!\"}           | {\"note\":\"it is [removed]!\"}",
        "{\"secret\": \"another one\"}      | {\"secret\": \"[removed]\"}",
        "{\"PassPhrase\" : \"a\\\"b\",\"c\":1} | {\"PassPhrase\" : \"[removed]\",\"c\":1}",
        "{\"token\":12345,\"c\":1}          | {\"token\":\"[removed]\",\"c\":1}",
        "{\"key\":{\"secret\":\"x\"}}       | {\"key\":{\"secret\":\"[removed]\"}}",
        "secret=%s,b=2                      | secret=[removed],b=2",
        "a=1&api_key=xyz&b=2                | a=1&api_key=[removed]&b=2",
        "{\"keyboard\":\"on\",\"author\":\"x\"} | {\"keyboard\":\"on\",\"author\":\"x\"}",
        "{\"secretKey\":\"x\",\"pass\":\"y\"} | {\"secretKey\":\"[removed]\",\"pass\":\"[removed]\"}",
        "{\"webhook_secret\":\"x\"}       | {\"webhook_secret\":\"[removed]\"}",
        "{\"private_key\" : \"x\"}        | {\"private_key\" : \"[removed]\"}",
        "{\"HMACKey\":\"x\",\"api key\":1} | {\"HMACKey\":\"[removed]\",\"api key\":\"[removed]\"}",
        "{\"secret of it\":\"x\"}         | {\"secret of it\":\"[removed]\"}",
        "{'secret':'x','b':1}             | {'secret':'[removed]','b':1}",
        "{secret:\"x\",\"b\":1}           | {secret:\"[removed]\",\"b\":1}",
        "{\"m\":\"{\\\"secret\\\":\\\"x\\\"}\",\"c\":1} | {\"m\":\"{\\\"secret\\\":\\\"[removed]\\\"}\",\"c\":1}",
        "{\"m\":\"{\\\"secret\\\":\\\"x\\\\\\\"y\\\"}\"} | {\"m\":\"{\\\"secret\\\":\\\"[removed]\\\"}\"}",
        "{\"m\":\"{\\\"pass\\\":12}\"}   | {\"m\":\"{\\\"pass\\\":\\\"[removed]\\\"}\"}",
        "{\"m\":\"{\\\"secret\\\":\\\"x\",\"c\":1} | {\"m\":\"{\\\"secret\\\":\\\"[removed]\\\"\",\"c\":1}",
        "{\"m\":\"pass=x y\",\"c\":1}     | {\"m\":\"pass=[removed] y\",\"c\":1}",
        "{\"m\":\"pass=x\",\"c\":1}       | {\"m\":\"pass=[removed]\",\"c\":1}",
        "{\"m\":\"the key:\",\"c\":\"y\"}  | {\"m\":\"the key:\",\"c\":\"y\"}",
        "{\"ticker\":\"BINANCE:BTCUSDT\"} | {\"ticker\":\"BINANCE:BTCUSDT\"}",
        "{\"secret\":\"never ends           | {\"secret\":\"[removed]\"",
        "secret=                            | secret=",
    })
    void it_is_removed_by_value_and_by_name(String body, String kept) {
        assertThat(SecretText.removed(body.replace("%s", SECRET), SECRETS)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u006fnly-for-tests-0123456", "%6Fnly-for-tests-0123456",
        "\\u006F\\u006ely-for-tests-0123456"})
    void a_body_that_hides_it_is_not_kept_at_all(String hidden) {
        assertThat(SecretText.removed("{\"a\":\"" + hidden + "\"}", SECRETS)).isNull();
    }

    @Test
    void half_a_secret_at_the_end_of_a_cut_body_goes_as_well() {
        assertThat(SecretText.withoutLastWord("{\"a\":1,\"b\":\"only-for-te")).isEqualTo("{\"a\":1,\"b\":\"");
    }
}
