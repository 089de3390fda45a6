package org.portcullis.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.strategy.Contexts.MNQ;
import static org.portcullis.strategy.Contexts.OPEN_MS;
import static org.portcullis.strategy.Contexts.floor;
import static org.portcullis.strategy.Contexts.formed;
import static org.portcullis.strategy.Contexts.idle;
import static org.portcullis.strategy.Contexts.proposed;
import static org.portcullis.strategy.Contexts.regime;
import static org.portcullis.strategy.Contexts.structure;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Side;
import org.portcullis.market.Mark;
import org.portcullis.market.Regime;
import org.portcullis.signal.TargetPosition;
import org.portcullis.signal.TradingSignal;
import org.portcullis.strategy.Contexts.Patterns;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AlertFollowerTest {

    private static final Optional<Mark> MARK = Optional.of(
            new Mark(MNQ, 100 * FixedPoint.ONE, FixedPoint.ONE, 5 * FixedPoint.ONE, OPEN_MS + 60_000));

    private final StrategyFloor floor = warm(floor("alert-follower"));

    @Test
    @DisplayName("a LONG alert covers a short and buys, with stop and target from the last price")
    void a_long_alert_buys() {
        List<StrategyOutcome> outcomes = floor.onSignal(signal(Side.BUY, TargetPosition.LONG), MARK);
        assertThat(outcomes).hasSize(2);
        assertThat(proposed(outcomes.get(0)).intent()).isEqualTo(Intent.EXIT);
        assertThat(proposed(outcomes.get(0)).side()).isEqualTo(Side.BUY);
        Proposal entry = proposed(outcomes.get(1));
        assertThat(entry.intent()).isEqualTo(Intent.ENTER);
        assertThat(entry.side()).isEqualTo(Side.BUY);
        assertThat(entry.referencePriceE8()).isEqualTo(100 * FixedPoint.ONE);
        assertThat(entry.stopPriceE8()).isEqualTo(97 * FixedPoint.ONE);
        assertThat(entry.targetPriceE8()).isEqualTo(106 * FixedPoint.ONE);
        assertThat(entry.confidence()).isEqualTo(0.6);
        assertThat(entry.barOpenTimeMs()).isEqualTo(OPEN_MS + 60_000);
        assertThat(entry.decidedAtMs()).isEqualTo(OPEN_MS + 61_000);
    }

    @Test
    void a_short_alert_leaves_a_long_and_sells() {
        List<StrategyOutcome> outcomes = floor.onSignal(signal(Side.SELL, TargetPosition.SHORT), MARK);
        assertThat(outcomes).extracting(outcome -> proposed(outcome).intent() + " " + proposed(outcome).side())
                .containsExactly("EXIT SELL", "ENTER SELL");
    }

    @Test
    @DisplayName("a target that is held, or of which nobody can tell, is not entered")
    void a_target_that_is_held_is_not_entered_again() {
        StrategyFloor long1 = holding(Optional.of(new HeldPosition(1, 90 * FixedPoint.ONE, OPEN_MS)));
        assertThat(said(long1, signal(Side.BUY, TargetPosition.LONG))).containsExactly("EXIT BUY");
        assertThat(said(long1, signal(Side.SELL, TargetPosition.SHORT))).containsExactly("EXIT SELL", "TURN_WAITS");
        StrategyFloor short1 = holding(Optional.of(new HeldPosition(-1, 90 * FixedPoint.ONE, OPEN_MS)));
        assertThat(said(short1, signal(Side.SELL, TargetPosition.SHORT))).containsExactly("EXIT SELL");
        StrategyFloor untold = holding(Optional.empty());
        assertThat(said(untold, signal(Side.BUY, TargetPosition.LONG))).containsExactly("EXIT BUY");
    }

    @Test
    @DisplayName("an alert that sells and stays long has taken a part of its profit: nothing is bought on it")
    void a_partial_exit_is_no_entry() {
        assertThat(said(floor, signal(Side.SELL, TargetPosition.LONG))).containsExactly("EXIT BUY");
        assertThat(said(floor, signal(Side.BUY, TargetPosition.SHORT))).containsExactly("EXIT SELL");
    }

    @Test
    void a_closed_bar_does_not_ask_what_is_held() {
        StrategyFloor asking = StrategyFloor.open(Contexts.book("alert-follower"),
                Contexts.parts().holding((strategy, instrument) -> {
                    throw new AssertionError("asked on a bar");
                }));
        assertThat(idle(asking.onMarket(formed(Contexts.breakout(1)))).reason()).isEqualTo(NoTradeReason.NO_TRIGGER);
    }

    @Test
    void a_flat_alert_leaves_either_side() {
        List<StrategyOutcome> outcomes = floor.onSignal(signal(null, TargetPosition.FLAT), MARK);
        assertThat(outcomes).extracting(outcome -> proposed(outcome).intent() + " " + proposed(outcome).side())
                .containsExactly("EXIT SELL", "EXIT BUY");
    }

    @Test
    void an_action_without_target_buys_or_closes() {
        assertThat(floor.onSignal(signal(Side.BUY, null), MARK)).singleElement()
                .satisfies(outcome -> assertThat(proposed(outcome).intent()).isEqualTo(Intent.ENTER));
        assertThat(floor.onSignal(signal(Side.SELL, null), MARK)).singleElement()
                .satisfies(outcome -> assertThat(proposed(outcome).intent()).isEqualTo(Intent.EXIT));
    }

    @Test
    void the_same_alert_proposes_the_same_thing_and_another_another() {
        TradingSignal signal = signal(Side.BUY, null);
        String first = proposed(floor.onSignal(signal, MARK).get(0)).proposalId();
        assertThat(proposed(warm(floor("alert-follower")).onSignal(signal, MARK).get(0)).proposalId()).isEqualTo(first);
        assertThat(proposed(floor.onSignal(signal("s2", Side.BUY, null), MARK).get(0)).proposalId())
                .isNotEqualTo(first);
    }

    @Test
    @DisplayName("the cycle of an entry is the minute in which it is decided, whatever bar the sender tells")
    void the_cycle_is_the_minute_of_the_decision() {
        long minute = OPEN_MS + 60_000;
        assertThat(entry(OPEN_MS, minute).barOpenTimeMs()).isEqualTo(minute);
        assertThat(entry(OPEN_MS - 86_400_000, minute + 59_999).barOpenTimeMs()).isEqualTo(minute);
        assertThat(entry(0, minute + 60_000).barOpenTimeMs()).isEqualTo(minute + 60_000);
    }

    @Test
    void the_same_alert_in_another_minute_keeps_its_id() {
        assertThat(entry(OPEN_MS, OPEN_MS + 120_000).proposalId())
                .isEqualTo(entry(OPEN_MS, OPEN_MS + 60_000).proposalId());
    }

    @Test
    @DisplayName("a signal that became too old while it waited closes, and enters nothing")
    void an_old_signal_only_closes() {
        StrategyFloor old = warm(floor("alert-follower")).heeding(signal -> Optional.of("too old"));
        assertThat(said(old, signal(Side.BUY, TargetPosition.LONG))).containsExactly("EXIT BUY");
        assertThat(said(old, signal(null, TargetPosition.FLAT))).containsExactly("EXIT SELL", "EXIT BUY");
        NoTrade nothing = idle(old.onSignal(signal(Side.BUY, null), MARK).get(0));
        assertThat(nothing.reason()).isEqualTo(NoTradeReason.SIGNAL_STALE);
        assertThat(nothing.nearest()).hasToString("too old");
    }

    @Test
    void without_a_price_nothing_is_proposed() {
        assertThat(idle(floor.onSignal(signal(Side.BUY, null), Optional.empty()).get(0)).reason())
                .isEqualTo(NoTradeReason.NO_PRICE);
        assertThat(floor.reasons()).containsEntry(NoTradeReason.NO_PRICE, 1L);
    }

    @Test
    void without_a_known_range_no_stop_is_known_and_nothing_is_entered() {
        Optional<Mark> young = Optional.of(new Mark(MNQ, 100 * FixedPoint.ONE, 0, 1, OPEN_MS));
        assertThat(idle(floor.onSignal(signal(Side.BUY, null), young).get(0)).reason())
                .isEqualTo(NoTradeReason.PRICES_UNSOUND);
        assertThat(proposed(floor.onSignal(signal(Side.SELL, null), young).get(0)).intent()).isEqualTo(Intent.EXIT);
    }

    @Test
    @DisplayName("S2-REQ-U3 an alert enters nothing in a crash and leaves all the same")
    void an_alert_enters_nothing_in_a_crash() {
        floor.onMarket(formed(structure(Patterns.NONE, List.of(), null, null), regime(Regime.CRASH, 0, 0)));
        assertThat(idle(floor.onSignal(signal(Side.BUY, null), MARK).get(0)).reason())
                .isEqualTo(NoTradeReason.REGIME_FORBIDS);
        assertThat(floor.onSignal(signal(Side.SELL, TargetPosition.SHORT), MARK)).singleElement()
                .satisfies(outcome -> assertThat(proposed(outcome).intent()).isEqualTo(Intent.EXIT));
    }

    @Test
    @DisplayName("S3-17 before a bar has formed an alert enters nothing and leaves all the same")
    void before_a_bar_has_formed_an_alert_enters_nothing() {
        StrategyFloor cold = floor("alert-follower");
        assertThat(idle(cold.onSignal(signal(Side.BUY, null), MARK).get(0)).reason())
                .isEqualTo(NoTradeReason.REGIME_FORBIDS);
        assertThat(proposed(cold.onSignal(signal(Side.SELL, null), MARK).get(0)).intent()).isEqualTo(Intent.EXIT);
    }

    @Test
    void a_floor_on_which_nobody_follows_says_so() {
        assertThat(idle(floor("momentum-core").onSignal(signal(Side.BUY, null), MARK).get(0)).reason())
                .isEqualTo(NoTradeReason.STRATEGY_DISABLED);
    }

    @Test
    void a_closed_bar_is_nothing_to_a_follower() {
        assertThat(idle(floor.onMarket(formed(Contexts.breakout(1)))).reason()).isEqualTo(NoTradeReason.NO_TRIGGER);
    }

    private static StrategyFloor warm(StrategyFloor floor) {
        floor.remember(formed(structure(Patterns.NONE, List.of(), null, null), regime(Regime.CHOP, 1, 1)));
        return floor;
    }

    private static StrategyFloor holding(Optional<HeldPosition> held) {
        return warm(StrategyFloor.open(Contexts.book("alert-follower"),
                Contexts.parts().holding((strategy, instrument) -> held)));
    }

    private static List<String> said(StrategyFloor asked, TradingSignal signal) {
        return asked.onSignal(signal, MARK).stream().map(outcome -> outcome instanceof StrategyOutcome.Idle idle
                ? idle.noTrade().reason().name()
                : proposed(outcome).intent() + " " + proposed(outcome).side()).toList();
    }

    private Proposal entry(long barTimeMs, long receivedAtMs) {
        return proposed(floor.onSignal(new TradingSignal("s1", "charts", "trend", MNQ, "1", barTimeMs, OPEN_MS,
                receivedAtMs, Side.BUY, null, 0, 0, "a1"), MARK).get(0));
    }

    private static TradingSignal signal(@Nullable Side side, @Nullable TargetPosition target) {
        return signal("s1", side, target);
    }

    private static TradingSignal signal(String id, @Nullable Side side, @Nullable TargetPosition target) {
        return new TradingSignal(id, "charts", "trend", MNQ, "1", OPEN_MS, OPEN_MS + 60_000, OPEN_MS + 61_000, side,
                target, 0, 0, "a1");
    }
}
