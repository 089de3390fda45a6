package org.portcullis.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.route.Json;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.rules.RuleSandbox;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Side;
import org.portcullis.market.Features;
import org.portcullis.market.Flag;
import org.portcullis.market.FlagCode;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.RegimeView;
import org.portcullis.market.SeriesGap;
import org.portcullis.market.Structure;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StrategyFloorTest {

    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static final long OPEN_MS = 1_733_007_600_000L;
    private static final String TRIGGERS = "strategy.momentum_core.triggers.";

    @TempDir
    private Path folder;

    @Test
    @DisplayName("S2-REQ-R2 a price move becomes a proposal with stop, target and confidence")
    void a_price_move_becomes_a_proposal() {
        Proposal proposal = proposed(MarketWalks.floor().onMarket(formed(features(1.6, 55, 55, 0.1))));
        assertThat(proposal.rule()).isEqualTo(TRIGGERS + "form-entry-on-price-move");
        assertThat(proposal.intent()).isEqualTo(Intent.ENTER);
        assertThat(proposal.side()).isEqualTo(Side.BUY);
        assertThat(proposal.barOpenTimeMs()).isEqualTo(OPEN_MS);
        assertThat(proposal.decidedAtMs()).isEqualTo(OPEN_MS + 60_000);
        assertThat(proposal.referencePriceE8()).isEqualTo(100 * FixedPoint.ONE);
        // average true range 0.5: stop four of them below, target eight above
        assertThat(proposal.stopPriceE8()).isEqualTo(98 * FixedPoint.ONE);
        assertThat(proposal.targetPriceE8()).isEqualTo(104 * FixedPoint.ONE);
        // twice the limit of 0.8 %
        assertThat(proposal.confidence()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(proposal.rulesVersion()).isEqualTo(MarketWalks.library().base("strategy/momentum-core").version());
        assertThat(proposal.features()).containsEntry("returnPct", 1.6).containsEntry("triggerLimit", 0.8);
    }

    @Test
    @DisplayName("S2-REQ-R1 an exit sells and carries neither stop nor target")
    void an_exit_sells() {
        Proposal proposal = proposed(MarketWalks.floor().onMarket(formed(features(0, 89, 80, 0.1))));
        assertThat(proposal.rule()).isEqualTo(TRIGGERS + "form-exit-on-overheating");
        assertThat(proposal.intent()).isEqualTo(Intent.EXIT);
        assertThat(proposal.side()).isEqualTo(Side.SELL);
        assertThat(proposal.stopPriceE8()).isZero();
        assertThat(proposal.targetPriceE8()).isZero();
    }

    @Test
    @DisplayName("S2-REQ-STR1 the same features propose the same thing, whoever asks and whenever")
    void the_same_bar_proposes_the_same_thing_and_another_bar_another() {
        Proposal first = proposed(MarketWalks.floor().onMarket(formed(features(1.6, 55, 55, 0.1))));
        assertThat(proposed(MarketWalks.floor().onMarket(formed(features(1.6, 55, 55, 0.1))))).isEqualTo(first);
        assertThat(first.proposalId()).matches("[0-9a-f]{16}");
        Features later = at(features(1.6, 55, 55, 0.1), OPEN_MS + 60_000);
        assertThat(proposed(MarketWalks.floor().onMarket(formed(later))).proposalId()).isNotEqualTo(first.proposalId());
    }

    @Test
    void a_proposal_survives_the_wire() {
        Proposal proposal = proposed(MarketWalks.floor().onMarket(formed(features(1.6, 55, 55, 0.1))));
        assertThat(Json.read(Json.write(proposal), Proposal.class)).isEqualTo(proposal);
    }

    @Test
    @DisplayName("S2-NT1 a bar without trigger says how near the nearest came")
    void a_quiet_bar_says_how_near_the_nearest_trigger_came() {
        assertThat(MarketWalks.floor().onMarket(formed(features(0.4, 55, 55, 0.1)))).isEqualTo(new StrategyOutcome.Idle(
                new NoTrade(BTC, OPEN_MS, NoTradeReason.NO_TRIGGER, "price move: return % 0.4 against 0.8")));
    }

    @Test
    @DisplayName("S2-NT1 every bar that formed no features has its reason")
    void every_other_bar_has_its_reason() {
        StrategyFloor floor = MarketWalks.floor();
        assertThat(reason(floor.onMarket(new MarketOutcome.Flagged(BTC, OPEN_MS,
                List.of(new Flag(FlagCode.OUTLIER, 12, 10)), null)))).isEqualTo(NoTradeReason.BAR_FLAGGED);
        assertThat(reason(floor.onMarket(new MarketOutcome.Warming(BTC, OPEN_MS, 3, 50, null))))
                .isEqualTo(NoTradeReason.WARMING_UP);
        assertThat(reason(floor.onMarket(new MarketOutcome.Warming(BTC, OPEN_MS, 1, 50,
                new SeriesGap(BTC, OPEN_MS - 60_000, OPEN_MS, 1))))).isEqualTo(NoTradeReason.GAP);
        assertThat(floor.reasons())
                .containsOnlyKeys(NoTradeReason.BAR_FLAGGED, NoTradeReason.WARMING_UP, NoTradeReason.GAP);
    }

    @Test
    @DisplayName("S2-REQ-STR2 a floor without enabled strategy proposes nothing and says so")
    void without_enabled_strategy_nothing_is_proposed() {
        StrategyBook book = StrategyBook.read(MarketWalks.RULES.resolve("strategies.yaml"), Set.of());
        StrategyFloor floor = StrategyFloor.open(book, MarketWalks.RULES, MarketWalks.library()::base);
        assertThat(reason(floor.onMarket(formed(features(5, 55, 55, 0.1))))).isEqualTo(NoTradeReason.STRATEGY_DISABLED);
    }

    @Test
    @DisplayName("S2-REQ-STR4 of several proposals for one instrument the highest confidence wins, ties by name")
    void the_highest_confidence_wins() {
        StrategyPack sure = pack("zeta", 3, 1);
        StrategyPack unsure = pack("alpha", 2, 1);
        StrategyPack asSure = pack("mu", 3, 1);
        StrategyFloor floor = new StrategyFloor(book("zeta", "alpha", "mu"), List.of(sure, unsure, asSure));
        StrategyOutcome.Proposed outcome = (StrategyOutcome.Proposed) floor.onMarket(formed(features(0, 50, 50, 0.1)));
        assertThat(outcome.proposal().strategy()).isEqualTo("mu");
        assertThat(outcome.outvoted()).extracting(NoTrade::reason).containsOnly(NoTradeReason.LOWER_CONFIDENCE)
                .hasSize(2);
        assertThat(floor.reasons()).containsEntry(NoTradeReason.LOWER_CONFIDENCE, 2L);
        assertThat(floor.proposals()).isEqualTo(1);
    }

    @Test
    @DisplayName("S2-REQ-STR4 an exit is not lost to a surer entry of the same symbol and bar: it goes first")
    void an_exit_goes_before_a_surer_entry() {
        StrategyFloor floor = new StrategyFloor(book("holder", "other", "third"), List.of(
                pack("other", enter("other.buy", Side.BUY, 9)),
                pack("holder", exit("holder.sell", Side.SELL, 1)), pack("third", exit("third.sell", Side.SELL, 2))));
        StrategyOutcome.Proposed outcome = (StrategyOutcome.Proposed) floor.onMarket(formed(features(0, 50, 50, 0.1)));
        assertThat(outcome.all()).extracting(Proposal::rule).containsExactly("third.sell", "holder.sell", "other.buy");
        assertThat(outcome.outvoted()).isEmpty();
        assertThat(floor.proposals()).isEqualTo(3);
    }

    @Test
    @DisplayName("S2-REQ-STR4 a strategy that closes a direction does not open it again in the same bar")
    void a_strategy_does_not_open_again_what_it_closes() {
        StrategyFloor floor = new StrategyFloor(book("one", "two"), List.of(
                pack("one", enter("one.buy", Side.BUY, 9), exit("one.sell", Side.SELL, 1),
                        exit("one.sell-too", Side.SELL, 2)),
                pack("two", enter("two.buy", Side.BUY, 2))));
        StrategyOutcome.Proposed outcome = (StrategyOutcome.Proposed) floor.onMarket(formed(features(0, 50, 50, 0.1)));
        assertThat(outcome.all()).extracting(Proposal::rule).containsExactly("one.sell-too", "two.buy");
        assertThat(floor.reasons()).containsOnly(Map.entry(NoTradeReason.EXIT_FIRST, 1L));
    }

    @Test
    @DisplayName("S2-REQ-STR4 a strategy that turns round closes first, then opens the other side")
    void a_strategy_may_turn_round() {
        StrategyFloor floor = new StrategyFloor(book("one"), List.of(
                pack("one", enter("one.short", Side.SELL, 9), exit("one.sell", Side.SELL, 1))));
        StrategyOutcome.Proposed outcome = (StrategyOutcome.Proposed) floor.onMarket(formed(features(0, 50, 50, 0.1)));
        assertThat(outcome.all()).extracting(Proposal::rule).containsExactly("one.sell", "one.short");
    }

    @Test
    void confidence_is_one_half_on_the_limit_and_grows_beyond_it_on_either_side() {
        StrategyBook book = book("one");
        assertThat(confidence(book, 0.8, 0.8)).isEqualTo(0.5);
        assertThat(confidence(book, 2.4, 0.8)).isCloseTo(0.75, within(1e-12));
        assertThat(confidence(book, -6, -3)).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(confidence(book, 11, 22)).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(confidence(book, -0.01, 0)).isEqualTo(0.5);
    }

    @Test
    @DisplayName("an edited rule and an edited parameter decide the next bar")
    void an_edit_decides_the_next_bar() throws IOException {
        Path pack = Files.createDirectories(folder.resolve("strategy").resolve("momentum-core"));
        try (Stream<Path> files = Files.list(MarketWalks.RULES.resolve("strategy").resolve("momentum-core"))) {
            for (Path file : files.toList()) {
                Files.copy(file, pack.resolve(file.getFileName()));
            }
        }
        StrategyBook book = StrategyBook.read(MarketWalks.RULES.resolve("strategies.yaml"), Set.of("momentum-core"));
        try (RuleLibrary library = RuleLibrary.open(folder, RuleSandbox.allowing("org.portcullis."))) {
            StrategyFloor floor = StrategyFloor.open(book, folder, library::base);
            Features features = features(1.6, 55, 55, 0.1);
            String before = proposed(floor.onMarket(formed(features))).rulesVersion();
            edit(pack.resolve("strategy.yaml"), "move-pct-min:          {value: 0.8",
                    "move-pct-min:          {value: 1.7");
            floor.refresh();
            assertThat(reason(floor.onMarket(formed(features)))).isEqualTo(NoTradeReason.NO_TRIGGER);
            edit(pack.resolve("triggers.drl"), "returnPct >= $p.movePctMin,", "returnPct >= $p.spikeReturnPctMin,");
            library.reload();
            assertThat(proposed(floor.onMarket(formed(features))).rulesVersion()).isNotEqualTo(before);
        }
    }

    private static void edit(Path file, String before, String after) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(before);
        Files.writeString(file, text.replace(before, after));
    }

    private static double confidence(StrategyBook book, double actual, double limit) {
        return proposed(new StrategyFloor(book, List.of(pack("one", actual, limit)))
                .onMarket(formed(features(0, 50, 50, 0.1)))).confidence();
    }

    /** A pack of one rule that always fires. */
    private static StrategyPack pack(String name, double actual, double limit) {
        return pack(name, new TriggerHit(name + ".rule", Intent.ENTER, actual, limit));
    }

    private static TriggerHit enter(String rule, Side side, double actual) {
        return new TriggerHit(rule, Intent.ENTER, side, actual, 1);
    }

    private static TriggerHit exit(String rule, Side side, double actual) {
        return new TriggerHit(rule, Intent.EXIT, side, actual, 1);
    }

    private static StrategyPack pack(String name, TriggerHit... hits) {
        return new StrategyPack() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Answer ask(StrategyContext context) {
                return new Answer(List.of(hits), "v", 4, 8, "");
            }

            @Override
            public void refresh() {
                throw new AssertionError("nothing was edited");
            }
        };
    }

    private static StrategyBook book(String... names) {
        TreeMap<String, StrategyBudget> budgets = new TreeMap<>();
        Arrays.stream(names).forEach(name -> budgets.put(name, new StrategyBudget(name, true, Percent.of("5"), 1, "")));
        return new StrategyBook(budgets);
    }

    private static Proposal proposed(StrategyOutcome outcome) {
        assertThat(outcome).isInstanceOf(StrategyOutcome.Proposed.class);
        return ((StrategyOutcome.Proposed) outcome).proposal();
    }

    private static NoTradeReason reason(StrategyOutcome outcome) {
        return ((StrategyOutcome.Idle) outcome).noTrade().reason();
    }

    private static MarketOutcome.Formed formed(Features features) {
        return new MarketOutcome.Formed(features, Structure.unknown(features.instrument(), features.openTimeMs()),
                RegimeView.unknown(1, 1));
    }

    private static Features features(double returnPct, double rsi, double rsiPrevious, double spreadPct) {
        return new Features(BTC, OPEN_MS, OPEN_MS + 60_000, 100 * FixedPoint.ONE, 100, 100, 99.9, spreadPct, spreadPct,
                rsi, rsiPrevious, 0.5, 0.5, 0, returnPct, 102, 98, -4, 0, 80);
    }

    private static Features at(Features of, long openMs) {
        return new Features(of.instrument(), openMs, openMs + 60_000, of.closeE8(), of.close(), of.emaFast(),
                of.emaSlow(),
                of.emaSpreadPct(), of.emaSpreadPctPrevious(), of.rsi14(), of.rsi14Previous(), of.atr14(), of.atrPct(),
                of.volumeZ(), of.returnPct(), of.rangeHigh(), of.rangeLow(), of.breakoutAtr(), of.zScore(),
                of.barsSinceStart());
    }
}
