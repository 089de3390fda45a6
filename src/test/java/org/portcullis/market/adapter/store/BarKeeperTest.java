package org.portcullis.market.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.engine.time.Background;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarsSeen;
import org.springframework.jdbc.core.JdbcTemplate;

/** Bars in PostgreSQL: kept once, found newest first, dropped by whole days. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BarKeeperTest {

    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static final InstrumentId ETH = new InstrumentId("ETHUSDT");
    private static final long DAY_MS = 86_400_000;
    private static final long START = 20_000 * DAY_MS;

    private final Background background = new Background();
    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());

    @AfterEach
    void close() {
        background.close();
        database.close();
    }

    @Test
    @DisplayName("S1-32 the newest kept bars are given oldest first")
    void the_newest_bars_are_given_oldest_first() {
        BarKeeper keeper = keeping(90);
        keeper.seen(new BarsSeen(LongStream.range(0, 10).mapToObj(minute -> bar(BTC, minute)).toList()));
        keeper.seen(new BarsSeen(List.of(bar(ETH, 3))));
        keeper.write();

        assertThat(keeper.newest(BTC, Long.MAX_VALUE, 3)).containsExactly(bar(BTC, 7), bar(BTC, 8), bar(BTC, 9));
        assertThat(keeper.newest(BTC, START + 2 * 60_000, 9)).containsExactly(bar(BTC, 0), bar(BTC, 1));
        assertThat(keeper.newest(ETH, Long.MAX_VALUE, 9)).containsExactly(bar(ETH, 3));
    }

    @Test
    void a_refused_bar_is_kept_for_the_next_warm_start_and_not_drawn() {
        BarKeeper keeper = keeping(90);
        keeper.seen(new BarsSeen(List.of(bar(BTC, 0), bar(ETH, 0)), Set.of(BTC)));
        keeper.seen(new BarsSeen(List.of(bar(BTC, 1))));
        keeper.write();

        assertThat(keeper.newest(BTC, Long.MAX_VALUE, 9)).containsExactly(bar(BTC, 0), bar(BTC, 1));
        assertThat(keeper.believed(BTC, Long.MAX_VALUE, 9)).containsExactly(bar(BTC, 1));
        assertThat(keeper.believed(ETH, Long.MAX_VALUE, 9)).containsExactly(bar(ETH, 0));
    }

    @Test
    void a_bar_seen_again_changes_nothing() {
        BarKeeper keeper = keeping(90);
        keeper.seen(new BarsSeen(List.of(bar(BTC, 0))));
        keeper.write();
        keeper.seen(new BarsSeen(List.of(new Bar(BTC, START, 9, 9, 9, 9, 9))));
        keeper.write();

        assertThat(keeping(90).newest(BTC, Long.MAX_VALUE, 9)).containsExactly(bar(BTC, 0));
    }

    @Test
    void a_day_older_than_is_kept_goes_as_a_whole_and_the_one_on_the_limit_stays() {
        BarKeeper keeper = keeping(2);
        for (int day = 0; day < 4; day++) {
            keeper.seen(new BarsSeen(List.of(bar(BTC, day * 1_440L))));
            keeper.write();
        }

        assertThat(keeper.newest(BTC, Long.MAX_VALUE, 9)).containsExactly(bar(BTC, 1_440), bar(BTC, 2_880),
                bar(BTC, 4_320));
    }

    @Test
    void what_waits_is_written_before_the_end() {
        BarKeeper keeper = keeping(90);
        keeper.seen(new BarsSeen(List.of(bar(BTC, 0))));
        keeper.stop();

        assertThat(keeping(90).newest(BTC, Long.MAX_VALUE, 9)).containsExactly(bar(BTC, 0));
    }

    private BarKeeper keeping(int days) {
        return new BarKeeper(jdbc, background, days);
    }

    private static Bar bar(InstrumentId instrument, long minute) {
        return new Bar(instrument, START + minute * 60_000, 100, 110, 90, 105, 7, 3);
    }
}
