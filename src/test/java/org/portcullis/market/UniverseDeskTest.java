package org.portcullis.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.Policy;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.strategy.MarketWalks;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UniverseDeskTest {

    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static final InstrumentId ETH = new InstrumentId("ETHUSDT");
    /** A full five minutes. */
    private static final long START_MS = 1_767_225_600_000L;
    private static final InstrumentCatalogue FILE = InstrumentCatalogue.read(Path.of("rules/instruments.yaml"));
    private static final Policy DEMO = ShortPast.policy("demo").current();
    private static final Policy STRICT = ShortPast.policy("conservative").current();

    private final UniverseDesk desk = desk(DEMO, Bans.NONE);

    @Test
    void before_anything_was_seen_nothing_may_be_entered() {
        assertThat(desk.whyNot(BTC)).get().asString().startsWith("EMPTY_UNIVERSE");
    }

    @Test
    @DisplayName("S2-REQ-U1 it judges at boundaries of event time, with what was known at the boundary")
    void it_judges_at_boundaries_of_event_time() {
        for (int minute = 0; minute < 5; minute++) {
            desk.onBar(bar(BTC, minute, 100));
            assertThat(desk.present().atMs()).isZero();
        }
        desk.onBar(bar(ETH, 4, 100));
        desk.onBar(bar(BTC, 5, 100));
        assertThat(desk.present().atMs()).isEqualTo(START_MS + 300_000);
        assertThat(desk.present().in()).containsExactly(BTC, ETH);
        assertThat(desk.present().standings().get(BTC).candidate().quoteVolume()).isEqualTo(5 * 100 * 50.0);
        assertThat(desk.present().standings().get(BTC).candidate().bars()).isEqualTo(5);
        desk.onBar(bar(BTC, 10, 100));
        assertThat(desk.present().atMs()).isEqualTo(START_MS + 600_000);
    }

    @Test
    @DisplayName("S3-17: history of symbol after symbol gives the universe that the same bars gave minute by minute")
    void history_gives_the_universe_that_the_same_bars_gave() {
        for (int minutes : List.of(3, 5, 6, 10, 11, 300, 301, 302)) {
            List<Bar> btc = IntStream.range(0, minutes).mapToObj(minute -> bar(BTC, minute, 900 + minute)).toList();
            List<Bar> eth = IntStream.range(0, minutes).mapToObj(minute -> bar(ETH, minute, 1_000)).toList();
            UniverseDesk live = desk(DEMO, Bans.NONE);
            UniverseDesk warm = desk(DEMO, Bans.NONE);
            IntStream.range(0, minutes).forEach(minute -> List.of(btc, eth).forEach(bars ->
                    live.onBar(bars.get(minute))));
            warm.onHistory(List.of(btc, eth));
            assertThat(warm.present()).as("after %d minutes", minutes).isEqualTo(live.present());
            for (int minute = minutes; minute < minutes + 7; minute++) {
                live.onBar(bar(BTC, minute, 5));
                warm.onBar(bar(BTC, minute, 5));
                assertThat(warm.present()).as("%d minutes after %d", minute, minutes).isEqualTo(live.present());
            }
        }
        desk.onHistory(List.of());
        assertThat(desk.present().standings()).isEmpty();
    }

    @Test
    void bars_in_another_order_or_twice_give_the_same_universe() {
        UniverseDesk other = desk(DEMO, Bans.NONE);
        for (int minute = 0; minute < 40; minute += 2) {
            int even = minute;
            List.of(even, even + 1).forEach(each -> desk.onBar(bar(BTC, each, 100 + each)));
            List.of(even + 1, even, even + 1, even).forEach(each -> other.onBar(bar(BTC, each, 100 + each)));
        }
        assertThat(other.evaluate(START_MS + 2_400_000)).isEqualTo(desk.evaluate(START_MS + 2_400_000));
    }

    @Test
    @DisplayName("B-D5 a symbol is out while nobody knows how much it moves, in the tier without a lower bound too")
    void a_symbol_whose_volatility_nobody_knows_is_out() {
        UniverseDesk shipped = desk(Candidates.DEMO, Bans.NONE);
        for (int minute = 0; minute < 239; minute++) {
            shipped.onBar(bar(BTC, minute, 100));
        }
        assertThat(shipped.evaluate(START_MS + 239 * 60_000L).whyNot(BTC)).contains("VOLATILITY_UNKNOWN 0 (limit 1)");
        shipped.onBar(bar(BTC, 239, 100));
        assertThat(shipped.evaluate(START_MS + 240 * 60_000L).whyNot(BTC)).isEmpty();
    }

    @Test
    @DisplayName("S2-REQ-U1 where quotes are required the spread of a fresh one decides")
    void where_quotes_are_required_the_spread_decides() {
        UniverseDesk strict = desk(STRICT, Bans.NONE);
        strict.onBar(bar(BTC, 0, 1_000_000));
        long now = START_MS + 60_000;
        assertThat(strict.evaluate(now).whyNot(BTC)).contains("SPREAD_UNKNOWN 0 (limit 1)");
        strict.onQuote(quote(BTC, now - 30_000, 10));
        assertThat(strict.evaluate(now).whyNot(BTC)).isEmpty();
        assertThat(strict.bestPair("BTC", now).chosen()).contains(BTC);
        strict.onQuote(quote(BTC, now, 11));
        assertThat(strict.evaluate(now).whyNot(BTC)).get().asString().startsWith("SPREAD_WIDE 11");
        assertThat(strict.evaluate(now + 30_001).whyNot(BTC)).contains("SPREAD_UNKNOWN 0 (limit 1)");
        assertThat(strict.bestPair("BTC", now + 30_001).reason()).contains("BTCUSDT SPREAD_UNKNOWN");
    }

    @Test
    @DisplayName("S2-REQ-U1 a desk beside a live feed looks up the newest quotes when it judges")
    void a_desk_beside_a_live_feed_looks_up_the_newest_quotes() {
        Map<InstrumentId, Quote> live = new HashMap<>();
        UniverseDesk beside = UniverseDesk.of(CatalogueDesk.of(FILE, Candidates.PLAN, null,
                () -> STRICT), Candidates.PLAN,
                UniverseJudge.under(() -> MarketWalks.library().base("market")), Bans.NONE,
                () -> STRICT, id -> Optional.ofNullable(live.get(id)));
        beside.onBar(bar(BTC, 0, 1_000_000));
        long now = START_MS + 60_000;
        assertThat(beside.evaluate(now).whyNot(BTC)).contains("SPREAD_UNKNOWN 0 (limit 1)");
        live.put(BTC, quote(BTC, now, 10));
        assertThat(beside.evaluate(now).whyNot(BTC)).isEmpty();
    }

    @Test
    @DisplayName("S2-REQ-U1 behind a hole it is judged at the last boundary before the bar")
    void behind_a_hole_the_last_boundary_counts() {
        desk.onBar(bar(BTC, 4, 100));
        desk.onBar(bar(BTC, 62, 100));
        assertThat(desk.present().atMs()).isEqualTo(START_MS + 60 * 60_000);
        assertThat(desk.present().in()).containsExactly(BTC);
    }

    @Test
    void an_older_quote_that_comes_late_is_not_taken() {
        desk.onBar(bar(BTC, 0, 100));
        long now = START_MS + 60_000;
        desk.onQuote(quote(BTC, now, 3));
        desk.onQuote(quote(BTC, now - 1, 99));
        assertThat(desk.evaluate(now).whyNot(BTC)).isEmpty();
    }

    @Test
    @DisplayName("S2-U4 a ban keeps a symbol out until its last millisecond")
    void a_ban_keeps_a_symbol_out_until_its_last_millisecond() {
        long until = START_MS + 3_600_000;
        UniverseDesk banning = desk(DEMO, new OneBan(new Ban(BTC, "halted abroad", "maria", START_MS,
                until, 0, null)));
        banning.onBar(bar(BTC, 0, 100));
        assertThat(banning.evaluate(START_MS + 1_800_000).whyNot(BTC)).contains("BANNED 0.5 (limit 0)");
        assertThat(banning.evaluate(until - 1).whyNot(BTC)).get().asString().startsWith("BANNED");
        assertThat(banning.evaluate(until).whyNot(BTC)).isEmpty();
    }

    @Test
    void a_symbol_that_was_not_seen_for_a_day_is_out() {
        desk.onBar(bar(BTC, 0, 100));
        assertThat(desk.evaluate(START_MS + 86_400_000).whyNot(BTC)).isEmpty();
        assertThat(desk.evaluate(START_MS + 86_460_000).whyNot(BTC)).get().asString().startsWith("NOT_SEEN");
    }

    @Test
    @DisplayName("the guard rules' refused bars, such as a price ten times too high, never reach the universe")
    void refused_bars_never_reach_the_universe() {
        BarWalk walk = MarketWalks.walk();
        for (int minute = 0; minute < 60; minute++) {
            Bar bar = bar(BTC, minute, 100);
            desk.onOutcome(bar, walk.onBar(bar, bar.closeTimeMs()));
        }
        Bar bad = new Bar(BTC, START_MS + 60 * 60_000L, 500 * FixedPoint.ONE, 500 * FixedPoint.ONE,
                500 * FixedPoint.ONE, 500 * FixedPoint.ONE, FixedPoint.ONE);
        desk.onOutcome(bad, walk.onBar(bad, bad.closeTimeMs()));
        assertThat(desk.evaluate(bad.closeTimeMs()).standings().get(BTC).candidate().quoteVolume())
                .isEqualTo(60 * 100 * 50.0);
    }

    @Test
    @DisplayName("B-D6 the report has each symbol with every reason")
    void the_report_has_each_symbol_with_every_reason() {
        desk.onBar(bar(BTC, 0, 100));
        UniverseReport report = UniverseReport.of(desk.evaluate(START_MS + 60_000));
        assertThat(report.in()).isEqualTo(1);
        assertThat(report.out()).isEqualTo(FILE.instruments().size() - 1);
        assertThat(report.table()).contains("BTCUSDT   CORE        in")
                .contains("ADAUSDT   ROTATIONAL  out  NOT_SEEN 0 (limit 1)").last().asString()
                .isEqualTo("1 of 26 in; 25 out: 25 for no prices");
    }

    private static UniverseDesk desk(Policy policy, Bans bans) {
        return UniverseDesk.of(CatalogueDesk.of(FILE, Candidates.PLAN, null, () -> policy), Candidates.PLAN,
                Candidates.judge(), bans, () -> policy);
    }

    private static Bar bar(InstrumentId id, int minute, long volume) {
        long price = 50 * FixedPoint.ONE;
        return new Bar(id, START_MS + minute * 60_000L, price, price, price, price, volume * FixedPoint.ONE);
    }

    private static Quote quote(InstrumentId id, long atMs, double spreadBps) {
        long middle = 50_000 * FixedPoint.ONE;
        long half = Math.round(middle * spreadBps / 20_000);
        return new Quote(id, atMs, middle - half, 1, middle + half, 1);
    }

    private record OneBan(Ban ban) implements Bans {

        @Override
        public Ban ban(InstrumentId instrument, String reason, String by, long atMs) {
            return ban;
        }

        @Override
        public Optional<Ban> lift(InstrumentId instrument, String by, long atMs) {
            return Optional.empty();
        }

        @Override
        public List<Ban> active(long atMs) {
            return ban.holds(atMs) ? List.of(ban) : List.of();
        }

        @Override
        public List<Ban> history(InstrumentId instrument) {
            return List.of(ban);
        }
    }
}
