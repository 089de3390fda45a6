package org.portcullis.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.route.Drain;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarWalk;
import org.portcullis.market.WarmStart;
import org.portcullis.walk.RunningPortcullis;

/**
 * The warm start of a live feed in the whole application: kept bars of many instruments are read from PostgreSQL, shown
 * to venue, desk and brain, and walked through guards, features, patterns and regimes (S3-17: 300 instruments in 30 s).
 * Argument: number of instruments.
 */
public final class Warm {

    private static final int INSTRUMENTS = 300;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String FILL = """
            INSERT INTO market.bars (instrument, open_time_ms, open_e8, high_e8, low_e8, close_e8, volume_e8,
                taker_bought_e8)
            SELECT 'COIN' || coin || 'USDT', ? + minute * 60000, was, greatest(was, is_now) + 10000000,
                least(was, is_now) - 10000000, is_now, 500000000 + (minute * 7919 + coin * 104729) % 900000000,
                250000000
            FROM (SELECT coin, minute,
                    10000000000 + (sin((minute - 1) / 37.0 + coin) * 3e8
                    + sin((minute - 1) / 5.0) * 5e7)::bigint AS was,
                    10000000000 + (sin(minute / 37.0 + coin) * 3e8 + sin(minute / 5.0) * 5e7)::bigint AS is_now
                FROM generate_series(1, ?) coin, generate_series(0, ?) minute) made""";

    private Warm() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int count = Stream.of(arguments).flatMap(text -> Arrays.stream(text.trim().split("\\s+")))
                .filter(word -> !word.isEmpty()).map(Integer::valueOf).findFirst().orElse(INSTRUMENTS);
        Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target/bench")), "warm-");
        StringBuilder text = new StringBuilder();
        try (RunningPortcullis app = RunningPortcullis.start(home.toAbsolutePath(),
                "portcullis.feed.replay.enabled=false")) {
            int minutes = BarWalk.barsToForget(app.bean(PolicyBook.class).current());
            long toMs = System.currentTimeMillis() / Bar.INTERVAL_MS * Bar.INTERVAL_MS;
            long fromMs = toMs - minutes * Bar.INTERVAL_MS;
            for (long day = fromMs / 86_400_000; day <= toMs / 86_400_000; day++) {
                app.jdbc().sql("SELECT market.open_bar_day(?)").param(day).query((row, number) -> number).list();
            }
            app.jdbc().sql(FILL).params(fromMs, count, minutes - 1).update();
            List<InstrumentId> ids = IntStream.rangeClosed(1, count)
                    .mapToObj(i -> new InstrumentId("COIN" + i + "USDT")).toList();
            double before = load();
            long cpuBefore = machine().getProcessCpuTime();
            long bytesBefore = bytes();
            long started = System.nanoTime();
            Map<InstrumentId, Long> shown = app.bean(WarmStart.class).show("live-bench", ids, toMs);
            boolean drained = app.bean(Drain.class).await(0, PATIENCE);
            double seconds = (System.nanoTime() - started) / 1e9;
            double cpu = (machine().getProcessCpuTime() - cpuBefore) / 1e9;
            text.append(String.format(Locale.ROOT,
                    "%d instruments of %d bars each: %,d bars shown, warm after %.1f s%s;"
                    + " %.1f s of processor time in this process, %,d MB allocated by the threads that last;"
                    + " load average %.2f before, %.2f after%n", shown.size(), minutes, (long) count * minutes, seconds,
                    drained ? "" : " (NOT drained)", cpu, (bytes() - bytesBefore) >> 20, before, load()));
        }
        System.out.print(text);
        Files.writeString(Path.of("target/bench/warm.txt"), text);
        System.exit(0);
    }

    private static double load() {
        return machine().getSystemLoadAverage();
    }

    private static OperatingSystemMXBean machine() {
        return (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    }

    private static long bytes() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds())).filter(each -> each > 0).sum();
    }
}
