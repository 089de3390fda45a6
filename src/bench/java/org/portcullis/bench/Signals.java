package org.portcullis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The EMA-cross task without a desk (P2): the command {@code signals} over several instruments in a process of its own,
 * from files to report. Wall time, processor time and the most memory it held; three times, for the first reads files
 * that the machine may not have in memory.
 *
 * <p>Arguments: number of instruments, ten when nothing is said. {@code bin/portcullis} runs it, prepared as its page
 * says, with the Java that runs this and the options in {@code JAVA_OPTS}.
 */
public final class Signals {

    private static final Path FOLDER = Path.of("target/bench");
    private static final String PORTCULLIS = "bin/portcullis";
    private static final int TIMES = 3;
    private static final int TICKS_PER_SECOND = 100;

    private Signals() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String words = String.join(" ", arguments).strip();
        int count = words.isEmpty() ? 10 : Integer.parseInt(words);
        Path rules = EmaTask.rules(FOLDER.resolve("ema-rules"));
        Path bars = EmaTask.bars(FOLDER.resolve("ema-" + count), count);
        if (started(List.of(PORTCULLIS, "prepare")).waitFor() != 0) {
            throw new IllegalStateException("bin/portcullis prepare failed; see " + FOLDER.resolve("signals.out"));
        }
        StringBuilder text = new StringBuilder();
        Year.say(text, "load average %.2f%n", Year.load());
        for (int i = 0; i < TIMES; i++) {
            command(text, rules, bars, count);
        }
        Year.say(text, "load average %.2f%n", Year.load());
        Files.writeString(FOLDER.resolve("signals.txt"), text);
    }

    private static void command(StringBuilder text, Path rules, Path bars, int count)
            throws IOException, InterruptedException {
        List<String> words = List.of(PORTCULLIS, "signals", "--data", bars.toString(), "--rules", rules.toString(),
                "--strategies", "ema-cross", "--output", FOLDER.resolve("signals.json").toString());
        long started = System.nanoTime();
        Process process = started(words);
        Path place = Path.of("/proc", Long.toString(process.pid()));
        long peakKb = 0;
        double cpu = 0;
        do {
            peakKb = Math.max(peakKb, peak(place.resolve("status")));
            cpu = Math.max(cpu, cpu(place.resolve("stat")));
        } while (!process.waitFor(20, TimeUnit.MILLISECONDS));
        double seconds = (System.nanoTime() - started) / 1e9;
        long walked = 525_600L * count;
        Year.say(text, "P2 signals: %d instruments, %,d bars, exit code %d, from files to report in %.2f s:"
                + " %,.0f bars/s; %.2f s of processor time; at most %,d MB%n", count, walked, process.exitValue(),
                seconds, walked / seconds, cpu, peakKb >> 10);
    }

    private static Process started(List<String> words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("signals.out").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    private static long peak(Path status) {
        try {
            return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM")).findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("\\D", ""))).orElse(0L);
        } catch (IOException | NumberFormatException ended) {
            return 0; // it has just gone
        }
    }

    /** User and system time of the process; fields 14 and 15, counted after the name in brackets. */
    private static double cpu(Path stat) {
        try {
            String line = Files.readString(stat);
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / (double) TICKS_PER_SECOND;
        } catch (IOException | IndexOutOfBoundsException ended) {
            return 0; // it has just gone
        }
    }
}
