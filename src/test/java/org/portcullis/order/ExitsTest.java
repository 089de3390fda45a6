package org.portcullis.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.order.OrderReport.Kind;
import org.portcullis.risk.RiskRules;
import org.portcullis.risk.exit.ExitIncident;
import org.portcullis.risk.exit.ExitReason;
import org.portcullis.risk.exit.Protection;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;

/** Exits with the real desk, store, workflow and rules: from a bar to the order that closes a position. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExitsTest {

    @TempDir
    private Path home;
    private ExitScene scene;

    @AfterEach
    void stop() {
        scene.close();
    }

    private void start(String... limits) throws Exception {
        scene = new ExitScene(home, limits);
    }

    @ParameterizedTest
    @CsvSource({"96.01, ''", "96, stop", "95.99, stop"})
    @DisplayName("B-E7: at the stop everything is sold at the market, with reason and both numbers")
    void stop(String low, String reason) throws Exception {
        start();
        Order entry = scene.bought("96", "120");
        assertThat(scene.guard()).extracting(Protection::stop, Protection::target, Protection::unprotected)
                .containsExactly(Price.of("96"), Price.of("120"), false);
        List<Proposal> due = scene.bar("100", low, "99");
        if (reason.isEmpty()) {
            assertThat(due).isEmpty();
            return;
        }
        assertThat(due).singleElement().satisfies(exit -> {
            assertThat(exit.rule()).isEqualTo("risk.exits." + reason);
            assertThat(exit.features()).containsEntry("exit.actual", Double.parseDouble(low))
                    .containsEntry("exit.limit", 96.0);
            Order order = scene.order(exit);
            assertThat(order.side()).isEqualTo(Side.SELL);
            assertThat(order.type()).isEqualTo(SubmitOrder.Type.MARKET);
            assertThat(order.quantity()).isEqualTo(entry.filled());
            assertThat(scene.desk.left(order.clientOrderId())).isTrue();
            scene.fill(order);
        });
        assertThat(scene.guards()).isEmpty();
        assertThat(scene.bar("100", "1", "50")).as("nothing is held any more").isEmpty();
    }

    @Test
    @DisplayName("B-E7: the same bar again is the same exit; a working one is not repeated, one that failed is")
    void an_exit_is_repeated_only_when_it_came_to_nothing() throws Exception {
        start();
        scene.bought("96", "120");
        Proposal exit = scene.bar("100", "95", "99").get(0);
        scene.desk.desk.onProposal(exit, 0);
        assertThat(scene.watch.onFrame(scene.frame("100", "95", "99"))).as("an order works").isEmpty();
        assertThat(scene.bar("100", "94", "99")).as("it still does").isEmpty();
        scene.desk.report(scene.order(exit), Kind.REJECTED, "0");
        Proposal emergency = scene.bar("100", "94", "99").get(0);
        assertThat(emergency.proposalId()).isNotEqualTo(exit.proposalId());
        assertThat(scene.desk.left(scene.order(emergency).clientOrderId())).isTrue();
    }

    @Test
    @DisplayName("at 1R half is sold, the stop goes to break-even plus fees, also after a restart")
    void part_and_break_even() throws Exception {
        start();
        Order entry = scene.bought("96", "120");
        assertThat(scene.bar("103.99", "99", "103")).isEmpty();
        Proposal part = scene.bar("104", "103", "103.9").get(0);
        assertThat(part.rule()).isEqualTo(ExitReason.PARTIAL.rule());
        Order half = scene.order(part);
        Quantity ceiling = new Quantity((entry.filled().e8() / 2 + 99_999) / 100_000 * 100_000);
        assertThat(half.quantity()).isEqualTo(ceiling);
        assertThat(scene.guard().stop()).as("nothing is taken before it is filled").isEqualTo(Price.of("96"));
        scene.fill(half);
        assertThat(scene.guard().partTaken()).isTrue();
        assertThat(scene.bar("106", "104", "105")).isEmpty();
        assertThat(scene.guard().stop()).as("100 x 1.006 / 0.994").isEqualTo(Price.of("101.21"));
        scene.restart();
        assertThat(scene.bar("105", "101.22", "102")).isEmpty();
        Proposal rest = scene.bar("103", "101.21", "102").get(0);
        assertThat(rest.rule()).isEqualTo(ExitReason.STOP.rule());
        assertThat(scene.order(rest).quantity()).isEqualTo(entry.filled().minus(half.quantity()));
    }

    @Test
    void a_break_even_beyond_the_last_price_waits_instead_of_selling_at_once() throws Exception {
        start();
        scene.bought("99.5", "120");
        scene.fill(scene.order(scene.bar("100.5", "99.9", "100.4").get(0)));
        assertThat(scene.bar("100.6", "100.2", "100.5")).isEmpty();
        assertThat(scene.guard().stop()).isEqualTo(Price.of("99.5"));
        assertThat(scene.bar("102", "101.1", "101.5")).isEmpty();
        assertThat(scene.guard().stop()).isEqualTo(Price.of("101.21"));
    }

    @Test
    void a_position_of_one_lot_is_not_divided_but_its_stop_goes_to_break_even() throws Exception {
        start();
        Order entry = scene.desk.order(scene.desk.proposal(Intent.ENTER, Side.BUY, "96"));
        scene.desk.settle();
        scene.fill(entry, "0.001");
        assertThat(scene.bar("103.99", "102", "103")).isEmpty();
        assertThat(scene.guard().stop()).isEqualTo(Price.of("96"));
        assertThat(scene.bar("104", "103", "103.5")).isEmpty();
        assertThat(scene.guard().stop()).isEqualTo(Price.of("101.21"));
    }

    @Test
    @DisplayName("S3-15 B-R3: after 2 h a position is closed, whatever it brings")
    void longest_hold() throws Exception {
        start();
        scene.bought("96", "120");
        assertThat(scene.bar(Duration.ofMinutes(119), "103", "102", "103")).isEmpty();
        assertThat(scene.bar(Duration.ofMinutes(1), "103", "102", "103")).singleElement()
                .satisfies(exit -> assertThat(exit.rule()).isEqualTo(ExitReason.MAX_HOLD.rule()));
    }

    @Test
    @DisplayName("S3-16: after 30 min without a profit after fees a position is closed, one with a profit stays")
    void stagnation() throws Exception {
        start();
        scene.bought("96", "120");
        assertThat(scene.bar(Duration.ofMinutes(29), "101", "100", "101")).isEmpty();
        assertThat(scene.bar(Duration.ofMinutes(1), "102", "101", "101.3")).as("1.3 pays 1.2 of fees").isEmpty();
        assertThat(scene.bar(Duration.ofMinutes(1), "102", "101", "101.2")).singleElement()
                .satisfies(exit -> assertThat(exit.rule()).isEqualTo(ExitReason.STAGNATION.rule()));
    }

    @Test
    @DisplayName("S2-AT1: what is held above the exposure cap is trimmed to it, once")
    void trim() throws Exception {
        start("risk.exit.trim-pct-max: 4", "risk.exit.part-share-pct: 0", "risk.trade-risk-pct-max: 100");
        Order entry = scene.bought("96", "150");
        long heldE8 = entry.filled().e8();
        assertThat(heldE8).as("about 5 %% of the equity of 10,000").isGreaterThan(4 * FixedPoint.ONE);
        Proposal trim = scene.bar("102", "100", "100").get(0);
        assertThat(trim.rule()).isEqualTo(ExitReason.TRIM.rule());
        assertThat(scene.bar("102", "100", "100")).as("the trim is on its way").isEmpty();
        Order order = scene.order(trim);
        scene.fill(order);
        long leftE8 = heldE8 - order.quantity().e8();
        assertThat(leftE8).isLessThanOrEqualTo(4 * FixedPoint.ONE).isGreaterThan(4 * FixedPoint.ONE - 500_000);
        assertThat(scene.bar("102", "100", "100")).isEmpty();
    }

    @Test
    @DisplayName("S2-PR1, B-E7: a position without protection is an incident at once and has the default stop of 10 %")
    void unprotected() throws Exception {
        start("risk.exit.hold-max: 10h", "risk.exit.stagnation-max: 10h");
        scene.desk.database.transactions().executeWithoutResult(status ->
                scene.desk.portfolio.book(new FillLedger.Fill("other",
                "t-1", new ClientOrderId("alien"), OrderScene.ACCOUNT, OrderScene.BTC, "unassigned", Side.BUY,
                Quantity.of("1"), Price.of("100"), Money.ZERO, false, scene.desk.now.toEpochMilli())));
        scene.booked();
        assertThat(scene.incidents).extracting(ExitIncident::kind)
                .containsExactly(ExitIncident.Kind.POSITION_UNPROTECTED);
        assertThat(scene.guard()).extracting(Protection::unprotected, Protection::stop)
                .containsExactly(true, Price.of("90"));
        scene.booked();
        assertThat(scene.incidents).as("told once").hasSize(1);
        assertThat(scene.bar("100", "90.01", "95")).isEmpty();
        assertThat(scene.bar("100", "90", "95")).singleElement()
                .satisfies(exit -> assertThat(scene.order(exit).strategy()).isEqualTo("unassigned"));
    }

    @Test
    @DisplayName("B-E7: when the exit rules throw or one is gone, stop and default stop act and an incident is raised")
    void fails_open() throws Exception {
        start();
        scene.bought("96", "120");
        scene.rules = facts -> {
            throw new IllegalStateException("no rules");
        };
        assertThat(scene.bar("100", "96.01", "99")).isEmpty();
        assertThat(scene.incidents).singleElement()
                .satisfies(incident -> assertThat(incident.kind()).isEqualTo(ExitIncident.Kind.EXIT_RULES_FAILED));
        try (RiskRules edited = RiskRules.edited(risk -> RiskRules.removeRule(risk.resolve("exits.drl"),
                "risk.exits.close-at-stop"))) {
            scene.rules = edited.exits();
            assertThat(scene.bar("100", "96", "99")).singleElement()
                    .satisfies(exit -> assertThat(exit.rule()).isEqualTo(ExitReason.STOP.rule()));
        }
        assertThat(scene.incidents).extracting(ExitIncident::text).anyMatch(text -> text.contains("stop"));
    }

    @Test
    void whichever_protective_rule_is_gone_the_watch_says_so() throws Exception {
        start();
        scene.bought("96", "120");
        for (String rule : List.of("close-at-stop", "close-at-loss", "close-after-longest-hold", "close-when-stagnant",
                "trim-above-exposure")) {
            scene.incidents.clear();
            try (RiskRules edited = RiskRules.edited(risk -> RiskRules.removeRule(risk.resolve("exits.drl"),
                    "risk.exits." + rule))) {
                scene.rules = edited.exits();
                scene.bar("100", "99", "99.5");
            }
            assertThat(scene.incidents).as(rule).hasSize(1);
        }
    }

    @Test
    void before_the_end_of_its_session_a_position_is_closed() throws Exception {
        start();
        scene.bought("96", "120");
        scene.sessionLeftMs = OptionalLong.of(300_001);
        assertThat(scene.bar("103", "102", "103")).isEmpty();
        scene.sessionLeftMs = OptionalLong.of(300_000);
        assertThat(scene.bar("103", "102", "103")).singleElement()
                .satisfies(exit -> assertThat(exit.rule()).isEqualTo(ExitReason.SESSION_END.rule()));
    }

    @Test
    void a_bar_that_is_not_believed_or_is_older_than_the_entry_closes_nothing() throws Exception {
        start();
        scene.bought("96", "120");
        assertThat(scene.watch.onFrame(scene.frame("100", "50", "60"))).as("older than the entry").isEmpty();
        scene.desk.now = scene.desk.now.plusSeconds(60);
        scene.desk.price.set("100");
        assertThat(scene.watch.onFrame(scene.frame("100", "50", "60"))).as("the marks did not take it").isEmpty();
    }

    @Test
    @DisplayName("S2-K3: while the kill switch is on exits leave, signed as such, and entries never do")
    void exits_pass_the_kill_switch() throws Exception {
        start("risk.trade-risk-pct-max: 0.1");
        scene.bought("96", "120");
        Order entry = scene.desk.smallOrder();
        scene.desk.killOn = true;
        scene.desk.settle();
        assertThat(scene.desk.now(entry).reason()).isEqualTo("KILL_SWITCH_ON");
        Order exit = scene.order(scene.bar("100", "95", "99").get(0));
        assertThat(scene.desk.left(exit.clientOrderId())).isTrue();
        assertThat(scene.desk.command(exit).passesKill()).isTrue();
        assertThat(scene.desk.submitted.values()).filteredOn(command -> command.side() == Side.BUY)
                .allMatch(command -> !command.passesKill());
    }

    @Test
    @DisplayName("S2-K3: where the policy says that the kill switch stops exits too, they end")
    void exits_are_stopped_where_the_policy_says_so() throws Exception {
        start("risk.kill-permits-exits: false");
        scene.bought("96", "120");
        scene.desk.killOn = true;
        Order exit = scene.order(scene.bar("100", "95", "99").get(0));
        assertThat(scene.desk.now(exit).state()).isEqualTo(OrderState.CANCELED);
        assertThat(scene.desk.now(exit).reason()).isEqualTo("KILL_SWITCH_ON");
        assertThat(scene.desk.left(exit.clientOrderId())).isFalse();
        scene.desk.killOn = false;
        Order after = scene.order(scene.bar("100", "95", "99").get(0));
        assertThat(scene.desk.command(after).passesKill()).as("the gateway stops it as well").isFalse();
    }
}
