package org.portcullis.strategy.adapter.store;

import java.util.List;
import java.util.OptionalLong;
import org.portcullis.market.FeedPositions;
import org.portcullis.strategy.JudgedBars;
import org.portcullis.strategy.JudgedCounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps how far each feed was judged, and the counts of bars by outcome. */
@Repository
public class Watermarks implements FeedPositions, JudgedCounts {

    private final JdbcClient jdbc;

    public Watermarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public OptionalLong judgedUpTo(String feed) {
        List<String> others = jdbc.sql("SELECT feed FROM strategy.watermarks WHERE feed <> ?").param(feed)
                .query(String.class).list();
        if (!others.isEmpty()) {
            throw new IllegalStateException("this home holds the account of feed " + others.get(0) + ", not of " + feed
                    + "; name another folder with --portcullis.home, or remove this one");
        }
        return jdbc.sql("SELECT bar_open_time_ms FROM strategy.watermarks WHERE feed = ?").param(feed)
                .query(Long.class).optional().map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    @Override
    @Transactional
    public boolean count(JudgedBars judged) {
        int moved = judged.afterMs() < 0
                ? jdbc.sql("INSERT INTO strategy.watermarks(feed, bar_open_time_ms) VALUES (?, ?) ON CONFLICT DO "
                + "NOTHING")
                        .params(judged.feed(), judged.upToMs()).update()
                : jdbc.sql("UPDATE strategy.watermarks SET bar_open_time_ms = ?, recorded_at = clock_timestamp()"
                        + " WHERE feed = ? AND bar_open_time_ms = ?")
                        .params(judged.upToMs(), judged.feed(), judged.afterMs()).update();
        if (moved == 1) {
            judged.counts().forEach(this::add);
        }
        return moved == 1;
    }

    private void add(JudgedBars.Count count) {
        jdbc.sql("INSERT INTO strategy.judged_bars AS known (instrument, reason, bars) VALUES (?, ?, ?)"
                + " ON CONFLICT (instrument, reason) DO UPDATE SET bars = known.bars + excluded.bars")
                .params(count.instrument(), count.outcome(), count.bars()).update();
    }
}
