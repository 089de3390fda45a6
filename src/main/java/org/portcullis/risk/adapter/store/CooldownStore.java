package org.portcullis.risk.adapter.store;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.risk.Cooldowns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rests of symbols in {@code risk.cooldowns}, written and read in the caller's transaction (S2-REQ-CD1). */
@Repository
public class CooldownStore implements Cooldowns {

    private final JdbcClient jdbc;
    private final PolicyBook policies;

    /** @param policies says how long each rest is; an edit counts from the next rest on */
    public CooldownStore(JdbcClient jdbc, PolicyBook policies) {
        this.jdbc = jdbc;
        this.policies = policies;
    }

    @Override
    public void afterFailure(AccountId account, InstrumentId instrument, long atMs) {
        rest(account, instrument, Kind.FAILURE, atMs, "risk.cooldown-after-failure");
    }

    @Override
    public void afterFill(AccountId account, InstrumentId instrument, long atMs) {
        rest(account, instrument, Kind.FILL, atMs, "risk.cooldown-after-fill");
    }

    @Override
    public void afterStop(AccountId account, InstrumentId instrument, long atMs) {
        rest(account, instrument, Kind.STOP, atMs, "risk.cooldown-after-stop");
    }

    @Override
    public Remaining remaining(AccountId account, InstrumentId instrument, long atMs) {
        Map<Kind, Long> left = new EnumMap<>(Kind.class);
        jdbc.sql("SELECT kind, until_at FROM risk.cooldowns WHERE account = :account AND instrument = :instrument")
                .param("account", account.value()).param("instrument", instrument.value())
                .query(row -> {
                    long untilMs = row.getObject("until_at", OffsetDateTime.class).toInstant().toEpochMilli();
                    left.put(Kind.valueOf(row.getString("kind")), Math.max(0, untilMs - atMs));
                });
        return new Remaining(left.getOrDefault(Kind.FAILURE, 0L), left.getOrDefault(Kind.FILL, 0L),
                left.getOrDefault(Kind.STOP, 0L));
    }

    /** Removes rests that ended before that moment; they have no effect any more. */
    public int forgetEndedBefore(long atMs) {
        return jdbc.sql("DELETE FROM risk.cooldowns WHERE until_at < :at").param("at", at(atMs)).update();
    }

    private void rest(AccountId account, InstrumentId instrument, Kind kind, long atMs, String parameter) {
        Duration length = policies.current().duration(parameter);
        jdbc.sql("""
                INSERT INTO risk.cooldowns (account, instrument, kind, until_at)
                VALUES (:account, :instrument, :kind, :until)
                ON CONFLICT (account, instrument, kind)
                DO UPDATE SET until_at = greatest(risk.cooldowns.until_at, excluded.until_at)""")
                .param("account", account.value()).param("instrument", instrument.value())
                .param("kind", kind.name()).param("until", at(atMs + length.toMillis())).update();
    }

    private static OffsetDateTime at(long ms) {
        return Instant.ofEpochMilli(ms).atOffset(ZoneOffset.UTC);
    }
}
