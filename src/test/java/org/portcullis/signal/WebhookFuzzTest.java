package org.portcullis.signal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Thousands of broken bodies: no fault of ours, nothing accepted that is not a signal, and the secret nowhere. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WebhookFuzzTest {

    private static final int BODIES = Integer.getInteger("bodies", 2_000);
    private static final List<String> SPICES = List.of("\"", "\\", "{", "}", "[", "]", ",", ":", "{{close}}", "\u0000",
            "NaN", "1e400", "-", "\ud83d\ude80", "\\u0000", "\\ud800", "null", "true", " ", "\r\n", "'", ";--", "é",
            "\"a\":1,", "\"price\":\"1\",", HookScene.SECRET, HookScene.SECRET.substring(3), "\\u006f", "_DL", "%00");

    @Test
    @DisplayName("S4-01 B-D10: two thousand mutated bodies, no 5xx, nothing invalid accepted, no secret kept")
    void mutated_bodies_do_no_harm(@TempDir Path home) {
        long seed = Long.getLong("seed", 20_260_302L);
        Random random = new Random(seed);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger("org.portcullis");
        log.start();
        root.addAppender(log);
        Map<Integer, Integer> answers = new TreeMap<>();
        try (HookScene scene = HookScene.open(home, "", HookScene.PATIENT, Map.of("signal.per-minute-max", "100000",
                "signal.strategy-per-minute-max", "100000", "signal.strangers-per-minute-max", "10000"))) {
            for (int i = 0; i < BODIES; i++) {
                byte[] body = mutated(scene.canonical("a-1", "z-" + i), random);
                String source = random.nextInt(4) == 0 ? "tv1" : "tv1/" + HookScene.SECRET;
                int status = scene.send(source, body).statusCode();
                assertThat(status).as("seed %d, body %d: %s", seed, i, new String(body, StandardCharsets.UTF_8))
                        .isIn(202, 400, 401, 409, 413, 422);
                answers.merge(status, 1, Integer::sum);
            }
            assertThat(answers.keySet()).as("seed " + seed + ": " + answers).contains(202, 400, 401, 422);
            acceptedAreSignals(scene, seed);
            assertThat(scene.everythingKept()).as("seed " + seed).doesNotContain(HookScene.SECRET);
        } finally {
            root.detachAppender(log);
        }
        assertThat(log.list).isNotEmpty().allSatisfy(line -> assertThat(line.getFormattedMessage())
                .doesNotContain(HookScene.SECRET).doesNotContain("\n").doesNotContain("\u001b"));
    }

    private static void acceptedAreSignals(HookScene scene, long seed) {
        scene.relay.sweep();
        Await.until(() -> scene.states().stream().noneMatch("RECEIVED"::equals));
        assertThat(scene.sent).as("seed " + seed).isNotEmpty().allSatisfy(signal -> {
            assertThat(signal.instrument().value()).isIn("BTCUSDT", "BTCUSD");
            assertThat(signal.side() != null || signal.target() != null).isTrue();
            assertThat(signal.priceE8()).isNotNegative();
            assertThat(Math.abs(signal.receivedAtMs() - signal.firedAtMs())).isLessThanOrEqualTo(30_000);
            assertThat(signal.strategy()).isNotBlank().doesNotContain("{{").matches("\\P{Cntrl}+");
        });
        assertThat(scene.sent).extracting(TradingSignal::signalId).doesNotHaveDuplicates();
    }

    /** One to four changes; one body in eight is changed by bytes, so that it need not be text any more. */
    private static byte[] mutated(String body, Random random) {
        StringBuilder text = new StringBuilder(body);
        for (int changes = 1 + random.nextInt(4); changes > 0 && text.length() > 2; changes--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + 1 + random.nextInt(12));
            switch (random.nextInt(5)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, SPICES.get(random.nextInt(SPICES.size())));
                case 2 -> text.replace(at, end, SPICES.get(random.nextInt(SPICES.size())));
                case 3 -> text.insert(at, text.substring(at, end));
                default -> text.setLength(random.nextInt(10) == 0 ? at : text.length());
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return random.nextInt(8) == 0 ? scrambled(bytes, random) : bytes;
    }

    private static byte[] scrambled(byte[] bytes, Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte next : bytes) {
            out.write(random.nextInt(100) == 0 ? random.nextInt(256) : next);
        }
        return out.toByteArray();
    }
}
