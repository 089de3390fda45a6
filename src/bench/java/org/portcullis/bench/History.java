package org.portcullis.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.portcullis.kernel.Money;
import org.portcullis.research.Backtest;
import org.portcullis.research.BacktestPlan;
import org.portcullis.research.BacktestResult;

/**
 * The EMA-cross task through everything. P1: one instrument, a year of minutes, again and again in this process, wall
 * time and processor time of the process. P2: the whole command over several instruments in a process of its own, from
 * files to report: wall time, processor time and the most memory it held.
 *
 * <p>Arguments: number of instruments for P2, ten when nothing is said; passes for P1, eight when nothing is said.
 */
public final class History {

    private static final Path FOLDER = Path.of("target/bench");
    private static final String CASH = "1000000";

    private History() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        for (String argument : arguments) {
            words.addAll(List.of(argument.trim().split("\\s+")));
        }
        words.removeIf(String::isEmpty);
        int count = words.isEmpty() ? 10 : Integer.parseInt(words.get(0));
        // no instrument: P1 alone
        int passes = words.size() < 2 ? 8 : Integer.parseInt(words.get(1));
        StringBuilder text = new StringBuilder();
        Path rules = EmaTask.rules(FOLDER.resolve("ema-rules"));
        Year.say(text, "load average %.2f%n", Year.load());
        warm(text, rules, EmaTask.bars(FOLDER.resolve("ema-1"), 1), passes);
        if (count > 0) {
            command(text, rules, EmaTask.bars(FOLDER.resolve("ema-" + count), count), count);
        }
        Year.say(text, "load average %.2f%n", Year.load());
        Files.writeString(FOLDER.resolve("backtest.txt"), text);
    }

    private static void warm(StringBuilder text, Path rules, Path bars, int passes) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        for (int i = 0; i < passes; i++) {
            BacktestPlan plan = BacktestPlan.of(bars, rules).asking("ema-cross").with(Money.of(CASH));
            long before = system.getProcessCpuTime();
            long deskBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            BacktestResult result = new Backtest(row -> { }).run(plan);
            double cpu = (system.getProcessCpuTime() - before) / 1e9;
            double desk = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - deskBefore) / 1e9;
            Year.say(text, "P1 pass %d: %,d bars, %d trades in %.2f s: %,.0f bars/s; %,.0f bars for each second of"
                    + " processor time, rules compiled and code made included; the desk's thread %.2f s%n", i + 1,
                    result.counts().bars(), result.trades().size(), result.seconds(), result.counts().bars() / result.seconds(),
                    result.counts().bars() / cpu, desk);
        }
    }

    private static void command(StringBuilder text, Path rules, Path bars, int count)
            throws IOException, InterruptedException {
        long started = System.nanoTime();
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1200m", "-XX:+UseParallelGC", "-cp", System.getProperty("java.class.path"),
                "org.portcullis.PortcullisApplication",
                "backtest", "--data", bars.toString(), "--rules", rules.toString(), "--strategies", "ema-cross",
                "--cash", CASH, "--output", FOLDER.resolve("backtest.json").toString())
                .redirectErrorStream(true).redirectOutput(FOLDER.resolve("backtest.out").toFile()).start();
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        long peakKb = 0;
        do {
            peakKb = Math.max(peakKb, peak(status));
        } while (!process.waitFor(100, TimeUnit.MILLISECONDS));
        double seconds = (System.nanoTime() - started) / 1e9;
        long walked = 525_600L * count;
        Year.say(text, "P2: %d instruments, %,d bars, exit code %d, from files to report in %.1f s: %,.0f bars/s; at"
                + " most %,d MB%n", count, walked, process.exitValue(), seconds, walked / seconds, peakKb >> 10);
    }

    private static long peak(Path status) {
        try {
            return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM")).findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("\\D", ""))).orElse(0L);
        } catch (IOException | NumberFormatException ended) {
            return 0; // it has just gone
        }
    }
}
