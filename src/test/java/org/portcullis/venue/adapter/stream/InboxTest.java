package org.portcullis.venue.adapter.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Between the threads of the connections and the one that thinks. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class InboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int PRODUCERS = 4;
    private static final int EACH = 50_000;

    private record Numbered(int producer, int number) implements Runnable {

        @Override
        public void run() {
            // an arrival that only wants to be told from others
        }
    }

    @Test
    @DisplayName("S1-03 four threads hand over 200,000 arrivals through 64 places: the very objects, none lost, each "
            + "thread's in its order")
    void hands_over_everything() throws InterruptedException {
        Inbox inbox = new Inbox(64);
        List<List<Arrival>> given = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int producer = 0; producer < PRODUCERS; producer++) {
            List<Arrival> mine = new ArrayList<>();
            for (int number = 0; number < EACH; number++) {
                mine.add(new Arrival.Answer(new Numbered(producer, number)));
            }
            given.add(mine);
            Thread thread = new Thread(() -> mine.forEach(inbox::put));
            threads.add(thread);
            thread.start();
        }
        int[] next = new int[PRODUCERS];
        for (int taken = 0; taken < PRODUCERS * EACH;) {
            List<Arrival> batch = inbox.take(1_000, 100);
            assertThat(batch.size()).isBetween(1, 100);
            for (Arrival arrival : batch) {
                int producer = ((Numbered) ((Arrival.Answer) arrival).take()).producer();
                assertThat(arrival).isSameAs(given.get(producer).get(next[producer]++));
            }
            taken += batch.size();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(inbox.isEmpty()).isTrue();
    }

    @Test
    @DisplayName("S1-03 a full ring makes a connection wait and drops nothing")
    void a_full_ring_makes_wait() throws InterruptedException {
        Inbox inbox = new Inbox(4);
        AtomicInteger put = new AtomicInteger();
        Thread producer = new Thread(() -> {
            for (int i = 0; i < 6; i++) {
                inbox.put(arrival(i));
                put.incrementAndGet();
            }
        });
        producer.start();
        await().atMost(PATIENCE).until(() -> put.get() == 4 && producer.getState() == Thread.State.TIMED_WAITING);

        List<Integer> taken = new ArrayList<>();
        while (taken.size() < 6) {
            inbox.take(1_000, 1).forEach(one -> taken.add(number(one)));
        }
        producer.join();
        assertThat(taken).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void the_thread_that_takes_never_waits_for_itself() throws InterruptedException {
        Inbox inbox = new Inbox(2);
        assertThat(inbox.take(0, 10)).isEmpty();
        for (int i = 0; i < 5; i++) {
            inbox.put(arrival(i));
        }

        assertThat(inbox.isEmpty()).isFalse();
        List<Integer> taken = new ArrayList<>();
        while (taken.size() < 5) {
            inbox.take(0, 2).forEach(one -> taken.add(number(one)));
        }
        assertThat(taken).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        assertThat(inbox.isEmpty()).isTrue();
    }

    @Test
    void nobody_waits_for_a_place_once_it_is_closed() throws InterruptedException {
        Inbox inbox = new Inbox(2);
        Thread producer = new Thread(() -> {
            for (int i = 0; i < 3; i++) {
                inbox.put(arrival(i));
            }
        });
        producer.start();
        await().atMost(PATIENCE).until(() -> producer.getState() == Thread.State.TIMED_WAITING);

        inbox.close();

        producer.join();
        assertThat(inbox.take(0, 10)).hasSize(2);
    }

    @Test
    void patience_ends() throws InterruptedException {
        Inbox inbox = new Inbox(2);

        assertThat(inbox.take(20, 10)).isEmpty();
    }

    private static Arrival arrival(int number) {
        return new Arrival.Answer(new Numbered(0, number));
    }

    private static int number(Arrival arrival) {
        return ((Numbered) ((Arrival.Answer) arrival).take()).number();
    }
}
