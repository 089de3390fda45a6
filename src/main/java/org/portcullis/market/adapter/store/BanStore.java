package org.portcullis.market.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Ban;
import org.portcullis.market.Bans;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bans in {@code market.bans}; each change is one statement, so that two at once cannot both win (S2-U4). */
@Repository
public class BanStore implements Bans {

    private static final String ROW = "instrument, reason, banned_by, from_at, until_at, lifted_at, lifted_by";
    private static final String HOLDS = "from_at <= :at AND until_at > :at AND (lifted_at IS NULL OR lifted_at > :at)";

    private final JdbcClient jdbc;
    private final PolicyBook policies;

    /** @param policies says how long a ban is; an edit counts from the next ban on */
    public BanStore(JdbcClient jdbc, PolicyBook policies) {
        this.jdbc = jdbc;
        this.policies = policies;
    }

    @Override
    public Ban ban(InstrumentId instrument, String reason, String by, long atMs) {
        long untilMs = atMs + policies.current().duration("market.universe.ban").toMillis();
        Ban ban = new Ban(instrument, reason, by, atMs, untilMs, 0, null);
        Optional<Ban> longer = jdbc.sql("UPDATE market.bans SET until_at = greatest(until_at, :until)"
                + " WHERE instrument = :instrument AND lifted_at IS NULL AND " + HOLDS + " RETURNING " + ROW)
                .param("until", at(untilMs)).param("instrument", instrument.value()).param("at", at(atMs))
                .query(BanStore::row).list().stream().findFirst();
        return longer.orElseGet(() -> insert(ban));
    }

    @Override
    public Optional<Ban> lift(InstrumentId instrument, String by, long atMs) {
        return jdbc.sql("UPDATE market.bans SET lifted_at = :at, lifted_by = :by WHERE instrument = :instrument"
                + " AND lifted_at IS NULL AND " + HOLDS + " RETURNING " + ROW)
                .param("by", by).param("instrument", instrument.value()).param("at", at(atMs))
                .query(BanStore::row).list().stream().findFirst();
    }

    @Override
    public List<Ban> active(long atMs) {
        return jdbc.sql("SELECT " + ROW + " FROM market.bans WHERE " + HOLDS + " ORDER BY instrument")
                .param("at", at(atMs)).query(BanStore::row).list();
    }

    @Override
    public List<Ban> history(InstrumentId instrument) {
        return jdbc.sql("SELECT " + ROW + " FROM market.bans WHERE instrument = :instrument ORDER BY ban_id DESC")
                .param("instrument", instrument.value()).query(BanStore::row).list();
    }

    private Ban insert(Ban ban) {
        jdbc.sql("INSERT INTO market.bans (instrument, reason, banned_by, from_at, until_at)"
                + " VALUES (:instrument, :reason, :by, :from, :until)")
                .param("instrument", ban.instrument().value()).param("reason", ban.reason()).param("by", ban.by())
                .param("from", at(ban.fromMs())).param("until", at(ban.untilMs())).update();
        return ban;
    }

    private static Ban row(ResultSet row, int number) throws SQLException {
        return new Ban(new InstrumentId(row.getString("instrument")), row.getString("reason"),
                row.getString("banned_by"), ms(row.getObject("from_at", OffsetDateTime.class)),
                ms(row.getObject("until_at", OffsetDateTime.class)),
                ms(row.getObject("lifted_at", OffsetDateTime.class)), row.getString("lifted_by"));
    }

    private static long ms(@Nullable OffsetDateTime at) {
        return at == null ? 0 : at.toInstant().toEpochMilli();
    }

    private static OffsetDateTime at(long ms) {
        return Instant.ofEpochMilli(ms).atOffset(ZoneOffset.UTC);
    }
}
