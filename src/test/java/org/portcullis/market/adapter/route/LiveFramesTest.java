package org.portcullis.market.adapter.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.route.Addresses;
import org.portcullis.engine.route.Drain;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.engine.time.WallTime;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.ClosedMinute;
import org.portcullis.market.MarketFrame;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LiveFramesTest {

    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static final long MINUTE = 60_000;

    private final WallTime time = new WallTime();
    private final long thisMinute = time.micros() / 1_000 / MINUTE * MINUTE;
    private final List<MarketFrame> shown = new ArrayList<>();
    private int failuresToCome;
    private OptionalLong judged = OptionalLong.empty();
    private final LiveFrames frames = new LiveFrames(new MarketEvents(bus(), new Drain(), false, 64),
            feed -> judged, () -> Duration.ofSeconds(90), time);

    @Test
    void a_fresh_minute_is_shown_to_every_listener_under_the_feeds_name() {
        frames.publish(List.of(minute(thisMinute - MINUTE)), "live-plain");
        assertThat(shown).hasSize(3).allSatisfy(frame -> {
            assertThat(frame.feed()).isEqualTo("live-plain");
            assertThat(frame.warmUp()).isFalse();
            assertThat(frame.bars()).hasSize(1);
        });
    }

    @Test
    @DisplayName("S2-REQ-ST1 a minute that was filled in too late is history: nothing is proposed on it")
    void a_minute_filled_in_too_late_is_history() {
        frames.publish(List.of(minute(thisMinute - 4 * MINUTE), minute(thisMinute - MINUTE)), "live-plain");
        assertThat(shown).extracting(MarketFrame::warmUp).containsExactly(true, true, true, false, false, false);
    }

    @Test
    void a_minute_that_was_judged_before_a_restart_is_history() {
        judged = OptionalLong.of(thisMinute - MINUTE);
        frames.publish(List.of(minute(thisMinute - MINUTE)), "live-plain");
        assertThat(shown).isNotEmpty().allMatch(MarketFrame::warmUp);
    }

    @Test
    @DisplayName("a minute that could not be shown is shown first when it can, in its place in time")
    void a_minute_that_could_not_be_shown_is_shown_later() {
        failuresToCome = 1;
        List<ClosedMinute> both = List.of(minute(thisMinute - 2 * MINUTE), minute(thisMinute - MINUTE));
        assertThatThrownBy(() -> frames.publish(both, "live-plain")).hasMessage("the broker is away");
        assertThat(shown).isEmpty();
        frames.publish(List.of(), "live-plain");
        assertThat(shown).extracting(MarketFrame::openTimeMs).containsExactly(thisMinute - 2 * MINUTE,
                thisMinute - 2 * MINUTE, thisMinute - 2 * MINUTE, thisMinute - MINUTE, thisMinute - MINUTE,
                thisMinute - MINUTE);
        frames.publish(List.of(), "live-plain");
        assertThat(shown).as("each of them once").hasSize(6);
    }

    private static ClosedMinute minute(long openMs) {
        return new ClosedMinute(openMs, List.of(new Bar(BTC, openMs, 1, 1, 1, 1, 1)));
    }

    private MessageBus bus() {
        return new MessageBus() {
            @Override
            public void send(String address, String messageId, Object word) {
                throw new AssertionError("minutes are shown, not sent");
            }

            @Override
            public void show(String address, String messageId, Object word, String onlyFor) {
                assertThat(address).isEqualTo(Addresses.MARKET_EVENT);
                if (failuresToCome-- > 0) {
                    throw new IllegalStateException("the broker is away");
                }
                shown.add((MarketFrame) word);
            }
        };
    }
}
