package org.portcullis.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BackgroundTest {

    private static final Duration OFTEN = Duration.ofMillis(1);
    private static final int MORE_THAN_THREADS = 8;
    private static final long PATIENCE_SECONDS = 60;

    private final Background background = new Background();
    private final CountDownLatch answer = new CountDownLatch(1);

    @AfterEach
    void stop() {
        answer.countDown();
        background.stop();
        background.close();
    }

    @Test
    void checks_that_wait_for_an_answer_hold_up_no_urgent_watch() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(2);
        for (int i = 0; i < MORE_THAN_THREADS; i++) {
            background.every(OFTEN, "waits-" + i, () -> await(waiting));
        }
        assertThat(waiting.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        CountDownLatch looks = new CountDownLatch(3);
        background.urgent(OFTEN, "watch", looks::countDown);

        assertThat(looks.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void an_urgent_watch_that_waits_holds_up_no_other() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        background.urgent(OFTEN, "waits", () -> await(waiting));
        assertThat(waiting.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        CountDownLatch looks = new CountDownLatch(3);
        background.urgent(OFTEN, "watch", looks::countDown);

        assertThat(looks.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void an_urgent_watch_that_fails_looks_again() throws InterruptedException {
        CountDownLatch looks = new CountDownLatch(3);
        background.urgent(OFTEN, "watch", () -> {
            looks.countDown();
            throw new IllegalStateException("made to fail");
        });

        assertThat(looks.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_check_that_ends_with_an_error_is_tried_again() throws InterruptedException {
        CountDownLatch looks = new CountDownLatch(3);
        background.every(OFTEN, "check", () -> {
            looks.countDown();
            throw new StackOverflowError("made to fail");
        });

        assertThat(looks.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    private void await(CountDownLatch waiting) {
        waiting.countDown();
        try {
            answer.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
