package org.portcullis.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.kernel.Side;

/** Alerts that tell which bar they are about, and not when they were fired. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BarDatedAlertTest {

    private static final long BAR_END_MS = Instant.parse("2026-03-02T09:30:00Z").toEpochMilli();

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
    void an_alert_that_tells_only_its_bar_is_stale_from_one_millisecond_over_the_limit_after_that_bar_on() {
        scene.nowMs.set(BAR_END_MS + 30_000);
        assertThat(scene.post(ofBar("buy"))).isEqualTo(202);
        scene.nowMs.addAndGet(1);
        assertThat(scene.post(ofBar("sell"))).isEqualTo(202);
        Await.until(() -> scene.states().equals(List.of("SENT", "STALE")));
        assertThat(scene.sent).singleElement().extracting(TradingSignal::side).isEqualTo(Side.BUY);
    }

    @Test
    void an_alert_that_tells_only_its_bar_is_fresh_within_it_and_ahead_before_it() {
        scene.nowMs.set(BAR_END_MS - 300_000);
        assertThat(scene.post(ofBar("buy"))).isEqualTo(202);
        scene.nowMs.addAndGet(-5_000);
        assertThat(scene.post(ofBar("sell"))).as("a little ahead").isEqualTo(202);
        scene.nowMs.addAndGet(-1);
        assertThat(scene.post(ofBar("sell").replace("0.5", "0.6"))).isEqualTo(422);
        assertThat(scene.reasons()).containsExactly("SIGNAL_AHEAD");
    }

    @Test
    void the_same_alert_of_the_same_bar_is_known_for_good() {
        scene.nowMs.set(BAR_END_MS);
        assertThat(scene.post(ofBar("buy"))).isEqualTo(202);
        scene.nowMs.addAndGet(30_000);
        assertThat(scene.post(ofBar("buy"))).isEqualTo(409);
        scene.nowMs.addAndGet(600_000);
        assertThat(scene.post(ofBar("buy"))).isEqualTo(409);
        assertThat(scene.states()).hasSize(1);
    }

    /** The shape {@code dotted-keys}, which tells a bar of five minutes and no time of firing. */
    private static String ofBar(String action) {
        return """
                {"secret":"%s","ticker":"BTCUSDT","interval":"5","time":"2026-03-02T09:25:00Z",\
                "strategy.order.action":"%s","strategy.market_position":"flat","strategy.order.contracts":"0.5"}"""
                .formatted(HookScene.SECRET, action);
    }
}
