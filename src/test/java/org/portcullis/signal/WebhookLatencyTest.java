package org.portcullis.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Measures how long a sender waits; judges nothing but that every call was accepted. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@EnabledIfSystemProperty(named = "portcullis.bench.hooks", matches = "true",
        disabledReason = "a measurement; run with -Dportcullis.bench.hooks=true")
class WebhookLatencyTest {

    private static final int CALLS = 2_000;
    private static final int WARM_UP = 500;

    @Test
    void how_long_a_sender_waits(@TempDir Path home) {
        try (HookScene scene = HookScene.open(home, "", HookScene.PATIENT, Map.of("signal.per-minute-max", "100000",
                "signal.strategy-per-minute-max", "100000"))) {
            IntStream.range(0, WARM_UP).forEach(i -> call(scene, "w" + i));
            print("one sender", IntStream.range(0, CALLS).mapToLong(i -> call(scene, "s" + i)).toArray());
            print("parallel senders", IntStream.range(0, CALLS).parallel().mapToLong(i -> call(scene, "p" + i))
                    .toArray());
        }
    }

    private static long call(HookScene scene, String alert) {
        byte[] body = scene.canonical("a-1", alert).getBytes(StandardCharsets.UTF_8);
        long begin = System.nanoTime();
        assertThat(scene.send("tv1", body).statusCode()).isEqualTo(202);
        return System.nanoTime() - begin;
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf("webhook, %s: p50 %.1f ms, p99 %.1f ms, largest %.1f ms%n", what,
                nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 99 / 100] / 1e6, nanos[nanos.length - 1] / 1e6);
    }
}
