package org.portcullis.engine.time;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The only place, beside {@link Ahead}, where threads are made: named daemon threads for loops and periodic checks.
 * Periodic checks end before anything else is stopped, so that none looks for what is gone; loops are ended by their
 * owners and, at the very last, interrupted.
 */
public final class Background implements SmartLifecycle, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final Duration STOP_WAIT = Duration.ofSeconds(10);

    private final ScheduledExecutorService periodic =
            Executors.newScheduledThreadPool(2, task -> named(task, "periodic"));
    private final List<ScheduledExecutorService> urgent = new CopyOnWriteArrayList<>();
    private volatile boolean running;
    private final ExecutorService loops = Executors.newCachedThreadPool(task -> named(task, "loop"));

    /** Runs {@code check} again and again with a pause between; a check that throws is logged and tried again. */
    public void every(Duration pause, String name, Runnable check) {
        if (periodic.isShutdown()) {
            return;
        }
        again(periodic, pause, name, check);
    }

    /**
     * As {@link #every}, in a thread that no other check can hold up: for a watch that protects, which must go on while
     * all the others wait for a database or a server that does not answer.
     */
    public void urgent(Duration pause, String name, Runnable check) {
        if (periodic.isShutdown()) {
            return;
        }
        ScheduledExecutorService own = Executors.newSingleThreadScheduledExecutor(task -> named(task, name));
        urgent.add(own);
        again(own, pause, name, check);
    }

    private static void again(ScheduledExecutorService threads, Duration pause, String name, Runnable check) {
        threads.scheduleWithFixedDelay(() -> guarded(name, check), pause.toMillis(), pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Runs {@code loop} once in a thread of its own; it must end when its thread is interrupted. */
    public void run(String name, Runnable loop) {
        loops.execute(() -> guarded(name, loop));
    }

    /** Runs {@code work} in a thread that nothing here ends: for the one that ends the process. */
    public void apart(String name, Runnable work) {
        new Thread(() -> guarded(name, work), "portcullis-" + name).start();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        periodic.shutdown();
        urgent.forEach(ExecutorService::shutdown);
        await("periodic checks", periodic);
        urgent.forEach(watch -> await("a watch", watch));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void close() {
        periodic.shutdownNow();
        urgent.forEach(ExecutorService::shutdownNow);
        loops.shutdownNow();
        await("background loops", loops);
    }

    private static void await(String what, ExecutorService threads) {
        try {
            if (!threads.awaitTermination(STOP_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} did not end within {}", what, STOP_WAIT);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void guarded(String name, Runnable work) {
        Thread.currentThread().setName("portcullis-" + name);
        try {
            work.run();
        } catch (RuntimeException | Error failed) {
            // an error let through would end a periodic check for good, without a word
            LOG.error("{} failed", name, failed);
        }
    }

    private static Thread named(Runnable task, String name) {
        Thread thread = new Thread(task, "portcullis-" + name);
        thread.setDaemon(true);
        return thread;
    }
}
