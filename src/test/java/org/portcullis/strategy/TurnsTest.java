package org.portcullis.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.strategy.Contexts.MNQ;
import static org.portcullis.strategy.Contexts.OPEN_MS;
import static org.portcullis.strategy.Contexts.idle;
import static org.portcullis.strategy.Contexts.proposed;
import static org.portcullis.strategy.Contexts.regime;
import static org.portcullis.strategy.Contexts.structure;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Side;
import org.portcullis.market.Mark;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.Regime;
import org.portcullis.signal.TargetPosition;
import org.portcullis.signal.TradingSignal;
import org.portcullis.strategy.Contexts.Patterns;

/** An alert that turns a position: what is held is closed first, the other side is opened when that is done. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TurnsTest {

    private static final long MINUTE = 60_000;
    private static final long TOLD_MS = OPEN_MS + 61_000;
    private static final int WITHIN = 5;
    private static final HeldPosition LONG = new HeldPosition(1, 100 * FixedPoint.ONE, OPEN_MS);
    private static final HeldPosition SHORT = new HeldPosition(-1, 100 * FixedPoint.ONE, OPEN_MS);

    private @Nullable HeldPosition held = LONG;
    private final StrategyFloor floor = StrategyFloor.open(Contexts.book("alert-follower"),
            Contexts.parts().holding((strategy, instrument) -> Optional.ofNullable(held)));

    @BeforeEach
    void theMarketIsKnown() {
        floor.onMarket(bar(0));
    }

    @Test
    @DisplayName("S4-01 an alert that turns a long into a short closes first and sells short once that is filled")
    void a_turn_closes_first_and_opens_once_that_is_filled() {
        List<StrategyOutcome> said = floor.onSignal(signal("s1", Side.SELL, TargetPosition.SHORT), mark());
        assertThat(said).hasSize(2);
        assertThat(proposed(said.get(0)).intent()).isEqualTo(Intent.EXIT);
        assertThat(idle(said.get(1)).reason()).isEqualTo(NoTradeReason.TURN_WAITS);
        assertThat(idle(said.get(1)).nearest()).contains("alert-follower SELL", "within 5 min");
        assertThat(idle(floor.onMarket(bar(2))).reason()).as("still long").isEqualTo(NoTradeReason.NO_TRIGGER);
        held = HeldPosition.NOTHING;
        Proposal entry = proposed(floor.onMarket(bar(3)));
        assertThat(entry.intent()).isEqualTo(Intent.ENTER);
        assertThat(entry.side()).isEqualTo(Side.SELL);
        assertThat(entry.decidedAtMs()).isEqualTo(OPEN_MS + 4 * MINUTE);
        assertThat(entry.stopPriceE8()).isGreaterThan(entry.referencePriceE8());
        assertThat(idle(floor.onMarket(bar(4))).reason()).as("only once").isEqualTo(NoTradeReason.NO_TRIGGER);
    }

    @Test
    void a_turn_is_opened_up_to_the_minute_that_the_parameter_names_and_not_after_it() {
        turn();
        held = HeldPosition.NOTHING;
        assertThat(proposed(floor.onMarket(bar(WITHIN))).intent()).as("closes 1 s before").isEqualTo(Intent.ENTER);
        held = LONG;
        turn();
        held = HeldPosition.NOTHING;
        assertThat(idle(floor.onMarket(bar(WITHIN + 1))).reason()).isEqualTo(NoTradeReason.NO_TRIGGER);
        assertThat(floor.reasons()).containsEntry(NoTradeReason.TURN_EXPIRED, 1L);
    }

    @Test
    void a_newer_alert_counts_alone() {
        turn();
        floor.onSignal(signal("s2", null, TargetPosition.FLAT), mark());
        held = HeldPosition.NOTHING;
        assertThat(idle(floor.onMarket(bar(3))).reason()).isEqualTo(NoTradeReason.NO_TRIGGER);
    }

    @Test
    void what_is_not_held_is_not_waited_for() {
        held = HeldPosition.NOTHING;
        List<StrategyOutcome> said = floor.onSignal(signal("s1", Side.SELL, TargetPosition.SHORT), mark());
        assertThat(proposed(said.get(said.size() - 1)).intent()).isEqualTo(Intent.ENTER);
    }

    @Test
    void nothing_is_opened_while_nobody_can_tell_what_is_held_nor_on_a_side_that_is_held_by_now() {
        turn();
        held = null;
        assertThat(idle(floor.onMarket(bar(2))).reason()).isEqualTo(NoTradeReason.NO_TRIGGER);
        held = SHORT;
        assertThat(idle(floor.onMarket(bar(3))).reason()).isEqualTo(NoTradeReason.NO_TRIGGER);
        held = HeldPosition.NOTHING;
        assertThat(idle(floor.onMarket(bar(4))).reason()).isEqualTo(NoTradeReason.NO_TRIGGER);
    }

    @Test
    void in_a_crash_the_other_side_is_not_opened() {
        turn();
        held = HeldPosition.NOTHING;
        assertThat(idle(floor.onMarket(new MarketOutcome.Formed(Contexts.features(MNQ, OPEN_MS + 2 * MINUTE, 100, 1),
                structure(Patterns.NONE, List.of(), null, null), regime(Regime.CRASH, 0, 0)))).reason())
                .isEqualTo(NoTradeReason.REGIME_FORBIDS);
    }

    private void turn() {
        assertThat(floor.onSignal(signal("s1", Side.SELL, TargetPosition.SHORT), mark())).hasSize(2);
    }

    private static MarketOutcome.Formed bar(int minute) {
        return new MarketOutcome.Formed(Contexts.features(MNQ, OPEN_MS + minute * MINUTE, 100, 1),
                structure(Patterns.NONE, List.of(), null, null), regime(Regime.CHOP, 1, 1));
    }

    private static Optional<Mark> mark() {
        return Optional.of(new Mark(MNQ, 100 * FixedPoint.ONE, FixedPoint.ONE, 5 * FixedPoint.ONE, OPEN_MS + MINUTE));
    }

    private static TradingSignal signal(String id, @Nullable Side side, @Nullable TargetPosition target) {
        return new TradingSignal(id, "charts", "trend", MNQ, "1", OPEN_MS, OPEN_MS + MINUTE, TOLD_MS, side, target, 0,
                0, "a1");
    }
}
