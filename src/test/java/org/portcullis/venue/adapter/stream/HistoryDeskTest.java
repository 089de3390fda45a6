package org.portcullis.venue.adapter.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.Jitter;
import org.portcullis.venue.stream.HistoryClient;

@Timeout(20)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HistoryDeskTest {

    private static final URI ADDRESS = URI.create("http://history/bars");
    private static final long SECOND = 1_000_000_000L;

    private final Background background = new Background();
    private final Inbox inbox = new Inbox();
    private final AtomicInteger asked = new AtomicInteger();
    private final List<String> answers = new ArrayList<>();
    private volatile IOException failure;
    private final HistoryDesk desk = new HistoryDesk((address, headers) -> get(address), background, inbox,
            new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(1), Jitter.seeded(1)), 2, new TroubleLog());

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void one_question_about_a_subject_is_asked_at_a_time() throws InterruptedException {
        assertThat(desk.free("bars", 0)).isTrue();
        desk.ask("bars", ADDRESS, answers::add);
        assertThat(desk.free("bars", 0)).isFalse();
        assertThat(desk.free("book", 0)).isTrue();
        desk.look(0);
        answer();
        assertThat(answers).containsExactly("body");
        assertThat(desk.free("bars", 0)).isTrue();
    }

    @Test
    void an_answer_without_what_was_wanted_and_one_that_cannot_be_read_are_followed_by_a_wait()
            throws InterruptedException {
        desk.ask("bars", ADDRESS, body -> false);
        desk.look(0);
        answer();
        desk.ask("book", ADDRESS, body -> {
            throw new IllegalArgumentException("no book");
        });
        desk.look(0);
        answer();
        assertThat(desk.free("bars", 0)).isFalse();
        assertThat(desk.free("book", 0)).isFalse();
        assertThat(desk.free("bars", SECOND)).isTrue();
        assertThat(desk.free("book", SECOND)).isTrue();
    }

    @Test
    @DisplayName("S2-REQ-CB1 a venue that wants to be left alone is left alone by every question")
    void a_venue_that_wants_to_be_left_alone_is_left_alone() throws InterruptedException {
        failure = new HistoryClient.Refused(429, Duration.ofSeconds(7), "too many");
        desk.ask("bars", ADDRESS, answers::add);
        desk.look(0);
        answer();
        failure = null;
        desk.ask("book", ADDRESS, answers::add);
        desk.look(7 * SECOND - 1);
        assertThat(asked).hasValue(1);
        desk.look(7 * SECOND);
        answer();
        assertThat(answers).hasSize(1);
    }

    @Test
    void a_question_that_only_failed_itself_stops_no_other() throws InterruptedException {
        failure = new HistoryClient.Refused(500, Duration.ZERO, "broken");
        desk.ask("bars", ADDRESS, answers::add);
        desk.look(0);
        answer();
        failure = null;
        desk.ask("book", ADDRESS, answers::add);
        desk.look(0);
        answer();
        assertThat(answers).hasSize(1);
    }

    private String get(URI address) throws IOException {
        asked.incrementAndGet();
        IOException now = failure;
        if (now != null) {
            throw now;
        }
        return "body";
    }

    private void answer() throws InterruptedException {
        List<Arrival> arrived = inbox.take(10_000, 1);
        desk.at(0);
        ((Arrival.Answer) arrived.get(0)).take().run();
    }
}
