package org.portcullis.web.adapter.store;

import java.util.List;
import org.portcullis.web.ParkedSignalLine;
import org.portcullis.web.SignalLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads {@code signal.inbox} and {@code signal.parked}. */
@Repository
public class SignalReads {

    private final JdbcClient jdbc;

    public SignalReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest signals in whatever state. */
    public List<SignalLine> newest(int limit) {
        return jdbc.sql("""
                SELECT signal_id, state, source, strategy, mapping, address, instrument, side, target, quantity_e8,
                       price_e8, fired_at, received_at, sent_at
                FROM signal.inbox ORDER BY received_at DESC, signal_id LIMIT :limit""")
                .param("limit", limit)
                .query((row, number) -> new SignalLine(row.getString("signal_id"), row.getString("state"),
                        row.getString("source"), row.getString("strategy"), row.getString("mapping"),
                        row.getString("address"), row.getString("instrument"), row.getString("side"),
                        row.getString("target"), Rows.quantity(row, "quantity_e8"), Rows.price(row, "price_e8"),
                        Rows.atOrNothing(row, "fired_at"), Rows.at(row, "received_at"),
                        Rows.atOrNothing(row, "sent_at"))).list();
    }

    /** The newest refusals. */
    public List<ParkedSignalLine> parked(int limit) {
        return jdbc.sql("""
                SELECT id, parked_at, source, address, reason, actual, allowed, detail, body
                FROM signal.parked ORDER BY parked_at DESC, id DESC LIMIT :limit""")
                .param("limit", limit)
                .query((row, number) -> new ParkedSignalLine(row.getLong("id"), Rows.at(row, "parked_at"),
                        row.getString("source"), row.getString("address"), row.getString("reason"),
                        row.getBigDecimal("actual"), row.getBigDecimal("allowed"), row.getString("detail"),
                        row.getString("body"))).list();
    }
}
