package org.portcullis.engine.time;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Keeps what many threads do to one at a time, in the order they came: messages, due workflow jobs and answers of
 * people that all write one account take turns. Without it a step could be handled while the job that sent it has not
 * ended, and both would write the same workflow.
 */
public final class Lane {

    private final ReentrantLock turn = new ReentrantLock(true);

    /** Does the work when it is its turn. */
    public void run(Runnable work) {
        turn.lock();
        try {
            work.run();
        } finally {
            turn.unlock();
        }
    }

    /** Does the work when it is its turn, and returns what it found. */
    public <T> T call(Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }
}
