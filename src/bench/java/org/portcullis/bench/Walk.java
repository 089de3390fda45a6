package org.portcullis.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.portcullis.market.BarFeed;
import org.portcullis.market.BarStream;

/**
 * Starts the built archive in a fresh home, replays a file of bars at full speed through everything there is, and
 * prints the figures of its report. Arguments: the file or folder of bars (generated when none is named), then settings
 * for the application such as {@code --portcullis.feed.replay.lock-step=true}.
 */
public final class Walk {

    private static final Path FOLDER = Path.of("target/bench");
    private static final Path ARCHIVE = Path.of("target/portcullis.war");
    /** So little that orders within the asset limit need no person, and therefore go all the way. */
    private static final int CASH = 8_000;
    private static final int GENERATED_MINUTES = 1_440;

    private Walk() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = Stream.of(arguments).flatMap(text -> Arrays.stream(text.trim().split("\\s+")))
                .filter(word -> !word.isEmpty()).toList();
        List<String> settings = words.stream().filter(word -> word.startsWith("--")).toList();
        Path bars = words.stream().filter(word -> !word.startsWith("--")).findFirst().map(Path::of)
                .orElseGet(Walk::generated);
        if (!Files.exists(bars) || !Files.isRegularFile(ARCHIVE)) {
            throw new IllegalArgumentException("needs " + bars + " and " + ARCHIVE
                    + "; the archive is built by: mvn package");
        }
        Path home = Files.createTempDirectory(Files.createDirectories(FOLDER), "walk-");
        Path log = home.resolve("log.txt");
        double before = load();
        System.out.printf("walk of %s, log in %s%n", bars, log);
        int exit = new ProcessBuilder(command(home, bars, settings)).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start().waitFor();
        List<Path> reports = reports(home);
        if (exit != 0 || reports.isEmpty()) {
            System.err.println("the walk ended with " + exit + " and " + reports.size() + " reports; see " + log);
            System.exit(1);
        }
        for (Path report : reports) {
            String text = text(new ObjectMapper().readTree(report.toFile()))
                    + String.format(Locale.ROOT, "%-24s %.2f before, %.2f after%n", "load average", before, load());
            Files.writeString(FOLDER.resolve("walk.txt"), text);
            System.out.print(text);
        }
    }

    private static List<String> command(Path home, Path bars, List<String> settings) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar", ARCHIVE.toString(), "serve",
                "--portcullis.home=" + home,
                "--portcullis.mode=PAPER",
                "--portcullis.strategy.enabled=" + Shipped.STRATEGY,
                "--portcullis.account.cash=" + CASH,
                "--portcullis.feed.replay.path=" + bars,
                "--portcullis.feed.replay.speed=max",
                "--portcullis.feed.replay.exit-at-end=true",
                "--server.port=0", "--management.server.port=0"));
        command.addAll(settings);
        return command;
    }

    /** A day of five instruments in a folder of its own, made once. */
    private static Path generated() {
        Path folder = FOLDER.resolve("bars");
        if (!Files.isDirectory(folder)) {
            try (BarStream bars = Shipped.generated(GENERATED_MINUTES)) {
                new BarFeed(Shipped.catalogue()).write(bars, folder);
            }
        }
        return folder;
    }

    private static List<Path> reports(Path home) throws IOException {
        Path folder = home.resolve("reports");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    private static String text(JsonNode report) {
        return String.format(Locale.ROOT, "%-24s %,d in %.1f s = %,.0f bars/s%n", "bars", report.path("bars").asLong(),
                        report.path("seconds").asDouble(), report.path("barsPerSecond").asDouble())
                + stage("event -> verdict", report.path("eventToVerdict"))
                + stage("brain per bar", report.path("brainPerBar"))
                + row("judged", report.path("barsJudged")) + row("verdicts", report.path("verdicts"))
                + row("orders", report.path("orders")) + row("fills", report.path("fills"))
                + row("rows refused", report.path("rowsRefused")) + row("hash", report.path("hash"));
    }

    private static String stage(String name, JsonNode figures) {
        return String.format(Locale.ROOT, "%-24s p50 %,d us, p95 %,d us, p99 %,d us, max %,d us of %,d%n", name,
                figures.path("p50Micros").asLong(), figures.path("p95Micros").asLong(),
                figures.path("p99Micros").asLong(), figures.path("maxMicros").asLong(), figures.path("count").asLong());
    }

    private static String row(String name, JsonNode value) {
        return String.format(Locale.ROOT, "%-24s %s%n", name, value.isTextual() ? value.asText() : value.toString());
    }

    private static double load() {
        return java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
