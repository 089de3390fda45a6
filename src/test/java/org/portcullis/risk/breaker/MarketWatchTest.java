package org.portcullis.risk.breaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.risk.breaker.BreakerScene.BTC;
import static org.portcullis.risk.breaker.BreakerScene.ETH;
import static org.portcullis.risk.breaker.BreakerScene.MINUTE;
import static org.portcullis.risk.breaker.BreakerScene.NOON;
import static org.portcullis.risk.breaker.BreakerScene.SOL;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Price;
import org.portcullis.market.Bar;
import org.portcullis.market.Regime;
import org.portcullis.risk.PriceView;
import org.portcullis.risk.PriceView.LastPrice;

/** Crashes and silence trip what they concern, and only while they last (S2-CB2). */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MarketWatchTest {

    private final BreakerScene scene = new BreakerScene(PolicyBook.open(Path.of("rules/policy.yaml"),
            "conservative"));
    private final MarketTapes tapes = new MarketTapes();
    private final Map<InstrumentId, Long> openSince = new HashMap<>();
    private final Map<InstrumentId, LastPrice> prices = new HashMap<>();
    private final PriceView marks = symbol -> Optional.ofNullable(prices.get(symbol));
    private final MarketWatch watch = new MarketWatch(scene.account, tapes, new Hours(), scene.breakers,
            scene.policies);

    private final class Hours implements MarketHours {
        @Override
        public String venue(InstrumentId instrument) {
            return instrument.equals(SOL) ? "cme" : "binance-usdm";
        }

        @Override
        public long openSinceMs(InstrumentId instrument, long nowMs) {
            return openSince.getOrDefault(instrument, 0L);
        }
    }

    private void bar(InstrumentId symbol, Regime regime, long closeMs) {
        Bar bar = BreakerScene.bar(symbol, closeMs, "1");
        tapes.add(bar, BreakerScene.formed(bar, regime), 14);
        prices.put(symbol, new LastPrice(Price.of("100"), closeMs));
    }

    @Test
    @DisplayName("S2-CB2: a symbol in a crash stops, a fifth of the market does not stop the rest, half of it does")
    void crashes_stop_their_symbol_and_half_of_them_everything() {
        InstrumentId[] calm = {ETH, SOL, new InstrumentId("ADAUSDT"), new InstrumentId("XRPUSDT")};
        for (InstrumentId symbol : calm) {
            bar(symbol, Regime.BEAR, NOON);
        }
        watch.seen(marks, NOON);
        assertThat(scene.tripped(NOON)).isEmpty();
        bar(BTC, Regime.CRASH, NOON);
        watch.seen(marks, NOON);
        assertThat(scene.tripped(NOON)).containsExactly("crash-regime of symbol BTCUSDT");
        bar(ETH, Regime.CRASH, NOON + MINUTE);
        bar(SOL, Regime.UNKNOWN, NOON + MINUTE);
        watch.seen(marks, NOON + MINUTE);
        assertThat(scene.tripped(NOON + MINUTE)).as("two of four whose regime is known").containsExactlyInAnyOrder(
                "crash-regime of everything", "crash-regime of symbol BTCUSDT", "crash-regime of symbol ETHUSDT");
    }

    @Test
    @DisplayName("S2-CB2: a crash that goes on trips once, and its breaker rests from its end")
    void a_crash_that_goes_on_is_one_trip() {
        bar(ETH, Regime.BULL, NOON);
        bar(SOL, Regime.BULL, NOON);
        openSince.putAll(Map.of(ETH, MarketHours.CLOSED, SOL, MarketHours.CLOSED));
        for (int minute = 0; minute < 5; minute++) {
            bar(BTC, Regime.CRASH, NOON + minute * MINUTE);
            watch.seen(marks, NOON + minute * MINUTE);
        }
        assertThat(scene.events).filteredOn(BreakerTripped.class::isInstance).hasSize(1);
        assertThat(scene.breakers.history(scene.account, 10)).hasSize(1);
        long restOver = NOON + 4 * MINUTE + 15 * MINUTE;
        assertThat(scene.tripped(restOver - 1)).containsExactly("crash-regime of symbol BTCUSDT");
        assertThat(scene.tripped(restOver)).isEmpty();
        bar(BTC, Regime.CHOP, restOver);
        watch.seen(marks, restOver);
        assertThat(scene.events.get(1)).isInstanceOfSatisfying(BreakerEnded.class, ended ->
                assertThat(ended.was().breaker()).isEqualTo(Breaker.CRASH_REGIME));
    }

    @Test
    @DisplayName("S2-CB2 S2-REQ-ST1: 90 s without a believed bar stop a symbol, a millisecond less does not")
    void a_silent_symbol_stops() {
        bar(BTC, Regime.BULL, NOON);
        bar(ETH, Regime.BULL, NOON + MINUTE);
        watch.silence(marks, NOON + 89_999);
        assertThat(scene.tripped(NOON + 89_999)).isEmpty();
        watch.silence(marks, NOON + 90_000);
        assertThat(scene.tripped(NOON + 90_000)).containsExactly("staleness of symbol BTCUSDT");
        assertThat(scene.tripped(NOON + 90_000 + 2 * MINUTE)).as("bars came again").isEmpty();
    }

    @Test
    @DisplayName("S2-CB2: a venue of which nothing comes stops as one")
    void a_silent_venue_stops_as_one() {
        bar(BTC, Regime.BULL, NOON);
        bar(ETH, Regime.BULL, NOON);
        bar(SOL, Regime.BULL, NOON + MINUTE);
        watch.silence(marks, NOON + 95_000);
        assertThat(scene.tripped(NOON + 95_000)).containsExactly("staleness of venue binance-usdm");
        assertThat(scene.breakers.tripped(scene.account, NOON + 95_000).get(0).reading().actualE8())
                .isEqualTo(95_000L * 100_000_000);
    }

    @Test
    @DisplayName("S2-CB2: a closed market is not silent, and one that has just opened may be for 90 s")
    void a_closed_market_is_not_silent() {
        bar(BTC, Regime.BULL, NOON);
        openSince.put(BTC, MarketHours.CLOSED);
        watch.silence(marks, NOON + 60 * MINUTE);
        openSince.put(BTC, NOON + 61 * MINUTE);
        watch.silence(marks, NOON + 62 * MINUTE + 29_999);
        assertThat(scene.tripped(NOON + 63 * MINUTE)).isEmpty();
        watch.silence(marks, NOON + 62 * MINUTE + 30_000);
        assertThat(scene.tripped(NOON + 63 * MINUTE)).hasSize(1);
    }

    @Test
    void a_symbol_that_nobody_brings_any_more_is_not_watched() {
        bar(BTC, Regime.BULL, NOON);
        long dayLater = NOON + 24 * 60 * MINUTE;
        watch.silence(marks, dayLater + 1);
        assertThat(scene.tripped(dayLater + 1)).isEmpty();
        assertThat(tapes.symbols()).isEmpty();
    }
}
