package org.portcullis.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.portcullis.strategy.Contexts.breakout;
import static org.portcullis.strategy.Contexts.floor;
import static org.portcullis.strategy.Contexts.formed;
import static org.portcullis.strategy.Contexts.idle;
import static org.portcullis.strategy.Contexts.proposed;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Side;
import org.portcullis.market.Breakout;
import org.portcullis.strategy.domain.BreakoutJudge;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FalseBreakoutTest {

    private static final FalseBreakoutParameters SHIPPED = FalseBreakoutParameters.from(
            PackParameters.read(MarketWalks.RULES.resolve("strategy").resolve("false-breakout")
                    .resolve("strategy.yaml")));

    private final StrategyFloor floor = floor("false-breakout");

    @Test
    @DisplayName("S4-04 a break upwards with every sign is sold, as sure as its score, and explains it")
    void a_false_break_is_sold() {
        Proposal proposal = proposed(floor.onMarket(formed(breakout(-1))));
        assertThat(proposal.side()).isEqualTo(Side.SELL);
        assertThat(proposal.confidence()).isEqualTo(1);
        // the farthest price is 100.2 + 0.4, the stop a tenth of a range behind it, the target twice as far away
        assertThat(proposal.stopPriceE8()).isCloseTo(FixedPoint.parse("100.7"), within(2L));
        assertThat(proposal.targetPriceE8()).isCloseTo(FixedPoint.parse("98.6"), within(2L));
        assertThat(proposal.features()).containsEntry("breakout.score", 100.0).containsEntry("breakout.wick", 25.0)
                .containsEntry("breakout.closeBack", 20.0).containsEntry("breakout.volume", 15.0)
                .containsEntry("breakout.penetration", 15.0).containsEntry("breakout.touches", 10.0)
                .containsEntry("breakout.age", 10.0).containsEntry("breakout.barsBeyond", 5.0)
                .containsEntry("breakout.level", 100.2);
    }

    @Test
    void a_break_downwards_is_bought() {
        Proposal proposal = proposed(floor.onMarket(formed(breakout(1))));
        assertThat(proposal.side()).isEqualTo(Side.BUY);
        assertThat(proposal.stopPriceE8()).isCloseTo(FixedPoint.parse("99.3"), within(2L));
        assertThat(proposal.targetPriceE8()).isCloseTo(FixedPoint.parse("101.4"), within(2L));
    }

    @Test
    @DisplayName("S4-04 sixty points are traded and fifty-five are not")
    void sixty_points_are_traded() {
        // wick 25, back 20, volume 15
        Breakout sixty = with(0.5, 0.9, 1, 1.5, 19, 3, 1);
        assertThat(BreakoutJudge.score(sixty, SHIPPED).total()).isEqualTo(60);
        assertThat(proposed(floor.onMarket(formed(sixty))).confidence()).isEqualTo(0.6);
        // wick 25, back 20, touches 10
        Breakout fiftyFive = with(0.5, 0.9, 1, 1.49, 19, 3, 2);
        assertThat(BreakoutJudge.score(fiftyFive, SHIPPED).total()).isEqualTo(55);
        NoTrade none = idle(floor.onMarket(formed(fiftyFive)));
        assertThat(none.reason()).isEqualTo(NoTradeReason.NO_TRIGGER);
        assertThat(none.nearest()).isEqualTo("false breakout: score 55.0 against 60.0 at level 100.2");
    }

    @ParameterizedTest
    @CsvSource({
        "0.5,0.9,0,0,0,3,0,25", "0.4999,0.9,0,0,0,3,0,0",
        "0,0.9,1,0,0,3,0,20", "0,0.9,0,1.5,0,3,0,15", "0,0.9,0,1.4999,0,3,0,0",
        "0,0.05,0,0,0,3,0,15", "0,0.0499,0,0,0,3,0,0", "0,0.8,0,0,0,3,0,15", "0,0.8001,0,0,0,3,0,0",
        "0,0.9,0,0,20,3,0,10", "0,0.9,0,0,19,3,0,0", "0,0.9,0,0,0,2,0,5", "0,0.9,0,0,0,3,2,10",
        "NaN,NaN,0,NaN,0,3,0,0"})
    @DisplayName("S4-04 each sign earns its points on its limit and none one step short of it")
    void each_sign_earns_its_points(double wick, double penetration, int closedBack, double volumeZ, long age,
            int beyond, int touches, double points) {
        assertThat(BreakoutJudge.score(with(wick, penetration, closedBack, volumeZ, age, beyond, touches), SHIPPED)
                .total()).isEqualTo(points);
    }

    @Test
    void a_stop_is_never_nearer_than_its_least_distance() {
        // closed at the farthest price: the tenth of a range behind it would be no room at all
        Breakout atExtreme = new Breakout(-1, 100, 0.6, 0.0, 1, 0.2, 2, 30, 0, 0.5, 0.1, 3, 1, 0, 1, Double.NaN);
        Proposal proposal = proposed(floor.onMarket(formed(atExtreme)));
        assertThat(proposal.stopPriceE8()).isEqualTo(FixedPoint.parse("100.5"));
        assertThat(proposal.targetPriceE8()).isEqualTo(FixedPoint.parse("99"));
    }

    @Test
    void a_break_that_holds_closes_what_was_entered_against_it() {
        Breakout holds = new Breakout(-1, 100.2, 0, 0.9, 0, -0.2, 0, 1, 2, 0.5, 0.1, 0, 1, 0, 1, Double.NaN);
        Proposal leave = proposed(floor.onMarket(formed(holds)));
        assertThat(leave.intent()).isEqualTo(Intent.EXIT);
        assertThat(leave.side()).isEqualTo(Side.BUY);
    }

    private static Breakout with(double wick, double penetration, int closedBack, double volumeZ, long age, int beyond,
            int touches) {
        return new Breakout(-1, 100.2, wick, penetration, closedBack, 0.2, volumeZ, age, beyond, 0.5, 0.1, touches, 1,
                0, 1, Double.NaN);
    }
}
