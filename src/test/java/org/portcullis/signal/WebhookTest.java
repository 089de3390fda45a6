package org.portcullis.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Side;
import org.portcullis.market.Mark;

/** What a sender gets for an answer, and what becomes of its signal. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WebhookTest {

    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");

    @TempDir
    private Path home;
    private HookScene scene;

    @BeforeEach
    void open() {
        scene = HookScene.open(home);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    @DisplayName("S4-01 B-D10: an alert becomes one signal, kept, journalled and sent")
    void an_alert_becomes_one_signal() {
        assertThat(scene.post(scene.canonical())).isEqualTo(202);

        awaitSent(1);
        TradingSignal signal = scene.sent.get(0);
        assertThat(signal).isEqualTo(new TradingSignal(signal.signalId(), "tv1", "smc-btc-5m", BTC, "5",
                Instant.parse("2026-03-02T09:25:00Z").toEpochMilli(), HookScene.NOW_MS, HookScene.NOW_MS, Side.BUY,
                TargetPosition.LONG, 50_000_000L, 9_500_050_000_000L, "a-1"));
        awaitStates("SENT");
        assertThat(scene.everythingKept()).contains("smc-btc-5m").contains("[removed]")
                .doesNotContain(HookScene.SECRET);
    }

    @Test
    @DisplayName("S4-01: the same alert again is answered 409 and changes nothing, also after a minute")
    void the_same_alert_again_is_known() {
        String alert = scene.canonical();
        assertThat(scene.post(alert)).isEqualTo(202);
        assertThat(scene.post(alert)).isEqualTo(409);
        scene.nowMs.addAndGet(60_000);
        assertThat(scene.post(alert)).isEqualTo(409);
        assertThat(scene.states()).hasSize(1);
    }

    @Test
    @DisplayName("S4-01: four sends of one alert while the database comes back give one signal")
    void four_sends_give_one_signal() {
        String alert = scene.canonical();
        database(false);
        assertThat(scene.post(alert)).isEqualTo(503);
        scene.nowMs.addAndGet(5_000);
        assertThat(scene.post(alert)).isEqualTo(503);
        scene.nowMs.addAndGet(5_000);
        database(true);
        // connections that the outage broke are replaced one by one
        Await.until(() -> scene.post(alert) != 503);
        scene.nowMs.addAndGet(5_000);
        assertThat(scene.post(alert)).isEqualTo(409);
        awaitStates("SENT");
        assertThat(scene.sent).hasSize(1);
    }

    @Test
    void the_same_alert_on_twenty_threads_gives_one_signal() {
        String alert = scene.canonical();
        List<Integer> answers = IntStream.range(0, 20).parallel().map(i -> scene.post(alert)).boxed().toList();
        assertThat(answers).containsOnly(202, 409).containsOnlyOnce(202);
    }

    @Test
    void an_alert_without_a_time_is_known_for_as_long_as_its_sender_tries_and_new_afterwards() {
        String alert = "{\"ticker\":\"BTCUSDT\",\"action\":\"buy\",\"key\":\"" + HookScene.SECRET + "\"}";
        List<Integer> answers = IntStream.range(0, 10).parallel().map(i -> scene.post(alert)).boxed().toList();
        assertThat(answers).containsOnlyOnce(202);
        scene.nowMs.addAndGet(30_000);
        assertThat(scene.post(alert)).isEqualTo(409);
        scene.nowMs.addAndGet(1);
        assertThat(scene.post(alert)).isEqualTo(202);
    }

    @Test
    void a_signal_as_old_as_permitted_is_traded_and_one_millisecond_later_it_is_stale() {
        String old = scene.canonical();
        String older = scene.canonical("a-1", "a-2");
        scene.nowMs.addAndGet(30_000);
        assertThat(scene.post(old)).isEqualTo(202);
        scene.nowMs.addAndGet(1);
        assertThat(scene.post(older)).isEqualTo(202);
        awaitStates("SENT", "STALE");
        assertThat(scene.sent).singleElement().extracting(TradingSignal::alertId).isEqualTo("a-1");
    }

    @Test
    void a_signal_ahead_of_our_clock_is_refused_from_one_millisecond_over_the_limit_on() {
        String ahead = scene.canonical();
        scene.nowMs.addAndGet(-5_000);
        assertThat(scene.post(ahead)).isEqualTo(202);
        scene.nowMs.addAndGet(-1);
        assertThat(scene.post(ahead.replace("a-1", "a-2"))).isEqualTo(422);
        assertThat(scene.reasons()).containsExactly("SIGNAL_AHEAD");
        assertThat(scene.jdbc().sql("SELECT actual || '/' || allowed FROM signal.parked").query(String.class).single())
                .isEqualTo("5001.0/5000.0");
    }

    @Test
    void delayed_exchange_data_are_refused() {
        assertThat(scene.post(scene.canonical("BINANCE", "CME_MINI_DL"))).isEqualTo(422);
        assertThat(scene.post(scene.canonical("BINANCE", "NASDAQ_DLY"))).isEqualTo(422);
        assertThat(scene.post(scene.canonical("\"BTCUSDT\"", "\"BINANCE_DL:BTCUSDT\""))).isEqualTo(422);
        assertThat(scene.reasons()).containsOnly("FEED_DELAYED").hasSize(3);
    }

    @Test
    void a_price_is_compared_with_a_young_price_of_ours() {
        scene.marks.put(BTC, new Mark(BTC, 95_000_50000000L * 100 / 101, 0, 1, HookScene.NOW_MS - 90_000));
        assertThat(scene.post(scene.canonical("95000.5", "95000.49"))).as("one percent away").isEqualTo(202);
        assertThat(scene.post(scene.canonical("95000.5", "95960"))).as("two percent away").isEqualTo(422);
        assertThat(scene.reasons()).containsExactly("PRICE_AWAY");
        scene.nowMs.addAndGet(1);
        assertThat(scene.post(scene.canonical("95000.5", "95961"))).as("the price of ours is too old").isEqualTo(202);
    }

    @Test
    void an_unknown_or_look_alike_ticker_is_parked_and_not_guessed() {
        assertThat(scene.post(scene.canonical("BTCUSDT", "NOSUCHUSDT"))).isEqualTo(422);
        assertThat(scene.post(scene.canonical("BTCUSDT", "\u0412TCUSDT"))).as("Cyrillic B").isEqualTo(422);
        assertThat(scene.post(scene.canonical("BTCUSDT", "btcusdt"))).isEqualTo(422);
        assertThat(scene.reasons()).containsOnly("INSTRUMENT_UNKNOWN").hasSize(3);
        assertThat(scene.states()).isEmpty();
    }

    @Test
    void spellings_of_a_ticker_lead_to_one_instrument() {
        for (String spelling : List.of("BINANCE:BTCUSDT", "BTCUSDT.P", "BINANCE:BTCUSDT.P", "XBTUSDT", "BTC/USDT",
                "WBTCUSDT")) {
            assertThat(scene.post(scene.canonical("\"BTCUSDT\"", "\"" + spelling + "\""))).as(spelling).isEqualTo(202);
        }
        assertThat(scene.post(scene.canonical("\"BTCUSDT\"", "\"MNQ1!\""))).isEqualTo(202);
        assertThat(scene.post(scene.canonical("\"BTCUSDT\"", "\"CME_MINI:MNQ1!\""))).isEqualTo(202);
        assertThat(scene.post(scene.canonical("\"BTCUSDT\"", "\"MNQ2!\""))).as("another contract").isEqualTo(422);
        assertThat(scene.jdbc().sql("SELECT DISTINCT instrument FROM signal.inbox").query(String.class).set())
                .containsExactlyInAnyOrder("BTCUSDT", "MNQ");
    }

    @Test
    void a_source_proves_itself_by_body_or_path_with_either_of_two_secrets() {
        String bare = scene.canonical("\"secret\":\"" + HookScene.SECRET + "\",", "");
        assertThat(scene.post(bare)).isEqualTo(401);
        assertThat(scene.post("tv1/" + HookScene.SECRET, bare)).isEqualTo(202);
        assertThat(scene.post("tv1/" + HookScene.NEXT, bare)).isEqualTo(401);
        scene.environment.put("TRADINGVIEW_SECRET_TV1_NEXT", HookScene.NEXT);
        assertThat(scene.post("tv1/" + HookScene.NEXT, bare)).isEqualTo(409);
        assertThat(scene.post(scene.canonical(HookScene.SECRET, HookScene.NEXT, "a-1", "a-2"))).isEqualTo(202);
        assertThat(scene.post(scene.canonical("a-1", "a-3"))).as("the old one goes on").isEqualTo(202);
        assertThat(scene.everythingKept()).doesNotContain(HookScene.SECRET).doesNotContain(HookScene.NEXT);
    }

    @Test
    void a_source_without_a_good_secret_is_refused_and_looks_like_a_wrong_secret() {
        scene.environment.put("TRADINGVIEW_SECRET_TV2", "short");
        for (String source : List.of("tv2", "tv3")) {
            var answer = scene.send(source, scene.canonical().getBytes(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("SECRET_WRONG");
        }
        assertThat(scene.reasons()).containsOnly("SOURCE_UNKNOWN").hasSize(2);
        assertThat(scene.everythingKept()).as("nothing of a stranger is kept").doesNotContain("smc-btc-5m");
    }

    @Test
    void the_sixty_first_call_of_a_strategy_within_a_minute_is_refused() {
        for (int i = 0; i < 60; i++) {
            assertThat(scene.post(scene.canonical("a-1", "n-" + i))).isEqualTo(202);
        }
        assertThat(scene.post(scene.canonical("a-1", "n-60"))).isEqualTo(429);
        assertThat(scene.post(scene.canonical("smc-btc-5m", "other"))).as("another strategy").isEqualTo(202);
        scene.nowMs.addAndGet(1_000);
        assertThat(scene.post(scene.canonical("a-1", "n-61"))).as("one a second").isEqualTo(202);
    }

    @Test
    void a_message_for_people_is_kept_and_never_sent() {
        assertThat(scene.post("{\"key\":\"" + HookScene.SECRET + "\",\"msg\":\"Long BTCUSDT at 95000\"}"))
                .isEqualTo(202);
        scene.nowMs.addAndGet(10_000);
        scene.relay.sweep();
        assertThat(scene.states()).containsExactly("NOTIFICATION");
        assertThat(scene.sent).isEmpty();
    }

    @Test
    void what_the_broker_did_not_take_is_sent_later_unless_it_became_too_old() {
        scene.brokerDown.set(true);
        assertThat(scene.post(scene.canonical())).isEqualTo(202);
        scene.relay.sweep();
        scene.brokerDown.set(false);
        scene.relay.sweep();
        assertThat(scene.sent).as("its own thread may still be at it").isEmpty();
        scene.nowMs.addAndGet(5_001);
        scene.relay.sweep();
        awaitStates("SENT");
        scene.brokerDown.set(true);
        assertThat(scene.post(scene.canonical("a-1", "a-2"))).isEqualTo(202);
        scene.nowMs.addAndGet(30_001);
        scene.brokerDown.set(false);
        scene.relay.sweep();
        assertThat(scene.states()).containsExactly("SENT", "STALE");
        assertThat(scene.sent).hasSize(1);
    }

    @Test
    void signals_are_remembered_for_seven_days() {
        scene.post(scene.canonical());
        scene.post("{\"broken\":\"" + HookScene.SECRET + "\"");
        scene.nowMs.addAndGet(7 * 86_400_000L);
        scene.relay.forget();
        assertThat(scene.states()).hasSize(1);
        scene.nowMs.addAndGet(1);
        scene.relay.forget();
        assertThat(scene.states()).isEmpty();
        assertThat(scene.reasons()).isEmpty();
    }

    @Test
    void an_edited_limit_counts_from_the_next_call_on() throws Exception {
        Path file = scene.rules.resolve("policy.yaml");
        java.nio.file.Files.writeString(file, java.nio.file.Files.readString(file)
                .replaceFirst("(signal.age-max:.*?value: )30s", "$110s"));
        scene.policy.refresh();
        String alert = scene.canonical();
        scene.nowMs.addAndGet(10_001);
        scene.post(alert);
        assertThat(scene.states()).containsExactly("STALE");
    }

    @Test
    void it_works_under_the_context_path_of_another_container(@TempDir Path other) {
        try (HookScene deployed = HookScene.open(other, "/portcullis", HookScene.PATIENT, Map.of())) {
            assertThat(deployed.post(deployed.canonical())).isEqualTo(202);
        }
    }

    private void database(boolean up) {
        JdbcOutage.set(scene.database, up);
    }

    private void awaitSent(int count) {
        Await.until(() -> scene.sent.size() == count);
    }

    private void awaitStates(String... states) {
        Await.until(() -> scene.states().equals(List.of(states)));
    }
}
