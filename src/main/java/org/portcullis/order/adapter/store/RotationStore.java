package org.portcullis.order.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.route.Json;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Invariant;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Side;
import org.portcullis.order.rotation.Rotation;
import org.portcullis.order.rotation.RotationBook;
import org.portcullis.order.rotation.RotationState;
import org.portcullis.risk.Confidence;
import org.portcullis.risk.RotationView;
import org.portcullis.risk.WeakestPosition;
import org.portcullis.strategy.Proposal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rotations in {@code orders.rotations}, in the caller's transaction (S1-24). */
@Repository
public class RotationStore implements RotationBook, RotationView {

    private static final String SELECT = "SELECT * FROM orders.rotations WHERE ";

    private final JdbcClient jdbc;

    public RotationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void begin(Rotation rotation) {
        WeakestPosition weakest = rotation.weakest();
        jdbc.sql("""
                INSERT INTO orders.rotations (rotation_id, account, decision_id, exit_proposal_id, entry_proposal_id,
                    instrument, strategy, side, confidence_e8, profit_e8, entry, state, started_at, expires_at)
                VALUES (:id, :account, :decision, :exit, :opens, :instrument, :strategy, :side, :confidence, :profit,
                    :entry::jsonb, :state, :started, :expires)""")
                .param("id", rotation.rotationId()).param("account", rotation.account().value())
                .param("decision", rotation.decisionId()).param("exit", rotation.exitProposalId())
                .param("opens", rotation.entryProposalId()).param("instrument", weakest.instrument().value())
                .param("strategy", weakest.strategy()).param("side", weakest.side().name())
                .param("confidence", weakest.confidence().e8()).param("profit", weakest.profit().e8())
                .param("entry", Json.write(rotation.entry())).param("state", rotation.state().name())
                .param("started", at(rotation.startedAtMs())).param("expires", at(rotation.expiresAtMs())).update();
    }

    @Override
    public Optional<Rotation> lock(String rotationId) {
        return jdbc.sql(SELECT + "rotation_id = :id FOR UPDATE").param("id", rotationId)
                .query(RotationStore::read).optional();
    }

    @Override
    public Optional<Rotation> lockByLeg(AccountId account, String proposalId) {
        return jdbc.sql(SELECT + "account = :account AND :leg IN (exit_proposal_id, entry_proposal_id) FOR UPDATE")
                .param("account", account.value()).param("leg", proposalId).query(RotationStore::read).optional();
    }

    @Override
    public void keep(Rotation rotation) {
        Long ended = rotation.endedAtMs();
        int changed = jdbc.sql("""
                UPDATE orders.rotations SET state = :state, why = :why, ended_at = :ended
                WHERE rotation_id = :id AND ended_at IS NULL""")
                .param("state", rotation.state().name()).param("why", rotation.why(), Types.VARCHAR)
                .param("ended", ended == null ? null : at(ended), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", rotation.rotationId()).update();
        Invariant.hold(changed == 1, () -> "rotation " + rotation.rotationId() + " had ended");
    }

    @Override
    public Optional<ClientOrderId> working(AccountId account, String proposalId) {
        return jdbc.sql("""
                SELECT client_order_id FROM orders.orders
                WHERE account = :account AND proposal_id = :proposal AND ended_at IS NULL""")
                .param("account", account.value()).param("proposal", proposalId)
                .query(String.class).optional().map(ClientOrderId::new);
    }

    @Override
    public List<Rotation> newest(AccountId account, int max) {
        return jdbc.sql(SELECT + "account = :account ORDER BY started_at DESC, rotation_id LIMIT :max")
                .param("account", account.value()).param("max", max).query(RotationStore::read).list();
    }

    @Override
    public List<OpenRotation> open(AccountId account) {
        return jdbc.sql("""
                SELECT instrument, strategy, entry_proposal_id, state FROM orders.rotations
                WHERE account = :account AND ended_at IS NULL ORDER BY rotation_id""")
                .param("account", account.value())
                .query((row, number) -> new OpenRotation(new InstrumentId(row.getString("instrument")),
                        row.getString("strategy"), row.getString("entry_proposal_id"),
                        row.getString("state").equals(RotationState.OPENING.name()))).list();
    }

    private static Rotation read(ResultSet row, int number) throws SQLException {
        WeakestPosition weakest = new WeakestPosition(new InstrumentId(row.getString("instrument")),
                row.getString("strategy"), Side.valueOf(row.getString("side")),
                new Confidence(row.getLong("confidence_e8")), new Money(row.getLong("profit_e8")));
        @Nullable OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Rotation(row.getString("rotation_id"), new AccountId(row.getString("account")),
                row.getString("decision_id"), weakest, Json.read(row.getString("entry"), Proposal.class),
                RotationState.valueOf(row.getString("state")), row.getString("why"), ms(row, "started_at"),
                ms(row, "expires_at"), ended == null ? null : (Long) ended.toInstant().toEpochMilli());
    }

    private static long ms(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant().toEpochMilli();
    }

    private static OffsetDateTime at(long ms) {
        return Instant.ofEpochMilli(ms).atOffset(ZoneOffset.UTC);
    }
}
