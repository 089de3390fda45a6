package org.portcullis.engine.rules.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.RuleFiring;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.rules.RuleLimits;
import org.portcullis.engine.rules.RuleRunFailed;
import org.portcullis.engine.rules.RuleSandbox;
import org.portcullis.engine.rules.gate.GroupGate;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.BarCheck;
import org.portcullis.market.Breakout;
import org.portcullis.market.Features;
import org.portcullis.market.MarketLimits;
import org.portcullis.market.PoolState;
import org.portcullis.market.PoolStep;
import org.portcullis.market.Regime;
import org.portcullis.market.RegimeLimits;
import org.portcullis.market.RegimeMeasures;
import org.portcullis.market.RegimeView;
import org.portcullis.market.SessionTag;
import org.portcullis.market.Structure;
import org.portcullis.market.TickCheck;
import org.portcullis.market.TickLimits;
import org.portcullis.market.VolatilityTag;
import org.portcullis.strategy.BreakoutScore;
import org.portcullis.strategy.FalseBreakoutParameters;
import org.portcullis.strategy.MomentumParameters;
import org.portcullis.strategy.PackParameters;
import org.portcullis.strategy.PoolParameters;
import org.portcullis.strategy.PoolReward;

/** The gates of the shipped rules against the engine itself: what a gate knows is what the engine fires and forms. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShippedGatesTest {

    private static final int RUNS = 6_000;
    /** Patient: on a busy machine the standard time would end honest runs. */
    private static final RuleLimits LIMITS = RuleLimits.standard()
            .within(RuleLimits.standard().firingsMax(), Duration.ofSeconds(30));
    private static final long SEED = Long.getLong("seed", 20261121);

    @Test
    @DisplayName("guards of bars: what is known without the engine is what the engine says")
    void guards_of_bars() throws Exception {
        MarketLimits limits = MarketLimits.from(PolicyBook.open(Path.of("rules/policy.yaml"), null).current());
        BarCheck clean = new BarCheck(new InstrumentId("BTCUSDT"), 100, 101, 99, 100, 99, 5, 60_000, 0, 0, 0, 0, 1, 1,
                0);
        agree("market", "market.bar_guard", limits, clean);
    }

    @Test
    @DisplayName("guards of ticks: what is known without the engine is what the engine says")
    void guards_of_ticks() throws Exception {
        TickLimits limits = TickLimits.from(PolicyBook.open(Path.of("rules/policy.yaml"), null).current());
        TickCheck clean = new TickCheck(new InstrumentId("BTCUSDT"), 100, 1, 2, -0.1, 0.01, 20, 40, -40, 0.5, 0, 0);
        agree("market", "market.tick_guard", limits, clean);
    }

    @Test
    @DisplayName("triggers of momentum-core: what is known without the engine is what the engine says")
    void triggers_of_momentum_core() throws Exception {
        MomentumParameters parameters = MomentumParameters.from(
                PackParameters.read(Path.of("rules/strategy/momentum-core/strategy.yaml")));
        Features calm = new Features(new InstrumentId("BTCUSDT"), 0, 60_000, 100, 100, 100, 100, 0.01, 0.01, 50, 50, 1,
                1, 0, 0, 101, 99, -1, 0, 100);
        agree("strategy/momentum-core", "strategy.momentum_core.triggers", parameters, calm);
    }

    @Test
    @DisplayName("regimes: what is known without the engine is what the engine says")
    void regimes() throws Exception {
        Policy policy = PolicyBook.open(Path.of("rules/policy.yaml"), null).current();
        RegimeMeasures calm = new RegimeMeasures(0.1, 1, 0.5, 100, 99, 0.5, 20, 0.3, false);
        agree("market", "market.regime", RegimeLimits.from(policy), calm);
    }

    @Test
    @DisplayName("pools: several steps and rewards at once, and what must not be there, are judged as by the engine")
    void pools() throws Exception {
        PoolParameters parameters = PoolParameters.from(
                PackParameters.read(Path.of("rules/strategy/pool-reversal/strategy.yaml")));
        agree("strategy/pool-reversal", "strategy.pool_reversal.triggers", parameters, step("a", PoolState.RECLAIMED,
                PoolState.ARMED), step("b", PoolState.RECLAIMED, PoolState.TRADE), step("c", PoolState.ARMED,
                PoolState.TRADE), new PoolReward("a", PoolState.ARMED, 9), new PoolReward("b", PoolState.TRADE, 9),
                new PoolReward("c", PoolState.TRADE, 9), OPEN, structure());
    }

    @Test
    @DisplayName("false breaks: a negated field is what the engine makes of it")
    void false_breaks() throws Exception {
        FalseBreakoutParameters parameters = FalseBreakoutParameters.from(
                PackParameters.read(Path.of("rules/strategy/false-breakout/strategy.yaml")));
        agree("strategy/false-breakout", "strategy.false_breakout.triggers", parameters,
                new BreakoutScore(1, 1, 1, 1, 1, 1, 1, 1, 90),
                new Breakout(1, 100, 0.7, 0.5, 0, 0, 2, 30, 3, 0.5, 0.5, 3, 1, 0, 1, -1));
    }

    @Test
    @DisplayName("what is no number fires no rule, however often it is asked")
    void what_is_no_number_fires_nothing() {
        MomentumParameters parameters = MomentumParameters.from(
                PackParameters.read(Path.of("rules/strategy/momentum-core/strategy.yaml")));
        double none = Double.NaN;
        Features unknown = new Features(new InstrumentId("BTCUSDT"), 0, 60_000, 100, 100, none, none, none, none, none,
                none, none, none, none, none, none, none, none, none, 100);
        try (RuleLibrary library = RuleLibrary.open(Path.of("rules"), RuleSandbox.allowing("org.portcullis."),
                LIMITS, InstantSource.system())) {
            LimitedSession session = (LimitedSession) library.base("strategy/momentum-core").ownedSession();
            for (int run = 0; run < 500; run++) {
                session.insert(parameters);
                session.insert(unknown);
                assertThat(session.fireUnchecked("strategy.momentum_core.triggers")).as("run %d", run).isZero();
                session.clear();
            }
        }
    }

    private static PoolStep step(String pool, PoolState from, PoolState to) {
        return new PoolStep(pool, new InstrumentId("BTCUSDT"), 0, from, to, "test", 1, "swing", 100, 99, 0.5, 100, 99,
                105, 0.8, 1, 3, 30, 100);
    }

    private static Structure structure() {
        double none = Double.NaN;
        return new Structure(new InstrumentId("BTCUSDT"), 0, 0, none, none, 0, 0, none, 0, 0, none, none, 0, none, none,
                none, none, 0, none, none, none, none, 0.5, 1, 0.5, List.of(), null, null, 600);
    }

    private static final RegimeView OPEN = new RegimeView(Regime.BULL, 5, 1, 1, VolatilityTag.NORMAL,
            SessionTag.LONDON, 0,
            20, 0.3, 0.5, 0, 1);

    private static void agree(String folder, String group, Record limits, Record... calm) throws Exception {
        Random random = new Random(SEED);
        try (RuleLibrary library = RuleLibrary.open(Path.of("rules"), RuleSandbox.allowing("org.portcullis."),
                LIMITS, InstantSource.system())) {
            CompiledRules rules = (CompiledRules) library.base(folder);
            int shut = 0;
            int unknown = 0;
            int fired = 0;
            for (int run = 0; run < RUNS; run++) {
                List<Object> facts = new ArrayList<>(List.of(limits));
                for (Record one : calm) {
                    facts.add(changed(one, limits, random));
                }
                GroupGate.Formed known = Objects.requireNonNull(rules.gate(group)).asked(facts);
                GroupGate.Formed engine = engine(rules, group, facts);
                assertThat(known == null || Objects.equals(inOrder(known), inOrder(engine)))
                        .as("seed %d: %s: known %s, engine %s", SEED, facts, known, engine).isTrue();
                unknown += known == null ? 1 : 0;
                fired += engine == null || !engine.rules().isEmpty() ? 1 : 0;
                shut += known != null && known.rules().isEmpty() ? 1 : 0;
            }
            assertThat(fired).isGreaterThan(RUNS / 100);
            assertThat(shut).isGreaterThan(RUNS / 100);
            assertThat(unknown).as("asked the engine").isLessThan(RUNS / 10);
        }
    }

    /** The same rules and facts in an order of their own: which of two rules comes first means nothing. */
    private static @Nullable List<String> inOrder(GroupGate.@Nullable Formed formed) {
        return formed == null ? null
                : Stream.concat(formed.rules().stream(), formed.facts().stream().map(Object::toString)).sorted()
                        .toList();
    }

    /** What the engine fires and forms without a gate before it; null when it fails. */
    private static GroupGate.@Nullable Formed engine(CompiledRules rules, String group, List<Object> facts) {
        try (LimitedSession session = (LimitedSession) rules.open(null)) {
            facts.forEach(session::insert);
            session.fireUnchecked(group);
            List<Object> formed = new ArrayList<>(session.facts(Object.class));
            formed.removeAll(facts);
            return new GroupGate.Formed(session.fired().stream().map(RuleFiring::rule).toList(), formed);
        } catch (RuleRunFailed failed) {
            return null;
        }
    }

    /** The calm fact with up to four values moved: onto a limit, a step beside it, or to no number. */
    private static Record changed(Record calm, Record limits, Random random) throws Exception {
        RecordComponent[] parts = calm.getClass().getRecordComponents();
        Object[] values = new Object[parts.length];
        Class<?>[] types = new Class<?>[parts.length];
        for (int i = 0; i < parts.length; i++) {
            types[i] = parts[i].getType();
            values[i] = parts[i].getAccessor().invoke(calm);
        }
        for (int moves = random.nextInt(5); moves > 0; moves--) {
            int at = random.nextInt(parts.length);
            double near = beside(someNumber(limits, random), random);
            values[at] = types[at] == double.class ? Double.valueOf(random.nextInt(40) == 0 ? Double.NaN : near)
                    : types[at] == long.class ? Long.valueOf((long) near)
                    : types[at] == int.class ? Integer.valueOf((int) near)
                    : types[at] == boolean.class ? Boolean.valueOf(random.nextBoolean())
                    : types[at].isEnum() ? one(types[at].getEnumConstants(), random) : values[at];
        }
        try {
            return calm.getClass().getConstructor(types).newInstance(values);
        } catch (InvocationTargetException noSuchFact) {
            return calm;
        }
    }

    /** That number, or one a step beside it: a coarse one, one within rounding, or the next one there is. */
    private static double beside(double number, Random random) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> number;
            case 2 -> number + (random.nextBoolean() ? 0.01 : -0.01);
            case 3 -> number * (random.nextBoolean() ? 1 + 1e-13 : 1 - 1e-13);
            case 4 -> Math.nextUp(number);
            default -> Math.nextDown(number);
        };
    }

    private static Object one(Object[] constants, Random random) {
        return constants[random.nextInt(constants.length)];
    }

    private static double someNumber(Record limits, Random random) throws Exception {
        RecordComponent[] parts = limits.getClass().getRecordComponents();
        return ((Number) parts[random.nextInt(parts.length)].getAccessor().invoke(limits)).doubleValue();
    }
}
