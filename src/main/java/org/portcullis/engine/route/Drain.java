package org.portcullis.engine.route;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Knows which messages are still on their way, so that a lock-step replay can wait until the pipeline is empty. A message
 * is open from before it is sent until its handler has ended well, or until it is parked; a handler's own sends open
 * before it closes, so the set is never empty while work remains. Ids make redelivery and duplicates count once.
 */
public final class Drain {

    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** A message is about to be sent. */
    public void opened(String messageId) {
        open.add(messageId);
    }

    /** A message was handled, parked or refused by the broker; an unknown id changes nothing. */
    public void closed(String messageId) {
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
