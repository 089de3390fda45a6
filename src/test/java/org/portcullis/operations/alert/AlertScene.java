package org.portcullis.operations.alert;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.journal.AuditReceipt;
import org.portcullis.operations.adapter.store.JdbcAlerts;

/** Alerts over a real database that can be away; time and limits are the test's. */
final class AlertScene implements AlertStore {

    static final long START_MS = Instant.parse("2026-03-02T09:30:00Z").toEpochMilli();
    static final AlertLimits LIMITS =
            new AlertLimits(Duration.ofSeconds(60), Duration.ofMinutes(2), Duration.ofSeconds(15));

    final AtomicLong nowMs = new AtomicLong(START_MS);
    final AtomicReference<@Nullable RuntimeException> away = new AtomicReference<>();
    final List<String> audit = new ArrayList<>();
    final AlertDesk desk;
    private final AlertStore there;

    AlertScene(TestDatabase database) {
        database.jdbc().sql("DELETE FROM operations.alerts").update();
        this.there = new JdbcAlerts(database.jdbc(), entry -> {
            audit.add(entry.action());
            return new AuditReceipt(entry.writer(), audit.size(), "");
        }, database.transactions(), PolicyBook.open(Path.of("rules/policy.yaml"), null));
        this.desk = restarted();
    }

    AlertDesk restarted() {
        return new AlertDesk(this, () -> LIMITS, this::now);
    }

    Instant now() {
        return Instant.ofEpochMilli(nowMs.get());
    }

    Alert one(String subject) {
        return desk.open().stream().filter(alert -> alert.subject().equals(subject)).findFirst().orElseThrow();
    }

    void resolve(AlertCode code, String subject) {
        desk.resolve(code, subject, "rules", "it is over");
    }

    static Cause warning(String subject, long atMs) {
        return new Cause(AlertCode.STALENESS, Severity.WARNING, subject, "silent: " + subject, "risk", START_MS + atMs);
    }

    static Cause critical(String subject, long atMs) {
        return new Cause(AlertCode.KILL_SWITCH, Severity.CRITICAL, subject, "killed", "risk", START_MS + atMs);
    }

    private AlertStore store() {
        RuntimeException gone = away.get();
        if (gone != null) {
            throw gone;
        }
        return there;
    }

    @Override
    public void keep(List<Alert> alerts) {
        store().keep(alerts);
    }

    @Override
    public List<Alert> open() {
        return store().open();
    }

    @Override
    public List<Alert> closed(int max) {
        return store().closed(max);
    }

    @Override
    public List<Alert> closed(AlertCode code, int max) {
        return store().closed(code, max);
    }
}
