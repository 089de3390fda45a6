package org.portcullis.operations.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portcullis.operations.alert.AlertScene.START_MS;
import static org.portcullis.operations.alert.AlertScene.critical;
import static org.portcullis.operations.alert.AlertScene.warning;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.store.TestDatabase;

/** How alerts are kept: over a restart, over a database that is away, and never in the way of who raises one. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AlertKeepingTest {

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
    void what_lasts_stays_open_when_acknowledged_and_what_happened_is_over() {
        desk.raise(critical("trading", 0));
        desk.raise(new Cause(AlertCode.RULES_STOPPED, Severity.CRITICAL, "rule x", "stopped", "risk", START_MS));
        desk.acknowledge(scene.one("trading").alertId(), "ada", "seen");
        desk.acknowledge(scene.one("rule x").alertId(), "ada", "mended");
        assertThat(desk.open()).extracting(Alert::subject).containsExactly("trading");
        desk.write();
        assertThat(desk.closed(Optional.empty(), 10)).singleElement().satisfies(alert ->
                assertThat(alert.closed().by()).isEqualTo("ada"));
        assertThat(scene.audit).containsExactly("ALERT_ACKNOWLEDGED", "ALERT_ACKNOWLEDGED");
        desk.raise(critical("trading", 1));
        desk.write();
        assertThat(scene.audit).as("told once").hasSize(2);
    }

    @Test
    @DisplayName("S2-A1: open alerts, their counts and who looks at them survive a restart; closed ones stay closed")
    void alerts_survive_a_restart() {
        desk.raise(critical("trading", 0));
        desk.raise(critical("trading", 5));
        desk.acknowledge(scene.one("trading").alertId(), "ada", "seen");
        desk.raise(warning("BTCUSDT", 0));
        desk.write();
        scene.resolve(AlertCode.STALENESS, "BTCUSDT");
        desk.write();
        AlertDesk again = scene.restarted();
        assertThat(again.open()).isEqualTo(desk.open()).hasSize(1);
        again.raise(critical("trading", 9));
        again.write();
        assertThat(scene.restarted().open().get(0).count()).isEqualTo(3);
        assertThat(again.closed(Optional.of(AlertCode.STALENESS), 10)).hasSize(1);
        assertThat(again.closed(Optional.of(AlertCode.SLIPPAGE), 10)).isEmpty();
    }

    @Test
    @DisplayName("S2-K3: a kill is an alert while the database is away, and is written when it is back")
    void raising_needs_no_database() {
        scene.away.set(new IllegalStateException("no database"));
        desk.raise(critical("trading", 0));
        assertThat(desk.open()).hasSize(1);
        assertThatThrownBy(desk::write).hasMessage("no database");
        desk.acknowledge(scene.one("trading").alertId(), "ada", "seen");
        scene.resolve(AlertCode.KILL_SWITCH, "trading");
        scene.away.set(null);
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
        AlertDesk slow = new AlertDesk(new AlertStore() {
            @Override
            public void keep(List<Alert> alerts) {
                hanging.countDown();
                try {
                    release.await();
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
            }

            @Override
            public List<Alert> open() {
                return List.of();
            }

            @Override
            public List<Alert> closed(int max) {
                return List.of();
            }

            @Override
            public List<Alert> closed(AlertCode code, int max) {
                return List.of();
            }
        }, () -> AlertScene.LIMITS, scene::now);
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
    @DisplayName("RTS 6 article 16: a thousand alerts are open at once and kept within five seconds of the last")
    void a_thousand_alerts_are_kept_in_time() {
        for (int i = 0; i < 1_000; i++) {
            desk.raise(i % 2 == 0 ? warning("subject " + i % 100, i) : critical("subject " + i % 100, i));
        }
        assertThat(desk.open()).hasSize(100);
        long start = System.nanoTime();
        desk.write();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(scene.restarted().open().stream().mapToLong(Alert::count).sum()).isEqualTo(1_000);
    }
}
