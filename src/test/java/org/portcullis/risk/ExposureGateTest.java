package org.portcullis.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.risk.DeskScene.ACCOUNT;
import static org.portcullis.risk.DeskScene.ADA;
import static org.portcullis.risk.DeskScene.BTC;
import static org.portcullis.risk.DeskScene.ETH;
import static org.portcullis.risk.DeskScene.NOW_MS;
import static org.portcullis.risk.DeskScene.SOL;
import static org.portcullis.risk.DeskScene.STRATEGY;
import static org.portcullis.risk.DeskScene.enter;
import static org.portcullis.risk.DeskScene.exit;
import static org.portcullis.risk.DeskScene.policy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.risk.DecidedOrders.Decided;
import org.portcullis.risk.adapter.store.ThemeFile;
import org.portcullis.risk.domain.exposure.ThemeBook;
import org.portcullis.strategy.Intent;

/** Budgets, themes, venues, gross and net through the desk; equity is 10,000 USDT unless something is held. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExposureGateTest {

    /** Wide enough everywhere else, so that the gate under test decides. */
    private static final String[] WIDE = {"risk.positions-max", "50", "risk.exposure-total-pct-max", "100",
        "risk.exposure-asset-pct-max", "100", "risk.position-pct-max", "100", "order.gating", "none",
        "risk.trade-risk-pct-max", "100"};

    private static RiskRules rules;

    private final DeskScene scene = new DeskScene();

    @BeforeAll
    static void compile() {
        rules = RiskRules.shipped();
    }

    @AfterAll
    static void close() {
        rules.close();
    }

    @Test
    @DisplayName("S2-REQ-U2: an asset in two themes counts in both, and the fuller one decides")
    void an_asset_in_two_themes_counts_in_both() {
        scene.themes = themes(Map.of("L1", Set.of("ETH", "SOL"), "payments", Set.of("BTC", "SOL")));
        scene.pend("a", ETH, Side.BUY, "3", "300").pend("b", BTC, Side.BUY, "6", "600");
        assertThat(size(SOL)).isEqualTo(Quantity.of("4"));
        scene.pend("c", ETH, Side.BUY, "4", "400");
        assertThat(size(SOL)).isEqualTo(Quantity.of("3"));
        assertThat(judge(SOL).decision().facts()).containsEntry("theme-exposure.theme", "L1");
    }

    @Test
    @DisplayName("S2-REQ-U2: a theme with room for a lot takes one, without it nothing")
    void a_theme_with_room_for_the_smallest_order_takes_it_and_one_step_less_denies() {
        scene.themes = themes(Map.of("L1", Set.of("ETH", "SOL")));
        scene.pend("a", ETH, Side.BUY, "9", "990");
        assertThat(size(SOL)).isEqualTo(Quantity.of("0.1"));
        scene.pending.clear();
        scene.pend("a", ETH, Side.BUY, "9", "989.99999999");
        assertThat(size(SOL)).isEqualTo(Quantity.of("0.1"));
        scene.pending.clear();
        scene.pend("a", ETH, Side.BUY, "9", "990.00000001");
        assertThat(judge(SOL).reasons()).containsExactly(ReasonCode.EXPOSURE_THEME_EXCEEDED,
                ReasonCode.BELOW_MINIMUM);
    }

    @Test
    @DisplayName("S2-REQ-U2: what no theme names shares the cap of the others")
    void what_no_theme_names_shares_a_cap() {
        scene.themes = themes(Map.of("L1", Set.of("ETH")));
        scene.pend("a", ADA, Side.BUY, "3", "300");
        assertThat(size(SOL)).isEqualTo(Quantity.of("2"));
        assertThat(size(ETH)).isEqualTo(Quantity.of("10"));
    }

    @Test
    @DisplayName("B-R15: a person is asked one step above the soft limit of a theme, and asked once")
    void a_soft_limit_asks_a_person() {
        PolicyBook policy = wide("risk.exposure-theme-pct-ask", "8", "risk.position-pct-max", "8");
        assertThat(scene.desk(policy, rules.gates()).judge(enter(BTC, "100", "95"), ACCOUNT, NOW_MS))
                .isInstanceOf(Verdict.Approved.class);
        scene.pending.add(new PendingView.Pending("other", BTC, "another", Side.BUY, Quantity.of("1"),
                Money.of("0.00000001")));
        Verdict asked = scene.desk(policy, rules.gates()).judge(enter(BTC, "100", "95"), ACCOUNT, NOW_MS);
        assertThat(asked).isInstanceOf(Verdict.AskPerson.class);
        assertThat(asked.reasons()).containsExactly(ReasonCode.EXPOSURE_THEME_HIGH);
        assertThat(scene.desk(policy, rules.gates()).recheck(asked.decision(), NOW_MS))
                .isInstanceOf(Verdict.Approved.class);
    }

    @Test
    @DisplayName("S2-REQ-E2: a venue's cap counts what trades there and what nobody knows where")
    void a_venue_has_a_cap_of_its_own() {
        scene.venues.put(ETH, "coinbase-spot");
        PolicyBook policy = wide("risk.exposure-theme-pct-max", "100", "risk.exposure-venue-pct-max", "5");
        scene.pend("a", ETH, Side.BUY, "3", "300");
        assertThat(desk(policy).judge(enter(BTC, "100", "95"), ACCOUNT, NOW_MS).decision().quantity())
                .isEqualTo(Quantity.of("5"));
        scene.venues.remove(ETH);
        assertThat(desk(policy).judge(enter(BTC, "100", "95"), ACCOUNT, NOW_MS).decision().quantity())
                .isEqualTo(Quantity.of("2"));
    }

    @Test
    @DisplayName("B-R9: gross counts pending sales of what is not held, net takes them off")
    void gross_adds_both_sides_and_net_takes_one_off() {
        PolicyBook gross = wide("risk.exposure-theme-pct-max", "100", "risk.exposure-gross-pct-max", "5");
        PolicyBook net = wide("risk.exposure-theme-pct-max", "100", "risk.exposure-net-pct-max", "5",
                "risk.exposure-gross-pct-max", "1000", "risk.exposure-venue-pct-max", "100");
        scene.pend("a", ETH, Side.SELL, "2", "200");
        assertThat(desk(gross).judge(enter(BTC, "100", "95"), ACCOUNT, NOW_MS).decision().quantity())
                .isEqualTo(Quantity.of("3"));
        assertThat(desk(net).judge(enter(BTC, "100", "95"), ACCOUNT, NOW_MS).decision().quantity())
                .isEqualTo(Quantity.of("7"));
    }

    @Test
    @DisplayName("S2-REQ-STR3: a strategy uses its budget up and not one step more, before any global cap")
    void a_strategy_uses_its_budget_and_no_more() {
        scene.budget(STRATEGY, "3", 2).budget("another", "3", 2);
        scene.pending.add(new PendingView.Pending("a", BTC, "another", Side.BUY, Quantity.of("3"),
                Money.of("300")));
        assertThat(size(ETH)).as("another strategy's budget is its own").isEqualTo(Quantity.of("3"));
        scene.pend("b", ETH, Side.BUY, "3", "290.00000001");
        assertThat(judge(ETH).reasons().get(0)).isEqualTo(ReasonCode.EXPOSURE_STRATEGY_EXCEEDED);
        scene.budgets.remove(STRATEGY);
        assertThat(judge(ETH).reasons()).startsWith(ReasonCode.STRATEGY_NOT_LISTED, ReasonCode.STRATEGY_CYCLE_FULL);
    }

    @Test
    @DisplayName("S2-REQ-STR3: the second entry of a minute passes, the third is denied, the next minute begins anew")
    void a_minute_brings_no_more_entries_than_its_strategy_may() {
        scene.budget(STRATEGY, "100", 2);
        scene.decided.add(decided("a", STRATEGY, Intent.ENTER, NOW_MS - 60_000));
        scene.decided.add(decided("b", "another", Intent.ENTER, NOW_MS - 60_000));
        scene.decided.add(decided("c", STRATEGY, Intent.EXIT, NOW_MS - 60_000));
        scene.decided.add(decided("d", STRATEGY, Intent.ENTER, NOW_MS - 120_000));
        scene.decided.add(decided("p-1", STRATEGY, Intent.ENTER, NOW_MS - 60_000));
        assertThat(judge(BTC)).isInstanceOf(Verdict.Approved.class);
        scene.decided.add(decided("e", STRATEGY, Intent.ENTER, NOW_MS - 60_000));
        assertThat(judge(BTC).reasons()).containsExactly(ReasonCode.STRATEGY_CYCLE_FULL);
    }

    @Test
    @DisplayName("an exit passes whatever is committed: closing risk is never blocked by entry limits")
    void an_exit_passes_every_cap() {
        scene.themes = themes(Map.of());
        scene.budgets.clear();
        scene.hold(BTC, "50", "5000");
        PolicyBook nothing = wide("risk.exposure-theme-other-pct-max", "0", "risk.exposure-venue-pct-max", "0",
                "risk.exposure-gross-pct-max", "0", "risk.exposure-net-pct-max", "0");
        assertThat(desk(nothing).judge(exit(BTC, "100"), ACCOUNT, NOW_MS)).isInstanceOf(Verdict.Approved.class);
        assertThat(desk(nothing).judge(enter(BTC, "100", "95"), ACCOUNT, NOW_MS).reasons()).contains(
                ReasonCode.STRATEGY_NOT_LISTED, ReasonCode.EXPOSURE_THEME_EXCEEDED,
                ReasonCode.EXPOSURE_VENUE_EXCEEDED, ReasonCode.EXPOSURE_GROSS_EXCEEDED,
                ReasonCode.EXPOSURE_NET_EXCEEDED);
    }

    @Test
    @DisplayName("the shipped themes name every listed base asset, some of them twice")
    void the_shipped_themes_can_be_read() {
        ThemeBook shipped = ThemeFile.read(Path.of("rules/themes.yaml"));
        assertThat(shipped.themesOf("LTC")).containsExactly("payments", "store-of-value");
        assertThat(shipped.themesOf("MNQ")).containsExactly("index");
        InstrumentCatalogue.read(Path.of("rules/instruments.yaml")).instruments().values().forEach(listed ->
                assertThat(shipped.themesOf(listed.baseCurrency())).doesNotContain(ThemeBook.OTHER));
        assertThat(shipped.themesOf("NOBODY")).containsExactly(ThemeBook.OTHER);
    }

    private Verdict judge(InstrumentId instrument) {
        return desk(wide()).judge(enter(instrument, "100", "95"), ACCOUNT, NOW_MS);
    }

    private Quantity size(InstrumentId instrument) {
        return judge(instrument).decision().quantity();
    }

    private RiskDesk desk(PolicyBook policy) {
        return scene.desk(policy, rules.gates());
    }

    /** Later values replace earlier ones. */
    private static PolicyBook wide(String... changes) {
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < WIDE.length; i += 2) {
            values.put(WIDE[i], WIDE[i + 1]);
        }
        for (int i = 0; i < changes.length; i += 2) {
            values.put(changes[i], changes[i + 1]);
        }
        return policy(values.entrySet().stream().flatMap(entry -> java.util.stream.Stream.of(entry.getKey(),
                entry.getValue())).toArray(String[]::new));
    }

    private static ThemeBook themes(Map<String, Set<String>> assets) {
        return new ThemeBook(new TreeMap<>(assets));
    }

    private static Decided decided(String proposal, String strategy, Intent intent, long barOpenMs) {
        return new Decided(proposal, strategy, intent, ETH, Side.BUY, Quantity.of("1"), Price.of("90"), barOpenMs,
                barOpenMs + 60_000);
    }
}
