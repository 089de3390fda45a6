package org.portcullis.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of what senders, networks and attackers do to a webhook, each with its answer. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@DisplayName("S4-01 B-D10: the list of hostile calls")
class FuzzListTest {

    private static final String S = HookScene.SECRET;

    @TempDir
    private static Path home;
    private static HookScene scene;
    private static int alerts;

    @BeforeAll
    static void open() {
        scene = HookScene.open(home, "", HookScene.PATIENT, Map.of("signal.per-minute-max", "10000",
                "signal.strategy-per-minute-max", "10000", "signal.strangers-per-minute-max", "1000"));
    }

    @AfterAll
    static void close() {
        assertThat(scene.everythingKept()).doesNotContain(S);
        scene.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain; charset=utf-8", "Application/JSON;charset=UTF-8",
        "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "nonsense"})
    void every_content_type_is_taken(String type) {
        assertThat(scene.send("tv1", bytes(fresh()), "Content-Type", type).statusCode()).isEqualTo(202);
    }

    @Test
    void no_content_type_a_mark_of_byte_order_and_other_line_ends_are_taken() {
        assertThat(scene.send("tv1", bytes(fresh())).statusCode()).isEqualTo(202);
        assertThat(scene.post("\uFEFF" + fresh())).isEqualTo(202);
        assertThat(scene.post("\r\n" + fresh().replace(",", ",\r\n") + "\r\n")).isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"price\":\"95000.5\"    | \"price\":95000.5,\"price\":1    | BODY_MALFORMED",
        "\"price\":\"95000.5\"    | \"price\":1e400                  | FIELD_UNREADABLE",
        "\"price\":\"95000.5\"    | \"price\":1e99                   | FIELD_UNREADABLE",
        "\"price\":\"95000.5\"    | \"price\":NaN                    | BODY_MALFORMED",
        "\"price\":\"95000.5\"    | \"price\":\"NaN\"                | FIELD_UNREADABLE",
        "\"price\":\"95000.5\"    | \"price\":Infinity               | BODY_MALFORMED",
        "\"price\":\"95000.5\"    | \"price\":\"-Infinity\"          | FIELD_UNREADABLE",
        "\"price\":\"95000.5\"    | \"price\":-0                     | FIELD_UNREADABLE",
        "\"price\":\"95000.5\"    | \"price\":0                      | FIELD_UNREADABLE",
        "\"price\":\"95000.5\"    | \"price\":\"1,5\"                | FIELD_UNREADABLE",
        "\"price\":\"95000.5\"    | \"price\":{\"a\":1}              | FIELD_UNREADABLE",
        "\"price\":\"95000.5\"    | \"price\":[95000.5]              | FIELD_UNREADABLE",
        "\"price\":\"95000.5\"    | \"price\":true                   | FIELD_UNREADABLE",
        "\"price\":\"95000.5\"    | \"price\":\"{{close}}\"          | PLACEHOLDER_UNRESOLVED",
        "\"action\":\"buy\"       | \"action\":\"hold\"              | FIELD_UNREADABLE",
        "\"action\":\"buy\"       | \"action\":1                     | FIELD_UNREADABLE",
        "\"action\":\"buy\"       | \"action\":null                  | SHAPE_UNKNOWN",
        "\"ticker\":\"BTCUSDT\"   | \"ticker\":12345                 | INSTRUMENT_UNKNOWN",
        "\"ticker\":\"BTCUSDT\"   | \"ticker\":[\"BTCUSDT\"]         | FIELD_UNREADABLE",
        "\"ticker\":\"BTCUSDT\"   | \"ticker\":\"\"                  | FIELD_UNREADABLE",
        "\"ticker\":\"BTCUSDT\"   | \"ticker\":\"BTC\u0000USDT\"     | FIELD_UNREADABLE",
        "\"ticker\":\"BTCUSDT\"   | \"ticker\":\"\\ud800\"           | FIELD_UNREADABLE",
        "\"ticker\":\"BTCUSDT\"   | \"ticker\":\"\u0412TCUSDT\"      | INSTRUMENT_UNKNOWN",
        "\"contracts\":\"0.5\"    | \"contracts\":\"-5\"             | FIELD_UNREADABLE",
        "\"v\":1                  | \"v\":2                          | FIELD_UNREADABLE",
        "2026-03-02T09:25:00Z     | soon                             | FIELD_UNREADABLE",
    })
    void wrong_values_are_refused_and_parked(String good, String bad, String reason) {
        String body = fresh();
        assertThat(body).contains(good);
        String broken = body.replace(good, bad.replace("\\u0000", "\u0000"));
        if (reason.equals("FIELD_UNREADABLE") && bad.contains("\"v\":2")) {
            broken = broken.replace("\"action\":\"buy\"", "\"action\":\"other\"");
        }
        int status = scene.post(broken);
        assertThat(status).isEqualTo(SignalRefusal.valueOf(last()).status()).isBetween(400, 422);
        if (!bad.contains("\u0000")) {
            assertThat(last()).isEqualTo(reason);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "[{}]", "\"text\"", "1", "true", "{}", "{", "}", "{\"a\":", "not json at all",
        "<xml/>", "BTCUSDT Crossing", "{} {}", "{\"a\":1}x"})
    void what_is_no_alert_is_refused_and_parked(String body) {
        assertThat(scene.post("tv1/" + S, body)).isEqualTo(400);
        assertThat(last()).isIn("SHAPE_UNKNOWN", "BODY_MALFORMED");
        assertThat(parkedBody()).isEqualTo(body);
    }

    @Test
    void an_empty_body_is_refused() {
        assertThat(scene.post("tv1/" + S, "")).isEqualTo(400);
        assertThat(last()).isEqualTo("BODY_EMPTY");
    }

    @Test
    void sixteen_levels_are_read_and_ten_thousand_are_not() {
        assertThat(scene.post(deep(15))).as("one object and fifteen lists").isEqualTo(202);
        assertThat(scene.post(deep(16))).isEqualTo(400);
        assertThat(scene.post("{\"key\":\"" + S + "\",\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}"))
                .isEqualTo(400);
        assertThat(scene.post("{\"key\":\"" + S + "\",\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"))
                .isEqualTo(413);
    }

    @Test
    void sixteen_kibibytes_are_read_and_one_byte_more_is_not() {
        String body = fresh();
        String padded = body.replace("{\"v\"", "{\"pad\":\"" + "x".repeat(16_384 - body.length() - 9) + "\",\"v\"");
        assertThat(bytes(padded)).hasSize(16_384);
        assertThat(scene.post(padded)).isEqualTo(202);
        assertThat(scene.post(padded + " ")).isEqualTo(413);
        assertThat(last()).isEqualTo("BODY_TOO_LARGE");
        assertThat(scene.post("x".repeat(200_000))).as("of a stranger").isEqualTo(413);
    }

    @Test
    void half_a_secret_at_the_cut_is_not_kept() {
        String padded = "{\"key\":\"" + S + "\",\"pad\":\"" + "x ".repeat(8_150) + "\",\"b\":\"" + S + "\"}"
                + " ".repeat(200);
        assertThat(padded.length()).isGreaterThan(16_384);
        for (int cut = 0; cut < S.length(); cut++) {
            assertThat(scene.post(padded.replace("\"pad\":\"", "\"pad\":\"" + "y".repeat(cut)))).isEqualTo(413);
            assertThat(parkedBody()).doesNotContain(S.substring(0, 12)).contains("[removed]");
        }
    }

    @Test
    void a_compressed_body_is_refused_and_not_expanded() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes(fresh()));
        }
        assertThat(scene.send("tv1/" + S, packed.toByteArray(), "Content-Encoding", "gzip").statusCode())
                .isEqualTo(400);
        assertThat(last()).isEqualTo("BODY_ENCODING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'; DROP TABLE signal.inbox; --", "${7*7}", "#{T(java.lang.Runtime).getRuntime()}",
        "rule \\\"x\\\" when then end", "= 1 + 1", "<script>alert(1)</script>", "../../etc/passwd", "%n%s%x"})
    void code_in_a_field_is_only_text(String code) {
        String body = fresh().replace("smc-btc-5m", code);
        assertThat(scene.post(body)).isEqualTo(202);
        String kept = scene.jdbc().sql("SELECT strategy FROM signal.inbox ORDER BY received_at DESC, ctid DESC LIMIT 1")
                .query(String.class).single();
        assertThat(kept).isEqualTo(code.replace("\\\"", "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tv1/a/b", "TV1", "tv_1", "tv1/", "-tv1"})
    void another_path_is_not_there(String path) {
        assertThat(scene.post(path, fresh())).isEqualTo(404);
    }

    @Test
    void the_right_secret_on_another_source_and_a_wrong_one_are_refused() {
        assertThat(scene.post("tv2", fresh())).isEqualTo(401);
        assertThat(scene.post("tv2/" + S, fresh())).isEqualTo(401);
        assertThat(scene.post(fresh().replace(S, S.toUpperCase(java.util.Locale.ROOT)))).isEqualTo(401);
        assertThat(scene.post("")).isEqualTo(401);
    }

    @Test
    void an_escaped_secret_is_not_accepted_and_nothing_of_its_body_is_kept() {
        String escaped = "\\u006f" + S.substring(1);
        assertThat(scene.post(fresh().replace(S, escaped))).isEqualTo(401);
        assertThat(scene.post("tv1/" + S, fresh().replace(S, escaped))).as("removed by its name").isEqualTo(202);
        assertThat(scene.post("tv1/" + S, fresh().replace("smc-btc-5m", escaped))).isEqualTo(400);
        assertThat(parkedBody()).startsWith("[withheld");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32"})
    void of_a_body_whose_letters_take_more_than_a_byte_nothing_is_kept(String encoding) {
        byte[] body = fresh().getBytes(java.nio.charset.Charset.forName(encoding));
        assertThat(scene.send("tv1/" + S, body).statusCode()).isEqualTo(400);
        assertThat(last()).isEqualTo("BODY_ENCODING");
        assertThat(scene.everythingKept().replace("\0", "").replace("\u2400", "")).contains("[withheld")
                .doesNotContain(S);
    }

    @Test
    void a_body_that_grows_when_values_are_removed_is_parked_up_to_its_limit() {
        String names = "{" + "\"key\":1,".repeat(2_000);
        assertThat(scene.post("tv1/" + S, names)).isEqualTo(400);
        assertThat(last()).isEqualTo("BODY_MALFORMED");
        assertThat(parkedBody()).hasSize(16_384).startsWith("{\"key\":\"[removed]\",");
    }

    @Test
    void two_alerts_may_come_in_the_wrong_order() {
        String first = fresh();
        scene.nowMs.addAndGet(1_000);
        String second = fresh();
        assertThat(scene.post(second)).isEqualTo(202);
        assertThat(scene.post(first)).isEqualTo(202);
    }

    @Test
    void other_methods_are_refused() throws Exception {
        for (String method : List.of("GET", "PUT", "DELETE", "TRACE")) {
            assertThat(raw(method + " " + scene.path("tv1") + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                    .as(method).startsWith("HTTP/1.1 40");
        }
    }

    @Test
    void an_old_protocol_a_polite_one_and_two_calls_at_once_are_served() throws Exception {
        String body = fresh();
        assertThat(raw("POST " + scene.path("tv1") + " HTTP/1.0\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body)).contains(" 202 ");
        String polite = fresh();
        assertThat(raw("POST " + scene.path("tv1") + " HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: "
                + polite.length() + "\r\nConnection: close\r\n\r\n" + polite)).contains("202");
        String one = fresh();
        String two = fresh();
        assertThat(raw(call(one, "keep-alive") + call(two, "close"))).containsSubsequence("HTTP/1.1 202",
                "HTTP/1.1 202");
    }

    @Test
    void a_body_that_trickles_or_stops_ends_in_408() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", scene.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(bytes("POST " + scene.path("tv1/" + S)
                    + " HTTP/1.1\r\nHost: a\r\nContent-Length: 5000\r\n\r\n{"));
            out.flush();
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8))
                    .isEqualTo("HTTP/1.1 408");
        }
        assertThat(last()).isEqualTo("BODY_TOO_SLOW");
    }

    private static String call(String body, String connection) {
        return "POST " + scene.path("tv1") + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + body.length()
                + "\r\nConnection: " + connection + "\r\n\r\n" + body;
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", scene.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes(request));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String deep(int lists) {
        return fresh().replace("{\"v\"", "{\"deep\":" + "[".repeat(lists) + "]".repeat(lists) + ",\"v\"");
    }

    private static String fresh() {
        alerts++;
        return scene.canonical("a-1", "f-" + alerts);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String last() {
        List<String> reasons = scene.reasons();
        return reasons.get(reasons.size() - 1);
    }

    private static String parkedBody() {
        return scene.jdbc().sql("SELECT body FROM signal.parked ORDER BY id DESC LIMIT 1").query(String.class).single();
    }
}
