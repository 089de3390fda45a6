package org.portcullis.market.adapter.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.portcullis.market.Bar;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes bars by the thousand, each minute once; each batch is kept wholly or not at all. */
final class BarRows {

    private static final long DAY_MS = 86_400_000;
    private static final String GIVEN = " unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],"
            + " ?::bigint[], ?::bigint[]) AS given(instrument, open_time_ms, open_e8, high_e8, low_e8, close_e8,"
            + " volume_e8)";
    private static final String INSERT = "INSERT INTO market.bars (instrument, open_time_ms, open_e8, high_e8, low_e8,"
            + " close_e8, volume_e8, taker_bought_e8) SELECT given.*, -1 FROM" + GIVEN + " ON CONFLICT DO NOTHING";
    private static final String DIFFERENT = "SELECT given.instrument, given.open_time_ms, given.open_e8,"
            + " given.high_e8, given.low_e8, given.close_e8, given.volume_e8 FROM" + GIVEN
            + " JOIN market.bars kept ON kept.instrument = given.instrument"
            + " AND kept.open_time_ms = given.open_time_ms"
            + " AND kept.open_time_ms BETWEEN %d AND %d WHERE (kept.open_e8, kept.high_e8, kept.low_e8,"
            + " kept.close_e8, kept.volume_e8) IS DISTINCT FROM (given.open_e8, given.high_e8, given.low_e8,"
            + " given.close_e8, given.volume_e8)";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Set<Long> open = new HashSet<>();

    BarRows(JdbcTemplate jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * What became of a batch.
     *
     * @param added     bars that were not kept before
     * @param different bars whose minute is kept with other numbers
     */
    record Written(int added, Set<Bar> different) {
    }

    /** Keeps them; those whose minute is kept already change nothing. */
    Written write(List<Bar> batch) {
        batch.stream().map(bar -> Math.floorDiv(bar.openTimeMs(), DAY_MS)).filter(day -> !open.contains(day))
                .distinct().sorted().forEach(day -> {
                    jdbc.query("SELECT market.open_bar_day(?)", row -> { }, day);
                    open.add(day);
                });
        Integer added = transactions.execute(status -> jdbc.update(connection ->
                filled(connection, connection.prepareStatement(INSERT), batch)));
        int kept = added == null ? 0 : added;
        return new Written(kept, kept == batch.size() ? Set.of() : different(batch));
    }

    private Set<Bar> different(List<Bar> batch) {
        long firstMs = batch.stream().mapToLong(Bar::openTimeMs).min().orElse(0);
        long lastMs = batch.stream().mapToLong(Bar::openTimeMs).max().orElse(0);
        return new HashSet<>(jdbc.query(connection -> filled(connection,
                connection.prepareStatement(String.format(DIFFERENT, firstMs, lastMs)), batch), (row, number) ->
                new Bar(new org.portcullis.kernel.InstrumentId(row.getString(1)), row.getLong(2), row.getLong(3),
                        row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7))));
    }

    private static PreparedStatement filled(Connection connection, PreparedStatement statement, List<Bar> batch)
            throws SQLException {
        statement.setArray(1, connection.createArrayOf("text",
                batch.stream().map(bar -> bar.instrument().value()).toArray()));
        List<ToLongFunction<Bar>> columns = List.of(Bar::openTimeMs, Bar::openE8, Bar::highE8, Bar::lowE8,
                Bar::closeE8, Bar::volumeE8);
        for (int column = 0; column < columns.size(); column++) {
            Array values = connection.createArrayOf("bigint", batch.stream().mapToLong(columns.get(column)).boxed()
                    .toArray());
            statement.setArray(column + 2, values);
        }
        return statement;
    }
}
