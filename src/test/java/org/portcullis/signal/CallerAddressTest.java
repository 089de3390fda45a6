package org.portcullis.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who calls is what our own proxies say, never what a caller writes. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CallerAddressTest {

    private static final String SENDER = "52.89.214.238";

    @TempDir
    private Path home;

    @Test
    void an_address_that_is_not_allowed_is_refused_whatever_it_forwards() {
        try (HookScene scene = scene(List.of(SENDER), List.of())) {
            assertThat(status(scene)).isEqualTo(403);
            assertThat(status(scene, "X-Forwarded-For", SENDER)).isEqualTo(403);
            assertThat(scene.reasons()).containsOnly("ADDRESS_NOT_ALLOWED").hasSize(2);
            assertThat(scene.everythingKept()).as("nothing of a stranger is kept").doesNotContain("smc-btc-5m");
        }
    }

    @Test
    void behind_our_proxy_the_last_address_that_is_not_ours_counts() {
        try (HookScene scene = scene(List.of(SENDER, "2600:1f00::/24"), List.of("127.0.0.0/8", "203.0.113.0/24"))) {
            assertThat(status(scene, "X-Forwarded-For", SENDER)).isEqualTo(202);
            assertThat(status(scene, "X-Forwarded-For", "6.6.6.6, " + SENDER)).as("what it forwards").isEqualTo(202);
            assertThat(status(scene, "X-Forwarded-For", SENDER + ", 203.0.113.9")).as("two of ours").isEqualTo(202);
            assertThat(status(scene, "X-Forwarded-For", "2600:1f00::7")).isEqualTo(202);
            assertThat(status(scene, "X-Forwarded-For", SENDER + ", 6.6.6.6")).as("spoofed").isEqualTo(403);
            assertThat(status(scene, "X-Forwarded-For", "2600:2f00::7")).isEqualTo(403);
            assertThat(status(scene, "X-Forwarded-For", "localhost, 999.1.1.1")).isEqualTo(403);
            assertThat(status(scene, "X-Forwarded-For", "x".repeat(3_000))).isEqualTo(403);
            assertThat(status(scene)).as("the proxy itself").isEqualTo(403);
            assertThat(scene.jdbc().sql("SELECT DISTINCT address FROM signal.inbox").query(String.class).set())
                    .containsExactlyInAnyOrder(SENDER, "2600:1f00::7");
        }
    }

    @Test
    void strangers_are_refused_without_end_and_written_down_thirty_times_a_minute() {
        try (HookScene scene = scene(List.of(SENDER), List.of())) {
            for (int i = 0; i < 40; i++) {
                assertThat(status(scene)).isEqualTo(403);
            }
            assertThat(scene.reasons()).hasSize(30);
        }
    }

    private HookScene scene(List<String> allowed, List<String> proxies) {
        return HookScene.open(home, "", new SignalSettings(allowed, proxies, Duration.ofSeconds(3),
                Duration.ofSeconds(3)), Map.of());
    }

    private int status(HookScene scene, String... headers) {
        HttpResponse<String> answer = scene.send("tv1", scene.canonical("a-1", "n-" + System.nanoTime())
                .getBytes(StandardCharsets.UTF_8), headers);
        return answer.statusCode();
    }
}
