package org.portcullis.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.risk.DeskScene.ADA;
import static org.portcullis.risk.DeskScene.BTC;
import static org.portcullis.risk.DeskScene.ETH;
import static org.portcullis.risk.DeskScene.NOW_MS;
import static org.portcullis.risk.DeskScene.SOL;
import static org.portcullis.risk.DeskScene.policy;
import static org.portcullis.risk.DeskScene.proposal;
import static org.portcullis.risk.DeskScene.terms;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.market.Listing.Kind;
import org.portcullis.risk.AccountState.Held;
import org.portcullis.risk.Cooldowns.Remaining;
import org.portcullis.risk.DecidedOrders.Decided;
import org.portcullis.risk.PendingView.Pending;
import org.portcullis.risk.PriceView.LastPrice;
import org.portcullis.risk.PriceWindow.PriceRange;
import org.portcullis.risk.domain.exposure.ThemeBook;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;
import org.portcullis.strategy.StrategyBudget;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RiskDeskPropertyTest {

    private static final int STATES = 10_000;
    private static final List<InstrumentId> INSTRUMENTS = List.of(BTC, ETH, SOL, ADA);

    @Test
    @DisplayName("S2-REQ-E1 S2-REQ-E2 S2-REQ-U2 S2-REQ-STR3 S2-REQ-R1 S1-16 S1-19 S3-14 SX-03 S2-OM4 B-R4 B-R6 B-R9 "
            + "B-R10 B-R12 B-R15: "
            + "in 10,000 random states rules and a plain second judge agree")
    void in_random_states_rules_and_a_plain_second_judge_agree() {
        long seed = Long.getLong("seed", 20261121L);
        Random random = new Random(seed);
        List<PolicyBook> policies = policies(random);
        Map<ReasonCode, Integer> seen = new EnumMap<>(ReasonCode.class);
        int approved = 0;
        int shorts = 0;
        int covered = 0;
        try (RiskRules rules = RiskRules.shipped()) {
            for (int state = 0; state < STATES; state++) {
                PolicyBook policy = policies.get(random.nextInt(policies.size()));
                DeskScene scene = scene(random);
                Proposal proposal = draw(random, scene);
                if (pick(random, 15)) {
                    scene.decided.add(new BruteJudge(scene, proposal, policy.current())
                            .twin(NOW_MS - random.nextInt(60_000)));
                }
                Verdict verdict = scene.desk(policy, rules.gates()).judge(proposal, DeskScene.ACCOUNT, NOW_MS);
                BruteJudge brute = new BruteJudge(scene, proposal, policy.current());
                String what = "seed " + seed + " state " + state + " " + proposal + " " + verdict.decision();
                assertThat(BigDecimal.valueOf(verdict.decision().quantity().e8(), 8)).as(what)
                        .isEqualByComparingTo(brute.size());
                assertThat(verdict.reasons()).as(what).isEqualTo(brute.reasons());
                approved += verdict instanceof Verdict.Approved ? 1 : 0;
                boolean entry = proposal.intent() == Intent.ENTER;
                shorts += verdict instanceof Verdict.Approved && entry && proposal.side() == Side.SELL ? 1 : 0;
                covered += verdict instanceof Verdict.Approved && !entry && proposal.side() == Side.BUY ? 1 : 0;
                verdict.reasons().forEach(reason -> seen.merge(reason, 1, Integer::sum));
            }
        }
        assertThat(approved).as("seed %s: approvals", seed).isGreaterThan(STATES / 30);
        assertThat(seen.keySet()).as("seed %s: every reason occurs", seed).contains(ReasonCode.KILL_SWITCH_ON,
                ReasonCode.MODE_NOT_TRADING, ReasonCode.MARK_STALE, ReasonCode.MARK_MISSING, ReasonCode.POSITIONS_FULL,
                ReasonCode.EXPOSURE_TOTAL_EXCEEDED, ReasonCode.EXPOSURE_ASSET_EXCEEDED, ReasonCode.POSITION_TOO_LARGE,
                ReasonCode.TRADE_RISK_TOO_LARGE, ReasonCode.COOLING_DOWN, ReasonCode.CASH_SHORT,
                ReasonCode.BELOW_MINIMUM,
                ReasonCode.NOTHING_TO_CLOSE, ReasonCode.PERSON_ASKED, ReasonCode.SHORT_NOT_PERMITTED,
                ReasonCode.STOP_INVALID, ReasonCode.STRATEGY_NOT_LISTED, ReasonCode.STRATEGY_CYCLE_FULL,
                ReasonCode.EXPOSURE_STRATEGY_EXCEEDED, ReasonCode.EXPOSURE_THEME_EXCEEDED,
                ReasonCode.EXPOSURE_THEME_HIGH, ReasonCode.EXPOSURE_VENUE_EXCEEDED,
                ReasonCode.EXPOSURE_GROSS_EXCEEDED, ReasonCode.EXPOSURE_NET_EXCEEDED,
                ReasonCode.ORDER_VALUE_TOO_LARGE, ReasonCode.ORDER_VALUE_HIGH, ReasonCode.ORDER_QUANTITY_TOO_LARGE,
                ReasonCode.PRICE_OUTSIDE_COLLAR, ReasonCode.PRICE_FAR, ReasonCode.PRICE_OUTSIDE_WINDOW,
                ReasonCode.ORDER_RATE_TOO_HIGH, ReasonCode.ORDER_DUPLICATE, ReasonCode.EXIT_ABSURD,
                ReasonCode.POSITION_OPPOSITE, ReasonCode.UNIVERSE_NOT_JUDGED, ReasonCode.UNIVERSE_UNKNOWN,
                ReasonCode.UNIVERSE_BANNED, ReasonCode.UNIVERSE_OUT, ReasonCode.BOOK_MISSING, ReasonCode.SPREAD_WIDE,
                ReasonCode.BOOK_THIN, ReasonCode.SLIPPAGE_HIGH, ReasonCode.MESSAGES_PER_FILL_TOO_MANY,
                ReasonCode.MESSAGES_PER_FILL_HIGH);
        assertThat(shorts).as("seed %s: short sales approved", seed).isGreaterThan(STATES / 400);
        assertThat(covered).as("seed %s: short positions closed", seed).isGreaterThan(STATES / 500);
    }

    static List<PolicyBook> policies(Random random) {
        return java.util.stream.IntStream.range(0, 60).mapToObj(number -> policy(Stream.concat(
                RandomMarket.limits(random).stream(), Stream.of(
                "order.gating", List.of("none", "over-notional", "all").get(random.nextInt(3)),
                "order.gating-notional", percent(random, 900),
                "risk.positions-max", Integer.toString(random.nextInt(6)),
                "risk.exposure-total-pct-max", percent(random, 60),
                "risk.exposure-asset-pct-max", percent(random, 40),
                "risk.position-pct-max", percent(random, 40),
                "risk.trade-risk-pct-max", percent(random, 3),
                "risk.exposure-theme-pct-max", seldom(random, 40, "100"),
                "risk.exposure-theme-pct-ask", seldom(random, 40, "100"),
                "risk.exposure-theme-other-pct-max", seldom(random, 40, "100"),
                "risk.exposure-venue-pct-max", seldom(random, 60, "100"),
                "risk.exposure-gross-pct-max", seldom(random, 80, "200"),
                "risk.exposure-net-pct-max", seldom(random, 60, "200"),
                "orders.value-max", pick(random, 6) ? percent(random, 12) : seldom(random, 3_000, "50000"),
                "orders.value-ask", seldom(random, 3_000, "50000"),
                "orders.exit-value-max", Integer.toString(1 + random.nextInt(4_000)),
                "orders.quantity-max-spot", seldom(random, 60, "10000"), "orders.quantity-max-future",
                seldom(random, 30, "10000"),
                "orders.quantity-max-perpetual", seldom(random, 60, "10000"),
                "orders.collar-pct-max", seldom(random, 6, "100"),
                "orders.collar-pct-ask", seldom(random, 6, "100"),
                "orders.collar-window-pct-max", seldom(random, 3, "100"),
                "orders.per-second-max", Integer.toString(1 + random.nextInt(6)),
                "orders.per-minute-max", Integer.toString(1 + random.nextInt(9)),
                "risk.breaker.repeated-execution.max", Integer.toString(1 + random.nextInt(6)),
                "orders.duplicate-window", random.nextInt(60) + "s",
                "risk.short-selling", Boolean.toString(!pick(random, 8)),
                "risk.mark-age-max", (1 + random.nextInt(120)) + "s")).toArray(String[]::new))).toList();
    }

    static DeskScene scene(Random random) {
        DeskScene scene = new DeskScene();
        scene.cash = new Money(pick(random, 6) ? random.nextInt(1_000_000) : nextE8(random, 20_000));
        scene.killOn = pick(random, 12);
        scene.mode = pick(random, 12) ? Mode.DRY_RUN : pick(random, 2) ? Mode.PAPER : Mode.LIVE;
        scene.remaining = new Remaining(rest(random), rest(random), rest(random));
        use(random, scene);
        for (InstrumentId instrument : INSTRUMENTS) {
            scene.venues.put(instrument, pick(random, 2) ? "binance-spot" : "coinbase-spot");
            if (pick(random, 20)) {
                scene.venues.remove(instrument);
            }
            scene.terms.put(instrument, margin(random, terms(instrument, "0.0" + (1 + random.nextInt(9)),
                    "0.00" + (1 + random.nextInt(9)),
                    "0.0" + (1 + random.nextInt(9)), Integer.toString(random.nextInt(12)),
                    pick(random, 3) ? "2" : "1", "0." + random.nextInt(10))));
            scene.prices.put(instrument, new LastPrice(new Price(1 + nextE8(random, 300)),
                    NOW_MS - (pick(random, 10) ? random.nextInt(200_000) : 0)));
            scene.kinds.put(instrument, Kind.values()[random.nextInt(3)]);
            if (pick(random, 40)) {
                scene.kinds.remove(instrument);
            }
            if (pick(random, 2)) {
                long lastE8 = scene.prices.get(instrument).price().e8();
                scene.ranges.put(instrument, new PriceRange(new Price(1 + (long) (lastE8 * (0.9 + random.nextDouble()
                        / 10.5))), new Price(1 + (long) (lastE8 * (1 + random.nextDouble() / 10)))));
            }
            if (pick(random, 25)) {
                scene.prices.remove(instrument);
            }
            if (pick(random, 4)) {
                long quantityE8 = pick(random, 10) ? 1 + random.nextInt(4_000_000) : 1 + nextE8(random, 8);
                scene.held.add(new Held(instrument, strategy(random), pick(random, 3) ? Side.SELL : Side.BUY,
                        new Quantity(quantityE8), new Money(nextE8(random, 2_000)),
                        scene.terms.get(instrument).onMargin()));
            }
            if (pick(random, 5)) {
                scene.pending.add(new Pending("other-" + instrument, instrument, DeskScene.STRATEGY,
                        pick(random, 3) ? Side.SELL : Side.BUY, new Quantity(nextE8(random, 5)),
                        new Money(nextE8(random, 1_500)), pick(random, 2)));
            }
        }
        RandomMarket.around(random, scene);
        return scene;
    }

    /** Budgets, entries already let pass, and themes that overlap, hold one asset or do not name it. */
    private static void use(Random random, DeskScene scene) {
        scene.budgets.put(DeskScene.STRATEGY, new StrategyBudget(DeskScene.STRATEGY, true,
                Percent.of(seldom(random, 60, "100")), random.nextInt(8), "for a test",
                pick(random, 10) ? Set.of() : Set.of("may-short")));
        if (pick(random, 30)) {
            scene.budgets.clear();
        }
        for (int past = random.nextInt(4); past > 0; past--) {
            long openMs = NOW_MS - 60_000 * random.nextInt(3);
            scene.decided.add(new Decided(pick(random, 8) ? "p-1" : "past-" + past, strategy(random),
                    pick(random, 4) ? Intent.EXIT : Intent.ENTER, BTC, Side.BUY, new Quantity(1), new Price(1), openMs,
                    openMs + 60_000));
        }
        Map<String, Set<String>> themes = new TreeMap<>();
        themes.put("L1", pick(random, 2) ? Set.of("BTC", "ETH") : Set.of("ETH", "SOL"));
        themes.put("payments", pick(random, 2) ? Set.of("BTC", "SOL") : Set.of("SOL"));
        scene.themes = new ThemeBook(new TreeMap<>(themes));
    }

    static Proposal draw(Random random, DeskScene scene) {
        InstrumentId instrument = INSTRUMENTS.get(random.nextInt(INSTRUMENTS.size()));
        boolean enter = !pick(random, 5);
        boolean holdsShort = scene.held.stream().anyMatch(held -> held.instrument().equals(instrument)
                && held.strategy().equals(DeskScene.STRATEGY) && held.side() == Side.SELL);
        Side natural = enter ? pick(random, 4) ? Side.SELL : Side.BUY : holdsShort ? Side.BUY : Side.SELL;
        Side side = pick(random, 20) ? natural.opposite() : natural;
        LastPrice last = scene.prices.get(instrument);
        long priceE8 = 5 * FixedPoint.ONE + nextE8(random, 200);
        if (last != null && last.price().e8() > 6 * FixedPoint.ONE && !pick(random, 5)) {
            priceE8 = (long) (last.price().e8() * (0.96 + random.nextDouble() * 0.08));
        }
        long stopE8 = switch (random.nextInt(12)) {
            case 0 -> 0;
            case 1 -> priceE8 + random.nextInt(2_000_000);
            case 2 -> priceE8 - 1 - random.nextInt(12_000_000);
            default -> (long) (priceE8 * (side == Side.SELL
                    ? 1 + random.nextDouble() / 2 : 0.5 + random.nextDouble() / 2));
        };
        return proposal("p-1", enter ? Intent.ENTER : Intent.EXIT, side, instrument, priceE8, stopE8);
    }

    /** Some instruments trade on margin, and at some venues the strategy may sell short. */
    private static TradingTerms margin(Random random, TradingTerms paid) {
        boolean margin = pick(random, 3);
        return new TradingTerms(paid.instrument(), paid.asset(), paid.currency(), paid.tickE8(), paid.lotE8(),
                paid.minimumQuantity(), paid.minimumNotional(), paid.multiplierE8(), paid.makerFee(), paid.takerFee(),
                pick(random, 8) ? "never-short" : "may-short", margin,
                margin ? new Percent(nextE8(random, 60)) : new Percent(0));
    }

    private static String strategy(Random random) {
        return pick(random, 3) ? "another" : DeskScene.STRATEGY;
    }

    private static long rest(Random random) {
        return pick(random, 25) ? 1 + random.nextInt(60_000) : 0;
    }

    /** A limit that mostly permits everything, so that the others decide too. */
    private static String seldom(Random random, int most, String wide) {
        return pick(random, 5) ? percent(random, most) : wide;
    }

    private static String percent(Random random, int most) {
        return FixedPoint.format(nextE8(random, most));
    }

    private static long nextE8(Random random, int most) {
        return (long) (random.nextDouble() * most * FixedPoint.ONE);
    }

    private static boolean pick(Random random, int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}
