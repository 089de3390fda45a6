package org.portcullis.governance.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts failed attempts per account. After {@code failuresMax} failures within the window the account stays closed
 * until the oldest of them is a window old. Kept in memory: a restart forgives.
 */
public final class SignInThrottle {

    /**
     * Names remembered at once; beyond that the one unused longest is forgotten, so that invented names fill no memory.
     */
    private static final int NAMES_MAX = 10_000;

    private final int failuresMax;
    private final Duration window;
    private final InstantSource clock;
    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > NAMES_MAX;
        }
    };

    /**
     * @param failuresMax failures that close the account; positive
     * @param window how long a failure counts
     * @param clock the wall clock
     */
    public SignInThrottle(int failuresMax, Duration window, InstantSource clock) {
        if (failuresMax < 1 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("a throttle needs at least one failure and a positive window");
        }
        this.failuresMax = failuresMax;
        this.window = window;
        this.clock = clock;
    }

    /** Until when the account takes no attempt; nothing when it is open. */
    public synchronized Optional<Instant> closedUntil(String username) {
        Deque<Instant> counted = counted(username);
        return counted.size() < failuresMax ? Optional.empty() : Optional.of(counted.getFirst().plus(window));
    }

    /** Counts a failed attempt. */
    public synchronized void failed(String username) {
        counted(username);
        failures.computeIfAbsent(username, name -> new ArrayDeque<>()).addLast(clock.instant());
    }

    /** Forgets the failures of an account that was signed in to. */
    public synchronized void succeeded(String username) {
        failures.remove(username);
    }

    private Deque<Instant> counted(String username) {
        Deque<Instant> known = failures.get(username);
        if (known == null) {
            return new ArrayDeque<>();
        }
        Instant oldest = clock.instant().minus(window);
        while (!known.isEmpty() && !known.getFirst().isAfter(oldest)) {
            known.removeFirst();
        }
        if (known.isEmpty()) {
            failures.remove(username);
        }
        return known;
    }
}
