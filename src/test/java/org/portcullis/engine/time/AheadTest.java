package org.portcullis.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AheadTest {

    @Test
    void it_is_made_in_another_thread_while_its_owner_goes_on() throws InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        Ahead<Thread> ahead = Ahead.of("some", () -> {
            await(goOn);
            return Thread.currentThread();
        });
        goOn.countDown();
        assertThat(ahead.get()).isNotSameAs(Thread.currentThread()).matches(Thread::isDaemon)
                .extracting(Thread::getName).isEqualTo("portcullis-some");
    }

    @Test
    void what_its_maker_throws_is_thrown_as_it_is_and_each_time() {
        IllegalArgumentException refused = new IllegalArgumentException("file:1: no");
        Ahead<String> ahead = Ahead.of("some", () -> {
            throw refused;
        });
        assertThatThrownBy(ahead::get).isSameAs(refused);
        assertThatThrownBy(ahead::get).isSameAs(refused);
        AssertionError wrong = new AssertionError("no");
        assertThatThrownBy(Ahead.of("some", () -> {
            throw wrong;
        })::get).isSameAs(wrong);
    }

    @Test
    void what_nobody_wants_any_more_is_put_away_once_it_is_made() throws InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch put = new CountDownLatch(1);
        AtomicReference<String> away = new AtomicReference<>();
        Ahead<String> ahead = Ahead.of("some", () -> {
            await(goOn);
            return "made";
        });
        ahead.leave(made -> {
            away.set(made);
            put.countDown();
        });
        assertThat(away.get()).isNull();
        goOn.countDown();
        assertThat(put.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(away.get()).isEqualTo("made");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
