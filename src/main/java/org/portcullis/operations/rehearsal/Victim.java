package org.portcullis.operations.rehearsal;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portcullis.engine.time.WallTime;

/** The application as a process of its own, to be killed. */
public final class Victim {

    private static final String MAIN = "org.portcullis.PortcullisApplication";
    /** Said when the last route is in force: from here on bars are replayed. */
    private static final String READY = "routes [market.in.replay] in force";
    private static final long LOOK_MILLIS = 25;
    /** Handed on: who rehearses with one compiler means the victim as well. */
    private static final String COMPILER = "-XX:TieredStopAtLevel=";

    private final Process process;
    private final Path log;
    private final WallTime time;
    private final long startedNanos;

    private Victim(Process process, Path log, WallTime time) {
        this.process = process;
        this.log = log;
        this.time = time;
        this.startedNanos = time.stopwatchNanos();
    }

    /**
     * Starts the same archive or class path that this process runs from.
     *
     * @param settings arguments of {@code serve}
     * @param log what it says goes there
     */
    public static Victim start(List<String> settings, Path log, WallTime time) {
        List<String> command = new ArrayList<>(launch());
        command.add("serve");
        command.addAll(settings);
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile())
                    .start();
            return new Victim(process, log, time);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot start " + command.get(0), failed);
        }
    }

    private static List<String> launch() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .filter(part -> !part.endsWith("test-classes")).collect(Collectors.joining(File.pathSeparator));
        boolean archive = classPath.endsWith(".war") && Files.isRegularFile(Path.of(classPath));
        List<String> command = new ArrayList<>(List.of(java, "-Xmx1g"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(own -> own.startsWith(COMPILER))
                .forEach(command::add);
        command.addAll(archive ? List.of("-jar", classPath) : List.of("-cp", classPath, MAIN));
        return command;
    }

    /** Waits until bars are replayed; false when the process ended or the time is over before. */
    public boolean awaitReady(Duration patience) {
        while (elapsedMillis() < patience.toMillis()) {
            if (said(READY)) {
                return true;
            }
            if (awaitEnd(Duration.ofMillis(LOOK_MILLIS)).isPresent()) {
                return said(READY);
            }
        }
        return false;
    }

    /**
     * Waits until a folder has grown by so many bytes; the exit code when the process ended before.
     *
     * @throws StandsStill when the folder does not grow at all for so long
     */
    public OptionalInt awaitGrowth(Path folder, long bytes, Duration patience) {
        long size = size(folder);
        long wanted = bytes > Long.MAX_VALUE - size ? Long.MAX_VALUE : size + bytes;
        long grownAtMillis = elapsedMillis();
        OptionalInt ended = OptionalInt.empty();
        while (ended.isEmpty() && size < wanted) {
            ended = awaitEnd(Duration.ofMillis(LOOK_MILLIS));
            long now = size(folder);
            if (now != size) {
                size = now;
                grownAtMillis = elapsedMillis();
            } else if (elapsedMillis() - grownAtMillis > patience.toMillis()) {
                throw new StandsStill(log + ": the replay stands still");
            }
        }
        return ended;
    }

    /** The process lives and does nothing: after a kill that is a loss as well. */
    public static final class StandsStill extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StandsStill(String what) {
            super(what);
        }
    }

    /** Milliseconds since it was started. */
    public long elapsedMillis() {
        return TimeUnit.NANOSECONDS.toMillis(time.stopwatchNanos() - startedNanos);
    }

    /** Waits for its end; the exit code, or nothing when it still runs. */
    public OptionalInt awaitEnd(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) ? OptionalInt.of(process.exitValue())
                    : OptionalInt.empty();
        } catch (InterruptedException stopped) {
            kill();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the rehearsal was interrupted", stopped);
        }
    }

    /** SIGKILL: no shutdown hook, no last word. Returns when the process is gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Asks it to stop in good order and waits for that; what hangs is killed, which the exit code tells. */
    public int stop(Duration patience) {
        process.destroy();
        OptionalInt code = awaitEnd(patience);
        if (code.isEmpty()) {
            kill();
        }
        return process.exitValue();
    }

    /** Where it said what it did. */
    public Path log() {
        return log;
    }

    private static long size(Path folder) {
        long bytes = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                bytes += Files.size(file);
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot look into " + folder, unreadable);
        }
    }

    private boolean said(String words) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8).contains(words);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + log, unreadable);
        }
    }
}
