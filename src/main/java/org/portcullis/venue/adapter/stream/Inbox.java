package org.portcullis.venue.adapter.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where everything from outside waits for the one thread that handles it. Bounded by what connections may deliver
 * ahead: nothing is dropped here, a connection that is too fast has to wait.
 */
final class Inbox {

    private final LinkedBlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();

    void put(Arrival arrival) {
        arrivals.add(arrival);
    }

    /** Waits for the first arrival, at most so long, and takes up to {@code max} of them. */
    List<Arrival> take(long patienceMs, int max) throws InterruptedException {
        List<Arrival> taken = new ArrayList<>();
        @Nullable Arrival first = arrivals.poll(patienceMs, TimeUnit.MILLISECONDS);
        if (first != null) {
            taken.add(first);
            arrivals.drainTo(taken, max - 1);
        }
        return taken;
    }

    boolean isEmpty() {
        return arrivals.isEmpty();
    }
}
