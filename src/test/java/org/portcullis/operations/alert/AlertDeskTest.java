package org.portcullis.operations.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.journal.AuditReceipt;
import org.portcullis.operations.adapter.store.JdbcAlerts;

/** What one alert becomes, on the limit and one step over it, over a real database and over one that is away. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AlertDeskTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final long START_MS = Instant.parse("2026-03-02T09:30:00Z").toEpochMilli();
    private static final AlertLimits LIMITS =
            new AlertLimits(Duration.ofSeconds(60), Duration.ofMinutes(2), Duration.ofSeconds(15));

    private final AtomicLong nowMs = new AtomicLong(START_MS);
    private final AtomicReference<RuntimeException> away = new AtomicReference<>();
    private final AlertStore store = new Interrupted(new JdbcAlerts(DATABASE.jdbc(), entry -> audited(entry.action()),
            DATABASE.transactions()));
    private final List<String> audit = new ArrayList<>();
    private AlertDesk desk;

    @BeforeEach
    void begin() {
        DATABASE.jdbc().sql("DELETE FROM operations.alerts").update();
        desk = restarted();
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
        Alert btc = one("BTCUSDT");
        assertThat(btc.firstAt()).isEqualTo(Instant.ofEpochMilli(START_MS + 1));
        assertThat(btc.lastAt()).isEqualTo(Instant.ofEpochMilli(START_MS + 2));
        assertThat(desk.raised(AlertCode.STALENESS)).isEqualTo(3);
    }

    @Test
    void a_condition_that_goes_on_changes_nothing() {
        desk.hold(warning("BTCUSDT", 1));
        desk.hold(warning("BTCUSDT", 9));
        assertThat(one("BTCUSDT").count()).isOne();
        assertThat(one("BTCUSDT").version()).isOne();
    }

    @Test
    void critical_ones_stand_first_then_what_nobody_looks_at() {
        desk.raise(warning("a", 1));
        desk.raise(warning("b", 1));
        desk.raise(critical("c", 1));
        desk.acknowledge(one("a").alertId(), "ada", "known");
        assertThat(desk.open()).extracting(Alert::subject).containsExactly("c", "b", "a");
    }

    @Test
    @DisplayName("S2-REQ-AL1: a warning that nobody acknowledges becomes critical after two minutes, not before")
    void a_warning_escalates_on_the_limit() {
        desk.raise(warning("BTCUSDT", 0));
        nowMs.addAndGet(Duration.ofMinutes(2).toMillis() - 1);
        desk.look();
        assertThat(one("BTCUSDT").severity()).isEqualTo(Severity.WARNING);
        nowMs.incrementAndGet();
        desk.look();
        assertThat(one("BTCUSDT").severity()).isEqualTo(Severity.CRITICAL);
        assertThat(one("BTCUSDT").escalated()).isTrue();
        long version = one("BTCUSDT").version();
        desk.look();
        assertThat(one("BTCUSDT").version()).as("once").isEqualTo(version);
    }

    @Test
    @DisplayName("S2-REQ-AL1: what somebody acknowledged does not escalate")
    void what_somebody_looks_at_does_not_escalate() {
        desk.raise(warning("BTCUSDT", 0));
        desk.acknowledge(one("BTCUSDT").alertId(), "ada", "looking");
        nowMs.addAndGet(Duration.ofHours(1).toMillis());
        desk.look();
        assertThat(one("BTCUSDT").severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    @DisplayName("S2-REQ-AL1: a warning that flaps within 60 s goes on as the same alert, a later one is new")
    void a_flapping_warning_is_one_alert() {
        desk.raise(warning("BTCUSDT", 0));
        String id = one("BTCUSDT").alertId();
        resolve(AlertCode.STALENESS, "BTCUSDT");
        nowMs.addAndGet(59_999);
        desk.raise(warning("BTCUSDT", 1));
        assertThat(one("BTCUSDT").alertId()).isEqualTo(id);
        assertThat(one("BTCUSDT").count()).isEqualTo(2);
        resolve(AlertCode.STALENESS, "BTCUSDT");
        nowMs.addAndGet(60_000);
        desk.raise(warning("BTCUSDT", 2));
        assertThat(one("BTCUSDT").alertId()).isNotEqualTo(id);
    }

    @Test
    @DisplayName("S2-REQ-AL1: a critical alert that comes back is always a new one")
    void a_critical_alert_is_never_taken_for_the_last_one() {
        desk.raise(critical("trading", 0));
        String id = one("trading").alertId();
        resolve(AlertCode.KILL_SWITCH, "trading");
        desk.raise(critical("trading", 1));
        assertThat(one("trading").alertId()).isNotEqualTo(id);
    }

    @Test
    void a_more_urgent_repetition_needs_a_new_look() {
        desk.raise(warning("BTCUSDT", 0));
        desk.acknowledge(one("BTCUSDT").alertId(), "ada", "known");
        desk.raise(new Cause(AlertCode.STALENESS, Severity.CRITICAL, "BTCUSDT", "worse", "risk", START_MS));
        assertThat(one("BTCUSDT").acknowledged()).isNull();
        assertThat(one("BTCUSDT").severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void what_lasts_stays_open_when_acknowledged_and_what_happened_is_over() {
        desk.raise(critical("trading", 0));
        desk.raise(new Cause(AlertCode.RULES_STOPPED, Severity.CRITICAL, "rule x", "stopped", "risk", START_MS));
        desk.acknowledge(one("trading").alertId(), "ada", "seen");
        desk.acknowledge(one("rule x").alertId(), "ada", "mended");
        assertThat(desk.open()).extracting(Alert::subject).containsExactly("trading");
        desk.write();
        assertThat(desk.closed(Optional.empty(), 10)).singleElement().satisfies(alert ->
                assertThat(alert.closed().by()).isEqualTo("ada"));
        assertThat(audit).containsExactly("ALERT_ACKNOWLEDGED", "ALERT_ACKNOWLEDGED");
        desk.raise(critical("trading", 1));
        desk.write();
        assertThat(audit).as("told once").hasSize(2);
    }

    @Test
    void the_second_person_learns_who_was_first() {
        desk.raise(warning("BTCUSDT", 0));
        String id = one("BTCUSDT").alertId();
        assertThat(desk.acknowledge(id, "ada", "mine")).isInstanceOf(Acknowledging.Acknowledged.class);
        assertThat(desk.acknowledge(id, "bob", "mine")).isEqualTo(new Acknowledging.AlreadyBy("ada"));
        assertThat(desk.acknowledge("nothing", "bob", "mine")).isInstanceOf(Acknowledging.NotOpen.class);
    }

    @Test
    @DisplayName("S2-A1: open alerts, their counts and who looks at them survive a restart; closed ones stay closed")
    void alerts_survive_a_restart() {
        desk.raise(critical("trading", 0));
        desk.raise(critical("trading", 5));
        desk.acknowledge(one("trading").alertId(), "ada", "seen");
        desk.raise(warning("BTCUSDT", 0));
        desk.write();
        resolve(AlertCode.STALENESS, "BTCUSDT");
        desk.write();
        AlertDesk again = restarted();
        assertThat(again.open()).isEqualTo(desk.open()).hasSize(1);
        again.raise(critical("trading", 9));
        again.write();
        assertThat(restarted().open().get(0).count()).isEqualTo(3);
        assertThat(again.closed(Optional.of(AlertCode.STALENESS), 10)).hasSize(1);
        assertThat(again.closed(Optional.of(AlertCode.SLIPPAGE), 10)).isEmpty();
    }

    @Test
    @DisplayName("S2-K3: a kill is an alert while the database is away, and is written when it is back")
    void raising_needs_no_database() {
        away.set(new IllegalStateException("no database"));
        desk.raise(critical("trading", 0));
        assertThat(desk.open()).hasSize(1);
        assertThatThrownBy(desk::write).hasMessage("no database");
        desk.acknowledge(one("trading").alertId(), "ada", "seen");
        resolve(AlertCode.KILL_SWITCH, "trading");
        away.set(null);
        desk.write();
        assertThat(desk.closed(Optional.empty(), 10)).singleElement().satisfies(alert -> {
            assertThat(alert.acknowledged().by()).isEqualTo("ada");
            assertThat(alert.version()).isEqualTo(3);
        });
    }

    @Test
    void raising_does_not_wait_for_a_store_that_hangs() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AlertDesk slow = new AlertDesk(new Interrupted(store) {
            @Override
            public void keep(List<Alert> alerts) {
                hanging.countDown();
                try {
                    release.await();
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
            }
        }, () -> LIMITS, this::now);
        ExecutorService keeper = Executors.newSingleThreadExecutor();
        try {
            slow.raise(warning("first", 0));
            Future<?> writing = keeper.submit(slow::write);
            hanging.await();
            slow.raise(critical("trading", 0));
            assertThat(slow.open()).as("while the keeper hangs").hasSize(2);
            assertThat(writing).isNotDone();
        } finally {
            release.countDown();
            keeper.shutdown();
        }
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
    @DisplayName("RTS 6 article 16: a thousand alerts are open at once and kept within five seconds of the last")
    void a_thousand_alerts_are_kept_in_time() {
        for (int i = 0; i < 1_000; i++) {
            desk.raise(i % 2 == 0 ? warning("subject " + i % 100, i) : critical("subject " + i % 100, i));
        }
        assertThat(desk.open()).hasSize(100);
        long start = System.nanoTime();
        desk.write();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(restarted().open().stream().mapToLong(Alert::count).sum()).isEqualTo(1_000);
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
        assertThat(one("a b").text()).hasSize(1_000).doesNotContain("\n").doesNotContain("\u0000");
    }

    private void resolve(AlertCode code, String subject) {
        desk.resolve(code, subject, "rules", "it is over");
    }

    private Alert one(String subject) {
        return desk.open().stream().filter(alert -> alert.subject().equals(subject)).findFirst().orElseThrow();
    }

    private AlertDesk restarted() {
        return new AlertDesk(store, () -> LIMITS, this::now);
    }

    private Instant now() {
        return Instant.ofEpochMilli(nowMs.get());
    }

    private AuditReceipt audited(String action) {
        audit.add(action);
        return new AuditReceipt("alerts", 1, "");
    }

    private static Cause warning(String subject, long atMs) {
        return new Cause(AlertCode.STALENESS, Severity.WARNING, subject, "silent: " + subject, "risk", START_MS + atMs);
    }

    private static Cause critical(String subject, long atMs) {
        return new Cause(AlertCode.KILL_SWITCH, Severity.CRITICAL, subject, "killed", "risk", START_MS + atMs);
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }

    /** A store that can be away. */
    private class Interrupted implements AlertStore {

        private final AlertStore there;

        Interrupted(AlertStore there) {
            this.there = there;
        }

        private AlertStore there() {
            if (away.get() != null) {
                throw away.get();
            }
            return there;
        }

        @Override
        public void keep(List<Alert> alerts) {
            there().keep(alerts);
        }

        @Override
        public List<Alert> open() {
            return there().open();
        }

        @Override
        public List<Alert> closed(int max) {
            return there().closed(max);
        }

        @Override
        public List<Alert> closed(AlertCode code, int max) {
            return there().closed(code, max);
        }
    }
}
