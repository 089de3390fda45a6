package org.portcullis.engine.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DrainTest {

    private final Drain drain = new Drain();

    @Test
    void an_empty_pipeline_needs_no_waiting() throws InterruptedException {
        assertThat(drain.await(0, Duration.ZERO)).isTrue();
    }

    @Test
    void a_message_sent_twice_counts_once_and_one_handled_twice_too() throws InterruptedException {
        drain.opened("a");
        drain.opened("a");
        assertThat(drain.size()).isEqualTo(1);
        drain.closed("a");
        drain.closed("a");
        assertThat(drain.await(0, Duration.ZERO)).isTrue();
    }

    @Test
    void a_message_that_has_ended_is_not_waited_for_again_because_the_broker_drops_it() throws InterruptedException {
        drain.opened("a");
        drain.closed("a");
        drain.opened("a");
        assertThat(drain.await(0, Duration.ZERO)).isTrue();
    }

    @Test
    void waiting_ends_when_the_last_message_was_handled_and_not_before() throws Exception {
        drain.opened("first");
        drain.opened("second");
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return drain.await(0, Duration.ofSeconds(30));
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });
        drain.closed("first");
        assertThat(drain.await(0, Duration.ofMillis(20))).isFalse();
        assertThat(waiting).isNotDone();
        drain.closed("second");
        assertThat(waiting.get()).isTrue();
    }

    @Test
    void patience_ends_and_what_is_missing_can_be_named() throws InterruptedException {
        drain.opened("lost");
        assertThat(drain.await(0, Duration.ofMillis(5))).isFalse();
        assertThat(drain.sample()).containsExactly("lost");
        assertThat(drain.await(1, Duration.ZERO)).isTrue();
    }
}
