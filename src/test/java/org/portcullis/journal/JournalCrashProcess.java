package org.portcullis.journal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A process of its own that appends from three threads and says what was acknowledged, until it is killed. */
final class JournalCrashProcess {

    private JournalCrashProcess() {
    }

    public static void main(String[] arguments) {
        Journal journal = Journal.open(Path.of(arguments[0]), 50_000, InstantSource.system());
        System.out.println("OPEN");
        ExecutorService writers = Executors.newFixedThreadPool(3);
        for (int w = 0; w < 3; w++) {
            writers.execute(() -> appendForever(journal));
        }
    }

    private static void appendForever(Journal journal) {
        while (true) {
            String item = Thread.currentThread().getName() + "@" + System.nanoTime();
            long sequence = journal.append("crash", 0, item.getBytes(StandardCharsets.UTF_8));
            journal.sync();
            System.out.println(sequence + " " + item);
        }
    }
}
