package org.portcullis.operations.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.operations.alert.AlertScene.START_MS;
import static org.portcullis.operations.alert.AlertScene.critical;
import static org.portcullis.operations.alert.AlertScene.warning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.store.TestDatabase;

/** What one alert becomes, on the limit and one step over it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AlertDeskTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private AlertScene scene;
    private AlertDesk desk;

    @BeforeEach
    void begin() {
        scene = new AlertScene(DATABASE);
        desk = scene.desk;
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    @DisplayName("S2-A1: the same code and subject is one alert that counts, another subject is another one")
    void the_same_is_one_alert_that_counts() {
        desk.raise(warning("BTCUSDT", 1));
        desk.raise(warning("BTCUSDT", 2));
        desk.raise(warning("ETHUSDT", 3));
        assertThat(desk.open()).extracting(Alert::subject, Alert::count)
                .containsExactlyInAnyOrder(tuple("BTCUSDT", 2L), tuple("ETHUSDT", 1L));
        Alert btc = scene.one("BTCUSDT");
        assertThat(btc.firstAt()).isEqualTo(Instant.ofEpochMilli(START_MS + 1));
        assertThat(btc.lastAt()).isEqualTo(Instant.ofEpochMilli(START_MS + 2));
        assertThat(desk.raised(AlertCode.STALENESS)).isEqualTo(3);
    }

    @Test
    void a_condition_that_goes_on_changes_nothing() {
        desk.hold(warning("BTCUSDT", 1));
        desk.hold(warning("BTCUSDT", 9));
        assertThat(scene.one("BTCUSDT").count()).isOne();
        assertThat(scene.one("BTCUSDT").version()).isOne();
    }

    @Test
    void critical_ones_stand_first_then_what_nobody_looks_at() {
        desk.raise(warning("a", 1));
        desk.raise(warning("b", 1));
        desk.raise(critical("c", 1));
        desk.acknowledge(scene.one("a").alertId(), "ada", "known");
        assertThat(desk.open()).extracting(Alert::subject).containsExactly("c", "b", "a");
    }

    @Test
    @DisplayName("S2-REQ-AL1: a warning that nobody acknowledges becomes critical after two minutes, not before")
    void a_warning_escalates_on_the_limit() {
        desk.raise(warning("BTCUSDT", 0));
        scene.nowMs.addAndGet(Duration.ofMinutes(2).toMillis() - 1);
        desk.look();
        assertThat(scene.one("BTCUSDT").severity()).isEqualTo(Severity.WARNING);
        scene.nowMs.incrementAndGet();
        desk.look();
        assertThat(scene.one("BTCUSDT").severity()).isEqualTo(Severity.CRITICAL);
        assertThat(scene.one("BTCUSDT").escalated()).isTrue();
        long version = scene.one("BTCUSDT").version();
        desk.look();
        assertThat(scene.one("BTCUSDT").version()).as("once").isEqualTo(version);
    }

    @Test
    @DisplayName("S2-REQ-AL1: what somebody acknowledged does not escalate")
    void what_somebody_looks_at_does_not_escalate() {
        desk.raise(warning("BTCUSDT", 0));
        desk.acknowledge(scene.one("BTCUSDT").alertId(), "ada", "looking");
        scene.nowMs.addAndGet(Duration.ofHours(1).toMillis());
        desk.look();
        assertThat(scene.one("BTCUSDT").severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    @DisplayName("S2-REQ-AL1: a warning that flaps within 60 s goes on as the same alert, a later one is new")
    void a_flapping_warning_is_one_alert() {
        desk.raise(warning("BTCUSDT", 0));
        String id = scene.one("BTCUSDT").alertId();
        scene.resolve(AlertCode.STALENESS, "BTCUSDT");
        scene.nowMs.addAndGet(59_999);
        desk.raise(warning("BTCUSDT", 1));
        assertThat(scene.one("BTCUSDT").alertId()).isEqualTo(id);
        assertThat(scene.one("BTCUSDT").count()).isEqualTo(2);
        scene.resolve(AlertCode.STALENESS, "BTCUSDT");
        scene.nowMs.addAndGet(60_000);
        desk.raise(warning("BTCUSDT", 2));
        assertThat(scene.one("BTCUSDT").alertId()).isNotEqualTo(id);
    }

    @Test
    @DisplayName("S2-REQ-AL1: a critical alert that comes back is always a new one")
    void a_critical_alert_is_never_taken_for_the_last_one() {
        desk.raise(critical("trading", 0));
        String id = scene.one("trading").alertId();
        scene.resolve(AlertCode.KILL_SWITCH, "trading");
        desk.raise(critical("trading", 1));
        assertThat(scene.one("trading").alertId()).isNotEqualTo(id);
    }

    @Test
    void a_more_urgent_repetition_needs_a_new_look() {
        desk.raise(warning("BTCUSDT", 0));
        desk.acknowledge(scene.one("BTCUSDT").alertId(), "ada", "known");
        desk.raise(new Cause(AlertCode.STALENESS, Severity.CRITICAL, "BTCUSDT", "worse", "risk", START_MS));
        assertThat(scene.one("BTCUSDT").acknowledged()).isNull();
        assertThat(scene.one("BTCUSDT").severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void the_second_person_learns_who_was_first() {
        desk.raise(warning("BTCUSDT", 0));
        String id = scene.one("BTCUSDT").alertId();
        assertThat(desk.acknowledge(id, "ada", "mine")).isInstanceOf(Acknowledging.Acknowledged.class);
        assertThat(desk.acknowledge(id, "bob", "mine")).isEqualTo(new Acknowledging.AlreadyBy("ada"));
        assertThat(desk.acknowledge("nothing", "bob", "mine")).isInstanceOf(Acknowledging.NotOpen.class);
    }

    @Test
    void a_flood_of_different_alerts_is_bounded_and_says_so() {
        for (int i = 0; i < AlertDesk.OPEN_MAX + 50; i++) {
            desk.raise(warning("subject " + i, i));
        }
        assertThat(desk.open()).hasSize(AlertDesk.OPEN_MAX + 1);
        assertThat(desk.open().get(0).code()).isEqualTo(AlertCode.ALERTS_FLOODED);
        assertThat(desk.open().get(0).count()).isEqualTo(50);
        assertThat(desk.open().get(0).text()).contains("subject 549");
    }

    @Test
    void agreeing_begins_what_holds_and_ends_what_does_not_unless_that_is_unknown() {
        desk.agree(AlertCode.STALENESS, List.of(warning("a", 0), warning("b", 0)), subject -> true, "over");
        desk.raise(critical("trading", 0));
        desk.agree(AlertCode.STALENESS, List.of(), subject -> subject.equals("a"), "over");
        assertThat(desk.open()).extracting(Alert::subject).containsExactlyInAnyOrder("b", "trading");
    }

    @Test
    void texts_of_strangers_cannot_break_a_line_of_the_log_or_grow_without_end() {
        desk.raise(new Cause(AlertCode.STALENESS, Severity.WARNING, "a\nb", "x\u0000\r\n" + "y".repeat(5_000), "risk",
                0));
        assertThat(scene.one("a b").text()).hasSize(1_000).doesNotContain("\n").doesNotContain("\u0000");
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }
}
