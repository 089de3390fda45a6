package org.portcullis.market.adapter.route;

import java.util.concurrent.CountDownLatch;
import org.springframework.context.SmartLifecycle;

/**
 * Lets frames pass once the history before them was shown: what a killed process left on the broker waits until the
 * series that it belongs to is warm, and then comes in its order (S3-17). Without a live feed it stands open.
 */
public final class WarmGate implements SmartLifecycle {

    private final CountDownLatch shut;
    private volatile boolean running;
    private volatile boolean stopping;

    /** @param waits whether a live feed will begin with a warm start */
    WarmGate(boolean waits) {
        this.shut = new CountDownLatch(waits ? 1 : 0);
    }

    /**
     * Waits until the gate is open.
     *
     * @throws IllegalStateException when the process ends first: the message stays on the broker
     */
    public void pass() {
        try {
            shut.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the history was shown", interrupted);
        }
        if (stopping) {
            throw new IllegalStateException("the process ends before the history was shown");
        }
    }

    /** The history was shown, or there will be none; it never shuts again. */
    void open() {
        shut.countDown();
    }

    /** Whether frames pass. */
    boolean isOpen() {
        return shut.getCount() == 0;
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before anything else is stopped, so that nobody waits here for ever. */
    @Override
    public void stop() {
        running = false;
        stopping = !isOpen();
        open();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
