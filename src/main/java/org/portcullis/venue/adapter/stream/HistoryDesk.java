package org.portcullis.venue.adapter.stream;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.portcullis.engine.time.Background;
import org.portcullis.venue.stream.HistoryClient;

/**
 * Asks a venue's REST side for what was missed: a few requests at once, one for a subject, each failure followed by a
 * growing wait, and none at all for as long as the venue wants to be left alone. One thread asks; answers come back
 * through the inbox.
 */
final class HistoryDesk {

    private final HistoryClient client;
    private final Background background;
    private final Inbox inbox;
    private final BackOff backOff;
    private final int atOnce;
    private final TroubleLog log;
    private final Deque<Question> waiting = new ArrayDeque<>();
    private final Set<String> open = new HashSet<>();
    private final Map<String, Wait> waits = new HashMap<>();
    private long leftAloneUntilNanos = Long.MIN_VALUE;
    private int running;
    private long now;

    /** @param subject what it is about; never two questions about one at a time */
    private record Question(String subject, URI address, Predicate<String> answer) {
    }

    private record Wait(int attempts, long untilNanos) {
    }

    HistoryDesk(HistoryClient client, Background background, Inbox inbox, BackOff backOff, int atOnce,
            TroubleLog log) {
        this.client = client;
        this.background = background;
        this.inbox = inbox;
        this.backOff = backOff;
        this.atOnce = atOnce;
        this.log = log;
    }

    /** Whether a question about it may be asked now. */
    boolean free(String subject, long nowNanos) {
        Wait wait = waits.get(subject);
        return !open.contains(subject) && (wait == null || nowNanos >= wait.untilNanos());
    }

    /**
     * Asks, now or when others have been answered; only when it is {@link #free}.
     *
     * @param answer takes the body in the thread that asks and says whether it held what was wanted; when it did not,
     *         or cannot be read, there is a wait before it is asked again
     */
    void ask(String subject, URI address, Predicate<String> answer) {
        open.add(subject);
        waiting.addLast(new Question(subject, address, answer));
    }

    /** Lets waiting questions go out. */
    void look(long nowNanos) {
        while (running < atOnce && !waiting.isEmpty() && nowNanos >= leftAloneUntilNanos) {
            Question question = waiting.removeFirst();
            running++;
            background.run("venue-history", () -> fetch(question));
        }
    }

    private void fetch(Question question) {
        try {
            String body = client.get(question.address());
            inbox.put(new Arrival.Answer(() -> answered(question, body)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            inbox.put(new Arrival.Answer(() -> failed(question, failed)));
        }
    }

    private void answered(Question question, String body) {
        running--;
        open.remove(question.subject());
        try {
            if (question.answer().test(body)) {
                waits.remove(question.subject());
            } else {
                waitLonger(question);
            }
        } catch (RuntimeException unreadable) {
            sayFailed(question, unreadable);
        }
    }

    private void failed(Question question, Exception failure) {
        running--;
        open.remove(question.subject());
        if (failure instanceof HistoryClient.Refused refused && !refused.pause().equals(Duration.ZERO)) {
            leftAloneUntilNanos = Math.max(leftAloneUntilNanos, now + refused.pause().toNanos());
        }
        sayFailed(question, failure);
    }

    private void sayFailed(Question question, Exception failure) {
        waitLonger(question);
        log.say("HISTORY_FAILED", question.subject(), question.address() + ": " + failure, now);
    }

    private void waitLonger(Question question) {
        Wait before = waits.get(question.subject());
        int attempts = before == null ? 0 : before.attempts() + 1;
        waits.put(question.subject(), new Wait(attempts, now + backOff.nanos(attempts)));
    }

    /** Tells the time before answers are taken. */
    void at(long nowNanos) {
        now = nowNanos;
    }
}
