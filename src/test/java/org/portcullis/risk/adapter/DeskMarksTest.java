package org.portcullis.risk.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.MarketFrame;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.Regime;
import org.portcullis.risk.DeskMarks;
import org.portcullis.risk.breaker.MarketTapes;
import org.portcullis.strategy.MarketWalks;

/** What the desk of the running application sees of the market, as it is wired. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeskMarksTest {

    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static final InstrumentId MNQ = new InstrumentId("MNQ");
    private static final long START_MS = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
    private static final int QUIET = 2_500;

    private final PolicyBook policy = PolicyBook.open(Path.of("rules/policy.yaml"), null);
    private final MarketTapes tapes = new MarketTapes();
    private final List<MarketOutcome> heard = new ArrayList<>();
    private final DeskMarks marks = new RiskConfiguration().deskMarks(MarketWalks.library(), policy,
            (frame, outcomes, desk) -> {
                heard.addAll(outcomes);
                for (int i = 0; i < outcomes.size(); i++) {
                    tapes.add(frame.bars().get(i), outcomes.get(i), 14);
                }
            }, MarketWalks.catalogue(), CalendarBook.read(Path.of("rules/calendars")));

    @Test
    @DisplayName("S2-CB2 S2-REQ-U3: the desk sees a crash with the bar that brings it, so that its breaker can trip")
    void the_desk_sees_a_crash() {
        double close = 60_000;
        for (int minute = 0; minute < QUIET; minute++) {
            close *= 1 + (minute % 7 - 3) * 0.0001;
            bar(BTC, START_MS + minute * 60_000L, close, close);
        }
        assertThat(tapes.crashing()).isEmpty();
        bar(BTC, START_MS + QUIET * 60_000L, close, close * 0.93);
        assertThat(((MarketOutcome.Formed) heard.get(QUIET)).regime().regime()).isEqualTo(Regime.CRASH);
        assertThat(tapes.crashing()).containsOnlyKeys(BTC);
    }

    @Test
    @DisplayName("S2-D6 B-D14: the hours in which a market is closed are no hole in the desk's bars")
    void closed_hours_are_no_hole() {
        long fridayCloseMs = Instant.parse("2024-11-22T22:00:00Z").toEpochMilli();
        long sundayOpenMs = Instant.parse("2024-11-24T23:00:00Z").toEpochMilli();
        for (int minute = 60; minute > 0; minute--) {
            bar(MNQ, fridayCloseMs - minute * 60_000L, 21_000, 21_001);
        }
        bar(MNQ, sundayOpenMs, 21_000, 21_001);
        assertThat(heard.get(60)).isInstanceOf(MarketOutcome.Formed.class);
    }

    private void bar(InstrumentId instrument, long openMs, double open, double close) {
        marks.onFrame(new MarketFrame("test", openMs, 0, false, List.of(new Bar(instrument, openMs, e8(open),
                e8(Math.max(open, close) + 1), e8(Math.min(open, close) - 1), e8(close), 100 * FixedPoint.ONE))));
    }

    private static long e8(double value) {
        return Math.round(value * 4) * (FixedPoint.ONE / 4);
    }
}
