package org.portcullis.risk.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.AccountId;
import org.portcullis.risk.breaker.Breaker;
import org.portcullis.risk.breaker.BreakerBook;
import org.portcullis.risk.breaker.Reading;
import org.portcullis.risk.breaker.Rung;
import org.portcullis.risk.breaker.Scope;
import org.portcullis.risk.breaker.Trip;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tripped breakers in {@code risk.breakers} and their history in {@code risk.breaker_log}. */
@Repository
public class BreakerStore implements BreakerBook {

    private final JdbcClient jdbc;

    public BreakerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void lock(AccountId account) {
        jdbc.sql("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('risk.breakers ' || :account, 0))) l")
                .param("account", account.value()).query(Integer.class).single();
    }

    @Override
    public List<Trip> kept(AccountId account) {
        return jdbc.sql("""
                SELECT account, breaker, scope_kind, scope_value, rung, actual_e8, limit_e8, unit, at_limit, tripped_by,
                    reason, tripped_at, until_at FROM risk.breakers WHERE account = :account
                ORDER BY breaker, scope_kind, scope_value""")
                .param("account", account.value()).query((row, number) -> trip(row)).list();
    }

    @Override
    public void keep(Trip trip) {
        jdbc.sql("""
                INSERT INTO risk.breakers (account, breaker, scope_kind, scope_value, rung, actual_e8, limit_e8, unit,
                    at_limit, tripped_by, reason, tripped_at, until_at)
                VALUES (:account, :breaker, :kind, :value, :rung, :actual, :limit, :unit, :atLimit, :by, :reason, :at,
                    :until)
                ON CONFLICT (account, breaker, scope_kind, scope_value) DO UPDATE SET rung = excluded.rung,
                    actual_e8 = excluded.actual_e8, limit_e8 = excluded.limit_e8, unit = excluded.unit,
                    at_limit = excluded.at_limit, tripped_by = excluded.tripped_by, reason = excluded.reason,
                    tripped_at = excluded.tripped_at, until_at = excluded.until_at""")
                .param("account", trip.account().value()).param("breaker", trip.breaker().code())
                .param("kind", trip.scope().kind().name()).param("value", trip.scope().value())
                .param("rung", trip.rung().name()).param("actual", trip.reading().actualE8())
                .param("limit", trip.reading().limitE8()).param("unit", trip.reading().unit())
                .param("atLimit", trip.reading().atLimit()).param("by", trip.by()).param("reason", trip.reason())
                .param("at", at(trip.atMs())).param("until", trip.needsPerson() ? null : at(trip.untilMs())).update();
    }

    @Override
    public void remove(Trip trip) {
        jdbc.sql("""
                DELETE FROM risk.breakers WHERE account = :account AND breaker = :breaker AND scope_kind = :kind
                    AND scope_value = :value""")
                .param("account", trip.account().value()).param("breaker", trip.breaker().code())
                .param("kind", trip.scope().kind().name()).param("value", trip.scope().value()).update();
    }

    @Override
    public void log(Trip trip, Event event, String by, String reason, long atMs) {
        jdbc.sql("""
                INSERT INTO risk.breaker_log (account, breaker, scope_kind, scope_value, rung, event, actual_e8,
                    limit_e8, unit, who, reason, at)
                VALUES (:account, :breaker, :kind, :value, :rung, :event, :actual, :limit, :unit, :by, :reason, :at)""")
                .param("account", trip.account().value()).param("breaker", trip.breaker().code())
                .param("kind", trip.scope().kind().name()).param("value", trip.scope().value())
                .param("rung", trip.rung().name()).param("event", event.name())
                .param("actual", trip.reading().actualE8()).param("limit", trip.reading().limitE8())
                .param("unit", trip.reading().unit()).param("by", by).param("reason", reason).param("at", at(atMs))
                .update();
    }

    @Override
    public List<Entry> history(AccountId account, int max) {
        return jdbc.sql("""
                SELECT breaker, scope_kind, scope_value, rung, event, who, reason, at FROM risk.breaker_log
                WHERE account = :account ORDER BY entry_id DESC LIMIT :max""")
                .param("account", account.value()).param("max", max)
                .query((row, number) -> new Entry(breaker(row), scope(row), Rung.valueOf(row.getString("rung")),
                        Event.valueOf(row.getString("event")), row.getString("who"), row.getString("reason"),
                        ms(row.getObject("at", OffsetDateTime.class)))).list();
    }

    @Override
    public long rearmedMs(AccountId account, Breaker breaker, Scope scope) {
        return jdbc.sql("""
                SELECT max(at) AS at FROM risk.breaker_log WHERE account = :account AND breaker = :breaker
                    AND scope_kind = :kind AND scope_value = :value AND event = 'REARMED'""")
                .param("account", account.value()).param("breaker", breaker.code())
                .param("kind", scope.kind().name()).param("value", scope.value())
                .query((row, number) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class))).single()
                .map(BreakerStore::ms).orElse(NEVER);
    }

    @Override
    public Set<String> authors(Trip trip) {
        return Set.copyOf(jdbc.sql("""
                SELECT DISTINCT who FROM risk.breaker_log WHERE account = :account AND breaker = :breaker
                    AND scope_kind = :kind AND scope_value = :value AND event IN ('TRIPPED', 'CLIMBED')
                    AND entry_id > (SELECT coalesce(max(entry_id), 0) FROM risk.breaker_log
                        WHERE account = :account AND breaker = :breaker AND scope_kind = :kind
                            AND scope_value = :value AND event IN ('REARMED', 'ENDED'))""")
                .param("account", trip.account().value()).param("breaker", trip.breaker().code())
                .param("kind", trip.scope().kind().name()).param("value", trip.scope().value())
                .query(String.class).list());
    }

    private static Trip trip(ResultSet row) throws SQLException {
        Breaker breaker = breaker(row);
        @Nullable OffsetDateTime until = row.getObject("until_at", OffsetDateTime.class);
        return new Trip(new AccountId(row.getString("account")), breaker, scope(row),
                Rung.valueOf(row.getString("rung")), new Reading(breaker, row.getLong("actual_e8"),
                row.getLong("limit_e8"), row.getString("unit"), row.getBoolean("at_limit")),
                row.getString("tripped_by"), row.getString("reason"),
                ms(row.getObject("tripped_at", OffsetDateTime.class)), until == null ? Trip.PERSON : ms(until));
    }

    private static Breaker breaker(ResultSet row) throws SQLException {
        String code = row.getString("breaker");
        return Breaker.named(code).orElseThrow(() -> new IllegalStateException("risk.breakers names the breaker "
                + code + ", which this version does not know; trading fails closed"));
    }

    private static Scope scope(ResultSet row) throws SQLException {
        return new Scope(Scope.Kind.valueOf(row.getString("scope_kind")), row.getString("scope_value"));
    }

    private static OffsetDateTime at(long ms) {
        return Instant.ofEpochMilli(ms).atOffset(ZoneOffset.UTC);
    }

    private static long ms(OffsetDateTime at) {
        return at.toInstant().toEpochMilli();
    }
}
