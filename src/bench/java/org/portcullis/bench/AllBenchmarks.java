package org.portcullis.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks whose name contains a match of the regular expression given, all by default, and writes
 * {@code target/bench/results.json} and {@code target/bench/summary.txt}.
 */
public final class AllBenchmarks {

    private static final Path FOLDER = Path.of("target/bench");

    private AllBenchmarks() {
    }

    public static void main(String[] arguments) throws IOException, RunnerException {
        String include = arguments.length == 0 || arguments[0].isBlank() ? ".*" : arguments[0];
        Files.createDirectories(FOLDER);
        double loadBefore = load();
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                .include(include)
                .forks(1)
                .jvmArgsAppend("-Xms1g", "-Xmx1g")
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuTime.class)
                .shouldFailOnError(true)
                .resultFormat(ResultFormatType.JSON)
                .result(FOLDER.resolve("results.json").toString())
                .build()).run();
        String summary = new Summary(results).text(loadBefore, load());
        Files.writeString(FOLDER.resolve("summary.txt"), summary);
        System.out.println(summary);
    }

    /** Load average of the last minute; negative where the platform has none. */
    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
