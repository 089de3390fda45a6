package org.portcullis.signal.adapter.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.route.Json;
import org.portcullis.signal.KeptSignal;
import org.portcullis.signal.ParkedSignal;
import org.portcullis.signal.SignalStore;
import org.portcullis.signal.TradingSignal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables {@code signal.inbox} and {@code signal.parked}. */
public final class JdbcSignalStore implements SignalStore {

    /** As long as the column allows, in characters. */
    private static final int BODY_MAX = 16_384;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    /** @param database connections that fail fast: a caller waits for the answer */
    public JdbcSignalStore(DataSource database) {
        this.jdbc = JdbcClient.create(database);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    @Override
    public boolean keep(KeptSignal signal, long repeatMs) {
        return Boolean.TRUE.equals(transactions.execute(
                status -> (repeatMs == 0 || !saidBefore(signal, repeatMs)) && insert(signal)));
    }

    /** Calls that say the same wait for each other here, so that only the first of them finds nothing. */
    private boolean saidBefore(KeptSignal signal, long repeatMs) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:hash, 0))").param("hash", signal.contentHash())
                .query((row, number) -> 0).list();
        return jdbc.sql("SELECT count(*) FROM signal.inbox WHERE content_hash = :hash AND received_at >= :after")
                .param("hash", signal.contentHash())
                .param("after", at(signal.delivery().receivedAtMs() - repeatMs)).query(Long.class).single() > 0;
    }

    private boolean insert(KeptSignal kept) {
        TradingSignal signal = kept.signal();
        return jdbc.sql("""
                INSERT INTO signal.inbox (signal_id, content_hash, state, source, strategy, mapping, address,
                    instrument, side, target, quantity_e8, price_e8, fired_at, received_at, journal_sequence, signal)
                VALUES (:id, :hash, :state, :source, :strategy, :mapping, :address, :instrument, :side, :target,
                    :quantity, :price, :fired, :received, :sequence, CAST(:signal AS jsonb))
                ON CONFLICT (signal_id) DO NOTHING""")
                .param("id", kept.signalId()).param("hash", kept.contentHash()).param("state", kept.state().name())
                .param("source", kept.delivery().source()).param("strategy", kept.strategy())
                .param("mapping", kept.mapping()).param("address", kept.delivery().address())
                .param("instrument", signal == null ? null : signal.instrument().value())
                .param("side", signal == null ? null : name(signal.side()))
                .param("target", signal == null ? null : name(signal.target()))
                .param("quantity", signal == null ? 0 : signal.quantityE8())
                .param("price", signal == null ? 0 : signal.priceE8())
                .param("fired", signal == null ? null : at(signal.firedAtMs()))
                .param("received", at(kept.delivery().receivedAtMs())).param("sequence", kept.journalSequence())
                .param("signal", signal == null ? null : Json.write(signal)).update() == 1;
    }

    @Override
    public void park(ParkedSignal parked) {
        String body = parked.body();
        jdbc.sql("""
                INSERT INTO signal.parked (parked_at, source, address, reason, actual, allowed, detail, body)
                VALUES (:at, :source, :address, :reason, :actual, :allowed, :detail, :body)""")
                .param("at", at(parked.delivery().receivedAtMs())).param("source", parked.delivery().source())
                .param("address", parked.delivery().address()).param("reason", parked.flag().code().name())
                .param("actual", BigDecimal.valueOf(parked.flag().actual()))
                .param("allowed", BigDecimal.valueOf(parked.flag().limit())).param("detail", parked.detail())
                .param("body", body == null ? null : kept(body)).update();
    }

    @Override
    public List<TradingSignal> unsent(long receivedBeforeMs, int limit) {
        return jdbc.sql("""
                SELECT signal FROM signal.inbox WHERE state = 'RECEIVED' AND received_at < :before
                ORDER BY received_at, signal_id LIMIT :limit""")
                .param("before", at(receivedBeforeMs)).param("limit", limit)
                .query((row, number) -> Json.read(row.getString("signal"), TradingSignal.class)).list();
    }

    @Override
    public void sent(String signalId, long atMs) {
        jdbc.sql("UPDATE signal.inbox SET state = 'SENT', sent_at = :at WHERE signal_id = :id AND state = 'RECEIVED'")
                .param("at", at(atMs)).param("id", signalId).update();
    }

    @Override
    public void overtaken(String signalId) {
        jdbc.sql("UPDATE signal.inbox SET state = 'STALE' WHERE signal_id = :id AND state = 'RECEIVED'")
                .param("id", signalId).update();
    }

    @Override
    public int forget(long receivedBeforeMs) {
        int signals = jdbc.sql("DELETE FROM signal.inbox WHERE received_at < :before")
                .param("before", at(receivedBeforeMs)).update();
        return signals + jdbc.sql("DELETE FROM signal.parked WHERE parked_at < :before")
                .param("before", at(receivedBeforeMs)).update();
    }

    /** The database has no character 0; and a text from which many values were removed can have become longer. */
    private static String kept(String body) {
        String cut = body.substring(0, Math.min(body.length(), BODY_MAX));
        boolean halved = !cut.isEmpty() && Character.isHighSurrogate(cut.charAt(cut.length() - 1));
        return (halved ? cut.substring(0, cut.length() - 1) : cut).replace('\0', '\u2400');
    }

    private static @Nullable String name(@Nullable Enum<?> word) {
        return word == null ? null : word.name();
    }

    private static OffsetDateTime at(long ms) {
        return Instant.ofEpochMilli(ms).atOffset(ZoneOffset.UTC);
    }
}
