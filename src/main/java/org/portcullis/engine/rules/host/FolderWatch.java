package org.portcullis.engine.rules.host;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for a stamp again and again, and acts once a changed stamp has rested for one period. */
public final class FolderWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread created = new Thread(work, "rules-watch");
        created.setDaemon(true);
        return created;
    });
    private final Supplier<String> stamp;
    private final Runnable act;
    private String actedOn = "";
    private String seen = "";

    /**
     * Starts watching.
     *
     * @param every the period
     * @param stamp differs when something changed
     * @param act   what to do then; an exception is logged and it is tried again in the next period
     */
    public FolderWatch(Duration every, Supplier<String> stamp, Runnable act) {
        this.stamp = stamp;
        this.act = act;
        thread.scheduleWithFixedDelay(this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            String now = stamp.get();
            boolean rested = now.equals(seen);
            seen = now;
            if (rested && !now.equals(actedOn)) {
                act.run();
                actedOn = now;
            }
        } catch (RuntimeException | LinkageError failed) {
            LOG.error("could not look at the rules folder; the running rules go on, trying again", failed);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
