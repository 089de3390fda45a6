package org.portcullis.venue.adapter.stream;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.LiteTimeoutBlockingWaitStrategy;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.TimeoutException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Where everything from outside waits for the one thread that handles it: a ring buffer between the threads of the
 * connections and the thread that thinks (S1-03; the pattern of LMAX). What is handed over is not copied, and while
 * there is something to do nobody takes a lock. Nothing is dropped: when the ring is full, connections wait, and with
 * them their peers.
 */
final class Inbox {

    /** More than 200 connections may deliver ahead at 256 frames each. */
    static final int PLACES = 1 << 16;
    private static final long LOOK_MS = 5;
    private static final long FULL_PAUSE_NANOS = 50_000;

    private final RingBuffer<Place> ring;
    private final Sequence taken = new Sequence();
    private final SequenceBarrier barrier;
    private final ArrayDeque<Arrival> ownWhenFull = new ArrayDeque<>();
    private volatile @Nullable Thread taker;
    private volatile boolean closed;

    /** One place of the ring; empty once its arrival was taken, so that nothing lives longer than it is needed. */
    private static final class Place {

        private @Nullable Arrival arrival;

        private void fill(long sequence, Arrival with) {
            arrival = with;
        }

        private Arrival empty() {
            Arrival was = arrival;
            arrival = null;
            if (was == null) {
                throw new IllegalStateException("a place was published empty");
            }
            return was;
        }
    }

    Inbox() {
        this(PLACES);
    }

    /** @param places how many arrivals may wait, a power of two */
    Inbox(int places) {
        ring = RingBuffer.createMultiProducer(Place::new, places,
                new LiteTimeoutBlockingWaitStrategy(LOOK_MS, TimeUnit.MILLISECONDS));
        barrier = ring.newBarrier();
        ring.addGatingSequences(taken);
    }

    /**
     * Hands over one arrival; waits while the ring is full. The thread that takes never waits for itself: what it puts
     * into a full ring is kept aside and taken next.
     */
    void put(Arrival arrival) {
        while (!ring.tryPublishEvent(Place::fill, arrival)) {
            if (Thread.currentThread() == taker) {
                ownWhenFull.add(arrival);
                return;
            }
            if (closed) {
                return;
            }
            LockSupport.parkNanos(FULL_PAUSE_NANOS);
        }
    }

    /** Waits for the first arrival, at most so long, and takes up to {@code max} of them. */
    List<Arrival> take(long patienceMs, int max) throws InterruptedException {
        taker = Thread.currentThread();
        List<Arrival> arrivals = new ArrayList<>();
        while (arrivals.size() < max && !ownWhenFull.isEmpty()) {
            arrivals.add(ownWhenFull.poll());
        }
        long next = taken.get() + 1;
        long upTo = Math.min(published(next, arrivals.isEmpty() ? patienceMs : 0), next + max - arrivals.size() - 1);
        for (long place = next; place <= upTo; place++) {
            arrivals.add(ring.get(place).empty());
        }
        if (upTo >= next) {
            taken.set(upTo);
        }
        return arrivals;
    }

    /** Whether nothing waits; a moment later that may be different. */
    boolean isEmpty() {
        return ownWhenFull.isEmpty() && ring.getCursor() == taken.get();
    }

    /** Somebody takes, or will. */
    void open() {
        closed = false;
    }

    /** Nobody takes any more: whoever waits for a place gives up. */
    void close() {
        closed = true;
    }

    /** The last place that is filled from {@code next} on without a hole; before {@code next} when none is in time. */
    private long published(long next, long patienceMs) throws InterruptedException {
        long looks = Math.max(patienceMs > 0 ? 1 : 0, patienceMs / LOOK_MS);
        for (long look = 0; look < looks || ring.getCursor() >= next; look++) {
            try {
                long last = barrier.waitFor(next);
                if (last >= next || patienceMs == 0) {
                    return last;
                }
                // a place is taken and not filled yet: its thread is about to
                Thread.onSpinWait();
                look--;
            } catch (TimeoutException quiet) {
                // nothing within one look: the caller's patience decides
            } catch (AlertException never) {
                throw new IllegalStateException("nobody alerts this barrier", never);
            }
        }
        return next - 1;
    }
}
