package org.portcullis.risk.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.market.Bar;
import org.portcullis.market.MarketFrame;
import org.portcullis.risk.AccountState;
import org.portcullis.risk.AccountState.Held;
import org.portcullis.risk.PriceView.LastPrice;
import org.portcullis.risk.RiskRules;
import org.portcullis.risk.TradingTerms;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;
import org.springframework.transaction.support.TransactionOperations;

/** What the watch does without asking the rules is what they would have said. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExitBandTest {

    private static final AccountId ACCOUNT = new AccountId("paper-main");
    private static final long MINUTE_MS = Bar.INTERVAL_MS;
    private static final int WALKS = 400;
    private static final int BARS = 150;
    private static final RiskRules RULES = RiskRules.shipped();
    private static final PolicyBook POLICY = PolicyBook.open(Path.of("rules/policy.yaml"), null);

    private final Map<InstrumentId, LastPrice> prices = new LinkedHashMap<>();
    private final List<Held> held = new ArrayList<>();
    private @Nullable Percent volatility;
    private OptionalLong sessionLeftMs = OptionalLong.empty();
    private StrategyExits own = StrategyExits.NONE;
    private long nowMs;
    private long bars;

    /** Counts how often the rules are asked; may hide that they are the shipped ones. */
    private static final class Counted implements ExitRules {
        private final ExitRules rules;
        private final boolean asksAlways;
        private long asked;

        Counted(ExitRules rules, boolean asksAlways) {
            this.rules = rules;
            this.asksAlways = asksAlways;
        }

        @Override
        public Said read(List<Record> facts) {
            asked++;
            return rules.read(facts);
        }

        @Override
        public @Nullable String foreseen() {
            return asksAlways ? null : rules.foreseen();
        }
    }

    @Test
    @DisplayName("B-E7: over random walks of long and short positions under random limits, exits and stops are those "
            + "of a watch that asks the rules about every bar")
    void a_watch_that_foresees_does_what_one_that_asks_does() {
        Counted foreseeing = new Counted(RULES.exits(), false);
        Counted asking = new Counted(RULES.exits(), true);
        compare(foreseeing, asking);
        assertThat(asking.asked).isEqualTo(bars);
        assertThat(foreseeing.asked).as("asked over %s looks", bars).isBetween(bars / 20, bars * 4 / 5);
    }

    @Test
    void an_edited_rule_is_asked_about_every_bar() throws Exception {
        try (RiskRules edited = RiskRules.edited(risk -> Files.writeString(risk.resolve("exits.drl"),
                Files.readString(risk.resolve("exits.drl")).replace("$position.adverse(), $position.stop()",
                        "$position.close(), $position.stop()")))) {
            Counted one = new Counted(edited.exits(), false);
            Counted other = new Counted(edited.exits(), true);
            compare(one, other);
            assertThat(one.asked).isEqualTo(other.asked).isEqualTo(bars);
        }
    }

    @Test
    void another_rule_or_one_less_makes_the_rules_unknown() throws Exception {
        assertThat(RULES.exits().foreseen()).isEqualTo(RULES.base().version());
        try (RiskRules less = RiskRules.edited(risk -> RiskRules.removeRule(risk.resolve("exits.drl"),
                "risk.exits.close-before-session-end"))) {
            assertThat(less.exits().foreseen()).isNull();
        }
        try (RiskRules more = RiskRules.edited(risk -> Files.writeString(risk.resolve("exits.drl"),
                Files.readString(risk.resolve("exits.drl")) + """

                        // A target of a session.
                        rule "risk.exits.close-at-best"
                            agenda-group "risk.exits"
                        when
                            $position : PositionFacts( targeted )
                        then
                            exits.inFavour( ExitReason.TARGET, $position.side(), $position.best(), $position.target() );
                        end
                        """))) {
            assertThat(more.exits().foreseen()).isNull();
        }
    }

    @Test
    void rules_that_are_edited_while_they_run_are_unknown_from_then_on() throws Exception {
        try (RiskRules running = RiskRules.edited(risk -> { })) {
            ExitRules exits = running.exits();
            String before = exits.foreseen();
            assertThat(before).isNotNull();
            Path file = running.folder().resolve("risk").resolve("exits.drl");
            String text = Files.readString(file);
            Files.writeString(file, text.replace("$position.adverse(), $position.stop()",
                    "$position.close(), $position.stop()"));
            running.library().reload();
            assertThat(exits.foreseen()).isNull();
            Files.writeString(file, text);
            running.library().reload();
            assertThat(exits.foreseen()).isEqualTo(before);
        }
    }

    @Test
    void other_names_and_blanks_leave_the_rules_known() throws Exception {
        try (RiskRules renamed = RiskRules.edited(risk -> Files.writeString(risk.resolve("exits.drl"),
                Files.readString(risk.resolve("exits.drl")).replace("$position", "$p").replace("( ", "(")
                        .replace("close-at-target", "close-at-aim")))) {
            assertThat(renamed.exits().foreseen()).isEqualTo(renamed.base().version())
                    .isNotEqualTo(RULES.base().version());
        }
    }

    private void compare(ExitRules one, ExitRules other) {
        long seed = Long.getLong("seed", 20261121);
        bars = 0;
        for (int walk = 0; walk < WALKS; walk++) {
            walk(new Random(seed + walk), one, other, "seed " + (seed + walk));
        }
    }

    private void walk(Random random, ExitRules one, ExitRules other, String seed) {
        own = random.nextInt(4) == 0 ? StrategyExits.NONE : new StrategyExits(new TreeMap<>(limits(random)));
        held.clear();
        prices.clear();
        nowMs = 1_700_000_000_000L / MINUTE_MS * MINUTE_MS;
        volatility = random.nextBoolean() ? Percent.of("0.3") : null;
        Map<InstrumentId, Long> closes = new LinkedHashMap<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            closes.put(new InstrumentId("COIN" + i + "USDT"), FixedPoint.parse("100"));
        }
        Books first = new Books();
        Books second = new Books();
        ExitWatch watch = watch(one, first);
        ExitWatch asked = watch(other, second);
        closes.forEach((id, closeE8) -> open(random, id, closeE8, watch, asked));
        double drift = (random.nextInt(5) - 2) * 0.0004;
        long sessionEndMs = random.nextInt(3) == 0 ? nowMs + random.nextInt(BARS) * MINUTE_MS : Long.MAX_VALUE;
        for (int i = 0; i < BARS; i++) {
            nowMs += MINUTE_MS * (random.nextInt(20) == 0 ? 1 + random.nextInt(10) : 1);
            sessionLeftMs = sessionEndMs == Long.MAX_VALUE ? OptionalLong.empty()
                    : OptionalLong.of(Math.max(0, sessionEndMs - nowMs));
            List<Bar> frame = new ArrayList<>();
            closes.replaceAll((id, closeE8) -> {
                long next = Math.max(1_000_000, Math.round(closeE8 * (1 + drift + random.nextGaussian() * 0.003)));
                frame.add(bar(random, id, next));
                prices.put(id, new LastPrice(new Price(next), nowMs));
                return next;
            });
            MarketFrame shown = new MarketFrame("test", nowMs - MINUTE_MS, 0, false, frame);
            List<Proposal> due = watch.onFrame(shown);
            assertThat(due).as("%s, bar %s", seed, i).isEqualTo(asked.onFrame(shown));
            assertThat(first.kept).as("%s, bar %s", seed, i).isEqualTo(second.kept);
            bars += held.size();
            due.forEach(exit -> sold(exit, random, watch, asked));
            if (random.nextInt(40) == 0) {
                watch.changed(nowMs);
                asked.changed(nowMs);
            }
        }
    }

    private void open(Random random, InstrumentId id, long priceE8, ExitWatch watch, ExitWatch asked) {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        Quantity quantity = new Quantity((1 + random.nextInt(5_000)) * 100_000L);
        held.add(new Held(id, "test", side, quantity, new Price(priceE8).times(quantity, FixedPoint.ONE), false));
        long stopE8 = priceE8 - side.sign() * (priceE8 / (20 + random.nextInt(400)));
        long targetE8 = random.nextBoolean() ? priceE8 + side.sign() * (priceE8 / (10 + random.nextInt(100))) : 0;
        PositionFilled fill = new PositionFilled(ACCOUNT, id, "test", "rule", Intent.ENTER, side, new Price(priceE8),
                new Price(random.nextInt(10) == 0 ? priceE8 : stopE8), new Price(targetE8), false, nowMs);
        watch.filled(fill);
        asked.filled(fill);
        if (random.nextInt(3) == 0) {
            PositionFilled part = new PositionFilled(ACCOUNT, id, "test", ExitReason.PARTIAL.rule(), Intent.EXIT,
                    side.opposite(), new Price(priceE8), new Price(0), new Price(0), false, nowMs);
            watch.filled(part);
            asked.filled(part);
        }
        watch.changed(nowMs);
        asked.changed(nowMs);
    }

    /** Sold as a whole, and another position is opened in its place. */
    private void sold(Proposal exit, Random random, ExitWatch watch, ExitWatch asked) {
        if (random.nextInt(4) > 0) {
            held.removeIf(one -> one.instrument().equals(exit.instrument()));
            PositionFilled closed = new PositionFilled(ACCOUNT, exit.instrument(), "test", exit.rule(), Intent.EXIT,
                    exit.side(), new Price(exit.referencePriceE8()), new Price(0), new Price(0), true, nowMs);
            watch.filled(closed);
            asked.filled(closed);
            open(random, exit.instrument(), exit.referencePriceE8(), watch, asked);
        }
    }

    private static Map<String, String> limits(Random random) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("part-share-pct", random.nextBoolean() ? "0" : "50");
        values.put("part-at-r", pick(random, "0.1", "1", "3"));
        values.put("break-even-at-r", pick(random, "0", "0.5", "2"));
        values.put("trail", pick(random, "none", "percent", "atr"));
        values.put("trail-from-r", pick(random, "0", "1", "4", "2"));
        values.put("loss-pct-max", pick(random, "0.5", "2", "10"));
        values.put("hold-max", pick(random, "20min", "2h", "1h", "2h"));
        values.put("stagnation-max", pick(random, "5min", "30min", "15min"));
        values.put("session-end", pick(random, "5min", "10min", "1h"));
        return values;
    }

    private static String pick(Random random, String... words) {
        return words[random.nextInt(words.length)];
    }

    private Bar bar(Random random, InstrumentId id, long closeE8) {
        long openE8 = Math.round(closeE8 * (1 + random.nextGaussian() * 0.002));
        long highE8 = Math.round(Math.max(openE8, closeE8) * (1 + Math.abs(random.nextGaussian()) * 0.001));
        long lowE8 = Math.round(Math.min(openE8, closeE8) * (1 - Math.abs(random.nextGaussian()) * 0.001));
        return new Bar(id, nowMs - MINUTE_MS, openE8, highE8, lowE8, closeE8, FixedPoint.ONE);
    }

    private ExitWatch watch(ExitRules rules, Books book) {
        return new ExitWatch(new ExitPorts(account -> new AccountState(ACCOUNT, Money.of("30000"), Money.ZERO,
                List.copyOf(held)), account -> List.of(), id -> Optional.ofNullable(prices.get(id)),
                id -> Optional.ofNullable(volatility), id -> Optional.of(terms(id)), (id, atMs) -> sessionLeftMs,
                book, rules, POLICY, strategy -> own, event -> { }, TransactionOperations.withoutTransaction()),
                ACCOUNT);
    }

    private static TradingTerms terms(InstrumentId id) {
        return new TradingTerms(id, "COIN", "USDT", FixedPoint.parse("0.01"), FixedPoint.parse("0.001"),
                Quantity.of("0.001"), Money.of("10"), FixedPoint.ONE, Percent.of("0.1"), Percent.of("0.1"));
    }

    private static final class Books implements ProtectionBook {

        private final Map<String, Protection> kept = new LinkedHashMap<>();

        @Override
        public List<Protection> all(AccountId account) {
            return new ArrayList<>(kept.values());
        }

        @Override
        public Optional<Protection> find(AccountId account, InstrumentId instrument, String strategy) {
            return Optional.ofNullable(kept.get(instrument + " " + strategy));
        }

        @Override
        public void keep(Protection protection) {
            kept.put(protection.instrument() + " " + protection.strategy(), protection);
        }

        @Override
        public void remove(AccountId account, InstrumentId instrument, String strategy) {
            kept.remove(instrument + " " + strategy);
        }
    }
}
