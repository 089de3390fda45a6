package org.portcullis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.engine.time.WallTime;
import org.portcullis.journal.Journal;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.signal.adapter.SignalConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;

/** Webhooks and their lists beside the pages, behind the security of the product, over real HTTP. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SignalApiTest {

    private static final String SECRET = "only-for-tests-web-0123456789";

    @TempDir
    private static Path home;
    private static ConfigurableApplicationContext application;
    private static String address;

    /** The preview's pages, and the signal room with a journal, and a bus that takes everything. */
    @Profile("preview")
    @Import({WebPreview.class, SignalConfiguration.class})
    static class WithSignals {

        @Bean(destroyMethod = "close")
        Journal journal(@Value("${portcullis.home}") Path folder, WallTime clock) {
            return Journal.open(folder.resolve("journal"), clock);
        }

        @Bean
        InstrumentCatalogue instrumentCatalogue() {
            return InstrumentCatalogue.read(Path.of("rules/instruments.yaml"));
        }

        @Bean
        MessageBus messageBus() {
            return new MessageBus() {
                @Override
                public void send(String to, String messageId, Object word) {
                    assertThat(to).isEqualTo("signal.received.v1");
                }

                @Override
                public void show(String to, String messageId, Object word, String onlyFor) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }

    @BeforeAll
    static void start() {
        application = WebPreview.start(new SpringApplication(WithSignals.class), 0, home,
                "--TRADINGVIEW_SECRET_TV1=" + SECRET);
        address = "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    @DisplayName("S4-01: a webhook needs neither a session nor a token of a page, and leaves none")
    void a_webhook_is_reached_without_a_session() throws Exception {
        HttpResponse<String> answer = post("/hooks/tradingview/tv1",
                "{\"ticker\":\"BTCUSDT\",\"action\":\"buy\",\"key\":\"" + SECRET + "\"}");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).contains("accepted");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(post("/hooks/tradingview/tv1", "{}").statusCode()).isEqualTo(401);
        assertThat(get("/api/v1/signals").body()).contains("\"instrument\":\"BTCUSDT\"").contains("\"side\":\"BUY\"")
                .doesNotContain(SECRET);
    }

    @Test
    void what_was_refused_is_listed_without_the_secret() throws Exception {
        assertThat(post("/hooks/tradingview/tv1", "{\"broken\":\"" + SECRET + "\"").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/signals/parked?limit=10").body()).contains("BODY_MALFORMED")
                .contains("{\\\"broken\\\":\\\"[removed]\\\"").doesNotContain(SECRET);
    }

    @Test
    void a_stranger_sees_no_list_and_nobody_sees_more_than_a_thousand_lines() throws Exception {
        HttpRequest stranger = HttpRequest.newBuilder(URI.create(address + "/api/v1/signals")).build();
        assertThat(HttpClient.newHttpClient().send(stranger, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
        assertThat(get("/api/v1/signals?limit=1001").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/signals/parked?limit=0").statusCode()).isEqualTo(400);
    }

    private static HttpResponse<String> post(String path, String body) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        String viewer = Base64.getEncoder().encodeToString(("viewer:" + WebPreview.PASSWORD)
                .getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Basic " + viewer).build(), HttpResponse.BodyHandlers.ofString());
    }
}
