package org.portcullis.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.portcullis.journal.Journal;

/** Appending bars to the journal, safe on the disk; beside it the disk alone. Times are for one record. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 1000, timeUnit = TimeUnit.MILLISECONDS)
public class JournalBenchmark {

    private static final int BATCH = 100;
    private static final byte[] ROW = "1767600060000,96012.34,96050.00,95990.01,96041.77,12.34567"
            .getBytes(StandardCharsets.US_ASCII);

    private Path folder;
    private Journal journal;
    private FileChannel plain;
    private ByteBuffer row;

    /** The files lie below {@code target/bench}: the disk of the checkout is measured. */
    @Setup
    public void open() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/bench")), "journal-");
        journal = Journal.open(folder.resolve("journal"), InstantSource.system());
        plain = FileChannel.open(folder.resolve("plain"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        row = ByteBuffer.allocateDirect(ROW.length).put(ROW);
    }

    @TearDown
    public void close() throws IOException {
        journal.close();
        plain.close();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.delete(file);
            }
        }
    }

    @Benchmark
    public long syncEach1() {
        journal.append("market.bar", 1_767_600_060_000L, ROW);
        return journal.sync();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public long syncEach100() {
        for (int i = 0; i < BATCH; i++) {
            journal.append("market.bar", 1_767_600_060_000L, ROW);
        }
        return journal.sync();
    }

    /** The floor of a sync: the same row written and forced with nothing around it. */
    @Benchmark
    public int diskEach1() throws IOException {
        int written = plain.write(row.rewind());
        plain.force(false);
        return written;
    }
}
