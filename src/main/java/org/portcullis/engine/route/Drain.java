package org.portcullis.engine.route;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Knows which messages are still on their way, so that a lock-step replay can wait until the pipeline is empty. A
 * message is open from before it is sent until its handler has ended well, or until it is parked; a handler's own sends
 * open before it closes, so the set is never empty while work remains. Ids make redelivery and duplicates count once.
 */
public final class Drain {

    /** The broker drops a message whose id it has seen; so many ids are remembered here, as many as there. */
    private static final int REMEMBERED = 100_000;

    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final Set<String> ended = Collections.synchronizedSet(Collections.newSetFromMap(new Remembered()));
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Forgets the oldest first. */
    private static final class Remembered extends LinkedHashMap<String, Boolean> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }

    /**
     * A message is about to be sent; one that has ended before will be dropped as a duplicate and is not waited for.
     */
    public void opened(String messageId) {
        if (!ended.contains(messageId)) {
            open.add(messageId);
        }
    }

    /** A message was handled or parked. */
    public void closed(String messageId) {
        ended.add(messageId);
        notSent(messageId);
    }

    /** The broker did not take it; it may be sent again. */
    public void notSent(String messageId) {
        if (open.remove(messageId)) {
            lock.lock();
            try {
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** How many messages are on their way. */
    public int size() {
        return open.size();
    }

    /**
     * Waits until at most {@code atMost} messages are on their way.
     *
     * @return whether that was reached within {@code patience}
     * @throws InterruptedException when the waiting thread is stopped
     */
    public boolean await(int atMost, Duration patience) throws InterruptedException {
        long remaining = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (open.size() > atMost) {
                if (remaining <= 0) {
                    return false;
                }
                remaining = changed.awaitNanos(remaining);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Some ids that are still open, for the message that says what a replay waits for. */
    public Set<String> sample() {
        return Set.copyOf(open.stream().limit(5).toList());
    }

}
