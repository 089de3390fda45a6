package org.portcullis.market.adapter.store;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarArchive;
import org.portcullis.market.BarStream;
import org.portcullis.market.BarWalk;
import org.portcullis.market.SeriesReport;
import org.portcullis.market.TradingCalendar;
import org.portcullis.market.domain.SeriesCheck;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The bars in {@code market.bars}, read some days at a time so that no query has to lock every day there is. */
public final class KeptArchive implements BarArchive {

    private static final long DAY_MS = 86_400_000;
    private static final int DAYS_AT_ONCE = 30;
    private static final int ROWS_AT_ONCE = 10_000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final long nowMs;

    /** @param nowMs now, UTC milliseconds */
    public KeptArchive(DataSource source, long nowMs) {
        this.jdbc = new JdbcTemplate(source);
        this.jdbc.setFetchSize(ROWS_AT_ONCE);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.nowMs = nowMs;
    }

    @Override
    public ImportReport take(BarStream rows, Predicate<InstrumentId> wanted, LongConsumer progress) {
        BarImport importing = new BarImport(new BarRows(jdbc, transactions), wanted, nowMs, progress);
        while (rows.hasNext()) {
            importing.take(rows.next());
        }
        return importing.end();
    }

    @Override
    public Set<InstrumentId> instruments() {
        Set<InstrumentId> found = new TreeSet<>();
        days().forEach(day -> jdbc.queryForList("SELECT DISTINCT instrument FROM market.bars WHERE " + within(
                day * DAY_MS, (day + 1) * DAY_MS), String.class).forEach(id -> found.add(new InstrumentId(id))));
        return found;
    }

    @Override
    public SeriesReport check(InstrumentId instrument, Span span, BarWalk guards, @Nullable TradingCalendar calendar) {
        SeriesCheck check = new SeriesCheck(instrument, span, calendar);
        bars(instrument, span, bar -> check.take(bar, guards.onBar(bar, bar.closeTimeMs())));
        return check.end();
    }

    /** The days of which something may be kept, in days since 1970, oldest first. */
    private List<Long> days() {
        return jdbc.queryForList("SELECT replace(substring(c.relname FROM 'bars_d(.*)'), 'm', '-')::bigint AS day"
                + " FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid"
                + " WHERE i.inhparent = 'market.bars'::regclass ORDER BY day", Long.class);
    }

    private void bars(InstrumentId instrument, Span span, Consumer<Bar> taker) {
        List<Long> days = days();
        for (int at = 0; at < days.size(); at += DAYS_AT_ONCE) {
            List<Long> some = days.subList(at, Math.min(days.size(), at + DAYS_AT_ONCE));
            long fromMs = Math.max(span.fromMs(), some.get(0) * DAY_MS);
            long toMs = Math.min(span.toMs(), (some.get(some.size() - 1) + 1) * DAY_MS);
            if (fromMs < toMs) {
                // inside a transaction the driver reads by a cursor
                transactions.executeWithoutResult(status -> jdbc.query("SELECT open_time_ms, open_e8, high_e8, low_e8,"
                        + " close_e8, volume_e8, taker_bought_e8 FROM market.bars WHERE instrument = ? AND "
                        + within(fromMs, toMs) + " ORDER BY open_time_ms", row -> {
                            taker.accept(new Bar(instrument, row.getLong(1), row.getLong(2), row.getLong(3),
                                    row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7)));
                        }, instrument.value()));
            }
        }
    }

    /** Written out, so that the planner leaves out the other days at once. */
    private static String within(long fromMs, long toMs) {
        return "open_time_ms >= " + fromMs + " AND open_time_ms < " + toMs;
    }
}
