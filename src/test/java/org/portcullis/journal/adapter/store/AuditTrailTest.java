package org.portcullis.journal.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.journal.AuditEntry;
import org.portcullis.journal.AuditReceipt;
import org.portcullis.journal.AuditVerification;
import org.portcullis.journal.Journal;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AuditTrailTest {

    private static final Instant AT = Instant.parse("2026-11-21T10:00:00.123Z");
    private static final int ANCHOR_ENTRIES = 4;

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private Journal journal;
    private AuditAnchor anchor;
    private JdbcAuditTrail trail;

    @BeforeEach
    void open() {
        journal = Journal.open(folder, () -> AT);
        anchor = new AuditAnchor(journal, ANCHOR_ENTRIES, () -> AT);
        trail = new JdbcAuditTrail(database.jdbc(), anchor);
    }

    @AfterEach
    void close() {
        anchor.close();
        journal.close();
        database.close();
    }

    @Test
    void entries_of_several_writers_form_chains_of_their_own_and_verify() {
        for (int i = 0; i < 10; i++) {
            append("desk");
            append("web");
        }
        assertThat(verify()).isEqualTo(new AuditVerification.Sound(20, 2, 6));
    }

    @Test
    void an_entry_is_kept_exactly_when_its_transaction_commits() {
        append("desk");
        assertThatThrownBy(() -> database.transactions().executeWithoutResult(status -> {
            trail.append(entry("desk", "rolled-back"));
            throw new IllegalArgumentException("the order did not work out");
        })).hasMessageContaining("did not work out");
        AuditReceipt next = append("desk");
        assertThat(next.sequence()).isEqualTo(2);
        assertThat(database.jdbc().sql("SELECT count(*) FROM journal.audit_log").query(Long.class).single())
                .isEqualTo(2);
        assertThat(verify()).isInstanceOf(AuditVerification.Sound.class);
    }

    @Test
    void without_a_transaction_nothing_is_appended() {
        assertThatThrownBy(() -> trail.append(entry("desk", "x"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void many_threads_append_to_one_chain_and_it_verifies() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(6);
        List<Callable<AuditReceipt>> calls = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            calls.add(() -> append("desk"));
        }
        try {
            for (Future<AuditReceipt> receipt : pool.invokeAll(calls)) {
                assertThat(receipt.get().sequence()).isBetween(1L, 120L);
            }
        } finally {
            pool.shutdown();
        }
        assertThat(verify()).isInstanceOfSatisfying(AuditVerification.Sound.class,
                sound -> assertThat(sound.entries()).isEqualTo(120));
    }

    @ParameterizedTest
    @DisplayName("S17: the application role may not change, remove or empty the audit trail")
    @ValueSource(strings = {"UPDATE journal.audit_log SET actor = 'x'", "DELETE FROM journal.audit_log",
        "TRUNCATE journal.audit_log", "DROP TABLE journal.audit_log",
        "ALTER TABLE journal.audit_log DISABLE TRIGGER ALL"})
    void the_application_role_may_not(String statement) {
        append("desk");
        assertThatThrownBy(() -> database.jdbc().sql(statement).update())
                .rootCause().hasMessageMatching("(?s).*(permission denied|must be owner).*");
        assertThat(verify()).isInstanceOf(AuditVerification.Sound.class);
    }

    @ParameterizedTest
    @DisplayName("S17: even the owner of the table is stopped by the trigger")
    @ValueSource(strings = {"UPDATE journal.audit_log SET actor = 'x'", "DELETE FROM journal.audit_log",
        "TRUNCATE journal.audit_log", "SET session_replication_role = replica; DELETE FROM journal.audit_log"})
    void the_trigger_stops_everybody(String statement) {
        append("desk");
        assertThatThrownBy(() -> JdbcClient.create(database.superuser()).sql(statement).update())
                .rootCause().hasMessageContaining("journal.audit_log is append-only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"actor = 'mallory'", "details = '{}'", "subject = subject || ' '",
        "decided_at = decided_at + interval '1 millisecond'", "policy_hash = 'q'", "rules_version = ''",
        "action = 'APPROVED'", "hash = repeat('0', 64)", "prev_hash = repeat('1', 64)"})
    void a_changed_field_is_named(String change) {
        append("desk", 9);
        attack("UPDATE journal.audit_log SET " + change + " WHERE writer = 'desk' AND seq = 5");
        assertBroken("desk", 5, "");
    }

    @Test
    void a_removed_entry_is_named() {
        append("desk", 9);
        attack("DELETE FROM journal.audit_log WHERE seq = 5");
        assertBroken("desk", 5, "expected entry 5, found entry 6");
    }

    @Test
    void a_removed_entry_whose_followers_were_renumbered_is_named() {
        append("desk", 9);
        attack("DELETE FROM journal.audit_log WHERE seq = 5",
                "UPDATE journal.audit_log SET seq = seq + 1000 WHERE seq > 5",
                "UPDATE journal.audit_log SET seq = seq - 1001 WHERE seq > 1000");
        assertBroken("desk", 5, "does not continue entry 4");
    }

    @Test
    void an_inserted_entry_is_named() {
        append("desk", 9);
        attack("UPDATE journal.audit_log SET seq = seq + 1000 WHERE seq >= 5",
                "UPDATE journal.audit_log SET seq = seq - 999 WHERE seq > 1000",
                "INSERT INTO journal.audit_log SELECT writer, 5, decided_at, recorded_at, actor, action, subject,"
                        + " details, rules_version, policy_hash, hash, hash FROM journal.audit_log WHERE seq = 4");
        assertBroken("desk", 5, "changed");
    }

    @Test
    void two_swapped_entries_are_named() {
        append("desk", 9);
        attack("UPDATE journal.audit_log SET seq = 1000 WHERE seq = 5",
                "UPDATE journal.audit_log SET seq = 5 WHERE seq = 6",
                "UPDATE journal.audit_log SET seq = 6 WHERE seq = 1000");
        assertBroken("desk", 5, "does not continue entry 4");
    }

    @Test
    void entries_cut_from_the_end_are_missed_by_the_anchor_in_the_files() {
        append("desk", 9); // anchored at 1, 5 and 9
        attack("DELETE FROM journal.audit_log WHERE seq >= 8");
        assertBroken("desk", 8, "the journal's anchor knows entry 9, the last one is 7");
    }

    @Test
    void a_writer_removed_as_a_whole_is_missed() {
        append("desk", 3);
        append("web", 3);
        attack("DELETE FROM journal.audit_log WHERE writer = 'desk'");
        assertBroken("desk", 1, "the journal's anchor knows entry 1");
    }

    @Test
    void a_chain_rewritten_with_new_hashes_does_not_match_its_anchor() {
        append("desk", 5);
        attack("DELETE FROM journal.audit_log");
        Journal elsewhere = Journal.open(folder.resolve("elsewhere"), () -> AT);
        JdbcAuditTrail forged = new JdbcAuditTrail(database.jdbc(), new AuditAnchor(elsewhere, 100, () -> AT));
        for (int i = 1; i <= 5; i++) {
            String subject = "forged-" + i;
            database.transactions().executeWithoutResult(status -> forged.append(entry("desk", subject)));
        }
        elsewhere.close();
        assertBroken("desk", 1, "rewritten");
    }

    @Test
    void the_last_entry_is_anchored_at_the_stop() {
        append("desk", 3); // anchored at 1
        anchor.close();
        attack("DELETE FROM journal.audit_log WHERE seq = 3");
        assertBroken("desk", 3, "the journal's anchor knows entry 3");
    }

    private AuditVerification verify() {
        journal.sync();
        return AuditReads.verify(database.address(), AuditReads.anchorsIn(folder));
    }

    private void assertBroken(String writer, long sequence, String what) {
        assertThat(verify()).isInstanceOfSatisfying(AuditVerification.Broken.class, broken -> {
            assertThat(broken.writer()).isEqualTo(writer);
            assertThat(broken.sequence()).isEqualTo(sequence);
            assertThat(broken.what()).contains(what);
        });
    }

    /** As someone who may do anything: without the trigger. */
    private void attack(String... statements) {
        JdbcClient superuser = JdbcClient.create(database.superuser());
        superuser.sql("ALTER TABLE journal.audit_log DISABLE TRIGGER append_only").update();
        for (String statement : statements) {
            superuser.sql(statement).update();
        }
        superuser.sql("ALTER TABLE journal.audit_log ENABLE ALWAYS TRIGGER append_only").update();
    }

    private void append(String writer, int count) {
        for (int i = 0; i < count; i++) {
            append(writer);
        }
    }

    private AuditReceipt append(String writer) {
        return Objects.requireNonNull(
                database.transactions().execute(status -> trail.append(entry(writer, "order-1"))));
    }

    private static AuditEntry entry(String writer, String subject) {
        return new AuditEntry(writer, AT, "system", "DECISION_DENIED", subject,
                Map.of("code", "QUOTE_STALE", "actual", 501, "limit", 500), "r1", "p1");
    }
}
