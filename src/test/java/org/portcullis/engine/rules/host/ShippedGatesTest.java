package org.portcullis.engine.rules.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.rules.RuleLimits;
import org.portcullis.engine.rules.RuleRunFailed;
import org.portcullis.engine.rules.RuleSandbox;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.BarCheck;
import org.portcullis.market.Features;
import org.portcullis.market.MarketLimits;
import org.portcullis.strategy.MomentumParameters;
import org.portcullis.strategy.PackParameters;

/** The gates of the shipped rules against the engine itself: where the gate says no, the engine fires nothing. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShippedGatesTest {

    private static final int RUNS = 20_000;
    private static final long SEED = Long.getLong("seed", 20261121);

    @Test
    @DisplayName("guards of bars: a shut gate never hides a rule that would have fired")
    void guards_of_bars() throws Exception {
        MarketLimits limits = MarketLimits.from(PolicyBook.open(Path.of("rules/policy.yaml"), null).current());
        BarCheck clean = new BarCheck(new InstrumentId("BTCUSDT"), 100, 101, 99, 100, 99, 5, 60_000, 0, 0, 0, 0, 1, 1,
                0);
        agree("market", "market.bar_guard", limits, clean);
    }

    @Test
    @DisplayName("triggers of momentum-core: a shut gate never hides a rule that would have fired")
    void triggers_of_momentum_core() throws Exception {
        MomentumParameters parameters = MomentumParameters.from(
                PackParameters.read(Path.of("rules/strategy/momentum-core/strategy.yaml")));
        Features calm = new Features(new InstrumentId("BTCUSDT"), 0, 60_000, 100, 100, 100, 100, 0.01, 0.01, 50, 50, 1,
                1, 0, 0, 101, 99, -1, 0, 100);
        agree("strategy/momentum-core", "strategy.momentum_core.triggers", parameters, calm);
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
                RuleLimits.standard(), InstantSource.system())) {
            LimitedSession session = (LimitedSession) library.base("strategy/momentum-core").ownedSession();
            for (int run = 0; run < 500; run++) {
                session.insert(parameters);
                session.insert(unknown);
                assertThat(session.fireUnchecked("strategy.momentum_core.triggers")).as("run %d", run).isZero();
                session.clear();
            }
        }
    }

    private static void agree(String folder, String group, Record limits, Record calm) throws Exception {
        Random random = new Random(SEED);
        try (RuleLibrary library = RuleLibrary.open(Path.of("rules"), RuleSandbox.allowing("org.portcullis."),
                RuleLimits.standard(), InstantSource.system())) {
            CompiledRules rules = (CompiledRules) library.base(folder);
            int shut = 0;
            int fired = 0;
            for (int run = 0; run < RUNS; run++) {
                Record seen = changed(calm, limits, random);
                boolean may = rules.mayFire(group, List.of(limits, seen));
                boolean fires = fires(rules, group, limits, seen);
                assertThat(may || !fires).as("seed %d: %s %s fires", SEED, limits, seen).isTrue();
                shut += may ? 0 : 1;
                fired += fires ? 1 : 0;
            }
            assertThat(fired).isGreaterThan(RUNS / 100);
            assertThat(shut).isGreaterThan(RUNS / 100);
        }
    }

    /** Whether the engine fires, or fails, without a gate before it. */
    private static boolean fires(CompiledRules rules, String group, Record limits, Record seen) {
        try (LimitedSession session = (LimitedSession) rules.open(null)) {
            session.insert(limits);
            session.insert(seen);
            return session.fireUnchecked(group) > 0;
        } catch (RuleRunFailed failed) {
            return true;
        }
    }

    /** The calm fact with up to four values moved: onto a limit, one step beside it, or to no number. */
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
            double near = someNumber(limits, random) + (random.nextInt(3) - 1) * 0.01;
            values[at] = types[at] == double.class ? Double.valueOf(random.nextInt(40) == 0 ? Double.NaN : near)
                    : types[at] == long.class ? Long.valueOf((long) near)
                    : types[at] == int.class ? Integer.valueOf((int) near) : values[at];
        }
        return calm.getClass().getConstructor(types).newInstance(values);
    }

    private static double someNumber(Record limits, Random random) throws Exception {
        RecordComponent[] parts = limits.getClass().getRecordComponents();
        return ((Number) parts[random.nextInt(parts.length)].getAccessor().invoke(limits)).doubleValue();
    }
}
