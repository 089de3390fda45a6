package org.portcullis.risk.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.risk.RiskRules;
import org.portcullis.risk.domain.breaker.BarAge;
import org.portcullis.risk.domain.breaker.CrashRegime;
import org.portcullis.risk.domain.breaker.CrashShare;
import org.portcullis.risk.domain.breaker.DayResult;
import org.portcullis.risk.domain.breaker.Drawdown;
import org.portcullis.risk.domain.breaker.FeeShare;
import org.portcullis.risk.domain.breaker.LiquidityShare;
import org.portcullis.risk.domain.breaker.LosingStreak;
import org.portcullis.risk.domain.breaker.LossLimits;
import org.portcullis.risk.domain.breaker.LossRate;
import org.portcullis.risk.domain.breaker.SlippageRatio;
import org.portcullis.risk.domain.breaker.WeekResult;

/** What is called short of its limit trips nothing when the shipped rules are asked. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MeasuresTest {

    private static final RiskRules RULES = RiskRules.shipped();
    private static final Set<Breaker> NONE = EnumSet.noneOf(Breaker.class);

    @Test
    @DisplayName("S4-M10: of random measures on, below and above their limits exactly those are short that the shipped "
            + "rules compare and do not trip")
    void short_of_the_limits_is_what_the_rules_do_not_trip() {
        long seed = Long.getLong("seed", 20261121);
        Random random = new Random(seed);
        int few = 0;
        for (int i = 0; i < 20_000; i++) {
            List<Record> facts = facts(random);
            Set<Breaker> expected = EnumSet.noneOf(Breaker.class);
            for (int j = random.nextInt(3); j > 0; j--) {
                expected.add(Breaker.values()[random.nextInt(Breaker.values().length)]);
            }
            List<Reading> readings = RULES.tripping().read(facts);
            Set<Breaker> compared = readings.stream().map(Reading::breaker).collect(Collectors.toSet());
            boolean quiet = readings.stream().noneMatch(Reading::trips) && compared.containsAll(expected);
            boolean all = facts.stream().noneMatch(BarAge.class::isInstance) && complete(facts);
            long reached = Measures.reached(facts, expected);
            assertThat(reached == 0).as("seed %s, %s, %s", seed, facts, expected).isEqualTo(quiet && all);
            assertThat(reached).as("seed %s, %s, %s", seed, facts, expected).isEqualTo(
                    !all || !compared.containsAll(expected) ? Measures.UNKNOWN : readings.stream()
                            .filter(Reading::trips).mapToLong(reading -> Measures.bit(reading.breaker()))
                            .reduce(0, (one, other) -> one | other));
            few += quiet && all ? 1 : 0;
        }
        assertThat(few).isBetween(2_000, 18_000);
    }

    @Test
    void on_its_limit_a_loss_is_not_short_and_a_trace_before_it_is() {
        LossLimits limits = new LossLimits(Money.of("100"), Percent.of("3"), Percent.of("5"), Percent.of("10"), 4);
        assertThat(Measures.reached(List.of(new Drawdown(Money.of("100"), Money.of("90")), limits), NONE))
                .isEqualTo(Measures.bit(Breaker.DRAWDOWN));
        assertThat(Measures.reached(List.of(new Drawdown(Money.of("100"), Money.of("90.00000001")), limits), NONE))
                .isZero();
        assertThat(Measures.reached(List.of(new SlippageRatio(3, 3)), NONE)).isZero();
        assertThat(Measures.reached(List.of(new SlippageRatio(4, 3)), NONE))
                .isEqualTo(Measures.bit(Breaker.SLIPPAGE));
    }

    @Test
    void an_edited_tripping_rule_is_asked_about_everything() throws Exception {
        assertThat(RULES.tripping().foreseen()).isTrue();
        try (RiskRules edited = RiskRules.edited(risk -> Files.writeString(risk.resolve("tripping.drl"),
                Files.readString(risk.resolve("tripping.drl")).replace("$fees.pct(), $fees.pctMax()",
                        "$fees.pctMax(), $fees.pctMax()")))) {
            assertThat(edited.tripping().foreseen()).isFalse();
        }
    }

    /** Without the limits of losses the rules of losses compare nothing. */
    private static boolean complete(List<Record> facts) {
        return facts.stream().anyMatch(LossLimits.class::isInstance) || facts.stream().noneMatch(fact ->
                fact instanceof Drawdown || fact instanceof DayResult || fact instanceof WeekResult
                        || fact instanceof LosingStreak);
    }

    private static List<Record> facts(Random random) {
        List<Record> facts = new ArrayList<>();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            Record fact = fact(random, random.nextInt(11));
            if (facts.stream().noneMatch(other -> other.getClass() == fact.getClass())) {
                facts.add(fact);
            }
        }
        if (random.nextInt(5) > 0) {
            facts.add(new LossLimits(money(random, 60), percent(random), percent(random), percent(random),
                    1 + random.nextInt(4)));
        }
        return facts;
    }

    private static Record fact(Random random, int kind) {
        return switch (kind) {
            case 0 -> new Drawdown(money(random, 100), money(random, 100));
            case 1 -> new DayResult(money(random, 60).minus(money(random, 60)), money(random, 100));
            case 2 -> new WeekResult(money(random, 60).minus(money(random, 60)), money(random, 100));
            case 3 -> new LosingStreak(random.nextInt(5));
            case 4 -> new LossRate(money(random, 100), money(random, 100), percent(random));
            case 5 -> new FeeShare(money(random, 60).minus(money(random, 30)), money(random, 100), percent(random));
            case 6 -> new SlippageRatio(random.nextInt(5), random.nextInt(5));
            case 7 -> new LiquidityShare(percent(random), percent(random));
            case 8 -> new CrashRegime(random.nextInt(5), random.nextInt(5));
            case 9 -> new CrashShare(percent(random), percent(random));
            default -> new BarAge(random.nextInt(5), random.nextInt(5));
        };
    }

    private static Money money(Random random, int below) {
        return Money.of(Integer.toString(random.nextInt(below)));
    }

    private static Percent percent(Random random) {
        return Percent.of(Integer.toString(random.nextInt(101)));
    }
}
