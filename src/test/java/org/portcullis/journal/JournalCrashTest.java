package org.portcullis.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JournalCrashTest {

    private static final int KILLS = 10;
    private static final int LINES_BEFORE_KILL_MAX = 2_000;

    @TempDir
    Path folder;

    @Test
    void every_acknowledged_record_survives_ten_kills_at_random_points() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        Map<Long, String> acknowledged = new HashMap<>();
        for (int kill = 0; kill < KILLS; kill++) {
            writeUntilKilled(1 + random.nextInt(LINES_BEFORE_KILL_MAX), acknowledged);
            assertThat(Verification.of(folder)).as("seed %d, kill %d", seed, kill)
                    .isInstanceOf(Verification.Sound.class);
            assertAllThere(acknowledged, "seed " + seed + ", kill " + kill);
        }
        Journal.open(folder, InstantSource.system()).close();
        assertAllThere(acknowledged, "seed " + seed + ", after the last start");
        System.out.println("journal: " + acknowledged.size() + " acknowledged records survived " + KILLS + " kills");
    }

    private void writeUntilKilled(int lines, Map<Long, String> acknowledged) throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m", "-cp", System.getProperty("java.class.path"),
                JournalCrashProcess.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("OPEN");
            for (int i = 0; i < lines; i++) {
                remember(output.readLine(), acknowledged);
            }
            process.toHandle().destroyForcibly(); // unlike the process itself, the handle leaves the output readable
            String line = output.readLine();
            while (line != null) {
                remember(line, acknowledged);
                line = output.readLine();
            }
            process.waitFor();
        }
    }

    /** The last line may have been cut by the kill; only a whole one counts. */
    private static void remember(String line, Map<Long, String> acknowledged) {
        String[] parts = line.split(" ");
        if (parts.length == 2 && parts[1].matches("pool-1-thread-[123]@\\d{6,}")) {
            acknowledged.put(Long.parseLong(parts[0]), parts[1]);
        }
    }

    private void assertAllThere(Map<Long, String> acknowledged, String when) {
        Map<Long, String> kept = new HashMap<>();
        try (JournalReader reader = JournalReader.from(folder, 1)) {
            reader.forEachRemaining(record -> kept.put(record.sequence(), record.text()));
        }
        assertThat(acknowledged).as(when).isNotEmpty().allSatisfy(
                (sequence, item) -> assertThat(kept.getOrDefault(sequence, "missing")).startsWith(item));
    }
}
