package org.portcullis.market.adapter.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.portcullis.engine.time.Background;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarMemory;
import org.portcullis.market.BarsSeen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Keeps seen bars in PostgreSQL, a part for each UTC day, for as many days as is set: the cache of market data, as
 * {@code rules/models} is the home of models (S1-32). Bars are written in batches beside the trading path: they are in
 * the journal already, so what a kill takes from the last batch is only missed by charts and warm starts.
 */
@Repository
public class BarKeeper implements BarMemory, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BarKeeper.class);
    private static final Duration WRITE_EVERY = Duration.ofSeconds(1);
    private static final int WAITING_MAX = 20_000;
    private static final long DAY_MS = 86_400_000;
    private static final String INSERT = "INSERT INTO market.bars (instrument, open_time_ms, open_e8, high_e8, low_e8,"
            + " close_e8, volume_e8, taker_bought_e8, believed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO "
            + "NOTHING";

    private final JdbcTemplate jdbc;
    private final Background background;
    private final long daysKept;
    private final Set<Long> open = new HashSet<>();
    private final List<Seen> waiting = new ArrayList<>();
    private long newestDay = Long.MIN_VALUE;
    private volatile boolean running;

    private record Seen(Bar bar, boolean believed) {
    }

    /** @param daysKept days of event time before the newest bar's day that are kept */
    public BarKeeper(JdbcTemplate jdbc, Background background,
            @Value("${portcullis.market.bars-kept-days}") int daysKept) {
        this.jdbc = jdbc;
        this.background = background;
        this.daysKept = daysKept;
    }

    /** Takes closed bars; they are written within a second, or at once when many wait. */
    @EventListener
    public void seen(BarsSeen seen) {
        boolean full;
        synchronized (waiting) {
            seen.bars().forEach(bar -> waiting.add(new Seen(bar, !seen.refused().contains(bar.instrument()))));
            full = waiting.size() >= WAITING_MAX;
        }
        if (full) {
            write();
        }
    }

    @Override
    public List<Bar> newest(InstrumentId instrument, long beforeMs, int limit) {
        return read(instrument, "", beforeMs, limit);
    }

    @Override
    public List<Bar> believed(InstrumentId instrument, long beforeMs, int limit) {
        return read(instrument, " AND believed", beforeMs, limit);
    }

    private List<Bar> read(InstrumentId instrument, String which, long beforeMs, int limit) {
        List<Bar> found = new ArrayList<>(jdbc.query("SELECT open_time_ms, open_e8, high_e8, low_e8, close_e8,"
                + " volume_e8, taker_bought_e8 FROM market.bars WHERE instrument = ? AND open_time_ms < ?" + which
                + " ORDER BY open_time_ms DESC LIMIT ?", (row, number) -> new Bar(instrument, row.getLong(1),
                        row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6),
                        row.getLong(7)), instrument.value(), beforeMs, limit));
        java.util.Collections.reverse(found);
        return found;
    }

    /** Writes what waits; a failure keeps it waiting for the next time. */
    synchronized void write() {
        List<Seen> batch;
        synchronized (waiting) {
            batch = List.copyOf(waiting);
        }
        if (batch.isEmpty()) {
            return;
        }
        batch.forEach(seen -> openDay(Math.floorDiv(seen.bar().openTimeMs(), DAY_MS)));
        jdbc.batchUpdate(INSERT, batch, 1_000, (row, seen) -> {
            Bar bar = seen.bar();
            row.setString(1, bar.instrument().value());
            row.setLong(2, bar.openTimeMs());
            row.setLong(3, bar.openE8());
            row.setLong(4, bar.highE8());
            row.setLong(5, bar.lowE8());
            row.setLong(6, bar.closeE8());
            row.setLong(7, bar.volumeE8());
            row.setLong(8, bar.takerBoughtE8());
            row.setBoolean(9, seen.believed());
        });
        synchronized (waiting) {
            waiting.subList(0, batch.size()).clear();
        }
    }

    private void openDay(long day) {
        if (!open.contains(day)) {
            jdbc.query("SELECT market.open_bar_day(?)", row -> { }, day);
            open.add(day);
            if (day > newestDay) {
                newestDay = day;
                dropOld(day - daysKept);
            }
        }
    }

    private void dropOld(long before) {
        Integer dropped = jdbc.queryForObject("SELECT market.drop_bar_days_before(?)", Integer.class, before);
        if (dropped != null && dropped > 0) {
            LOG.info("{} days of bars older than {} days were dropped; the journal still has them", dropped, daysKept);
            open.removeIf(day -> day < before);
        }
    }

    @Override
    public void start() {
        running = true;
        background.every(WRITE_EVERY, "bar-keeper", this::write);
    }

    @Override
    public void stop() {
        running = false;
        write();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
