package org.portcullis.market.adapter.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.engine.rules.RuleRecorder;
import org.portcullis.engine.rules.RuleRun;
import org.portcullis.engine.rules.RuleText;
import org.portcullis.engine.rules.TriggerSession;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.TickCheck;
import org.portcullis.market.TickFlag;
import org.portcullis.market.TickFlagCode;
import org.portcullis.market.TickLimits;
import org.portcullis.market.domain.bars.TickGate;
import org.portcullis.strategy.MarketWalks;

/** The gate in front of the guard rules on ticks never lets through what they would flag. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TickGuardTest {

    private static final int TICKS = 20_000;
    private static final TickLimits LIMITS = TickLimits.from(PolicyBook.open(Path.of("rules/policy.yaml"), null)
            .current());
    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");

    private final RuleBook shipped = MarketWalks.library().base("market");
    private final TickGuardRules guard = new TickGuardRules(() -> shipped);

    @Test
    @DisplayName("S2-REQ-ST1 S2-REQ-O1 S2-D3 S2-D5 whenever the gate says clean, the rules raise no flag")
    void whenever_the_gate_says_clean_the_rules_raise_no_flag() {
        Random random = new Random(Long.getLong("seed", 42L));
        int clean = 0;
        int flagged = 0;
        for (int i = 0; i < TICKS; i++) {
            TickCheck check = around(random);
            List<TickFlag> flags = guard.judgeByRules(check, LIMITS);
            boolean gate = TickGate.clean(check, LIMITS);
            assertThat(gate && !flags.isEmpty()).as("seed %s, tick %d: %s was let through, rules say %s",
                    Long.getLong("seed", 42L), i, check, flags).isFalse();
            assertThat(guard.judge(check, LIMITS)).isEqualTo(flags);
            clean += gate ? 1 : 0;
            flagged += flags.isEmpty() ? 0 : 1;
        }
        assertThat(clean).as("ticks that the rules need not see").isGreaterThan(TICKS / 10);
        assertThat(flagged).isGreaterThan(TICKS / 10);
    }

    @Test
    void every_flag_was_raised_by_its_rule_alone() {
        assertThat(only(tick(0, 1, 2, -1, 0, 0, 0, 0, 0))).isEqualTo(TickFlagCode.PRICE_NOT_POSITIVE);
        assertThat(only(tick(1, 0, 2, -1, 0, 0, 0, 0, 0))).isEqualTo(TickFlagCode.QUANTITY_NOT_POSITIVE);
        assertThat(only(tick(1, 1, 1, -1, 0, 0, 0, 0, 0))).isEqualTo(TickFlagCode.PARTIAL_QUOTE);
        assertThat(only(tick(1, 1, 2, 0, 0, 0, 0, 0, 0))).isEqualTo(TickFlagCode.CROSSED_QUOTE);
        assertThat(only(tick(1, 1, 2, -1, 2.001, 0, 0, 0, 0))).isEqualTo(TickFlagCode.SPREAD_WIDE);
        assertThat(only(tick(1, 1, 2, -1, 0, 5_001, 5_001, -5_001, 0))).isEqualTo(TickFlagCode.QUOTE_STALE);
        assertThat(only(tick(1, 1, 2, -1, 0, 0, 30_001, -30_001, 0))).isEqualTo(TickFlagCode.TIME_FROM_PAST);
        assertThat(only(tick(1, 1, 2, -1, 0, 0, -1_001, 1_001, 0))).isEqualTo(TickFlagCode.TIME_FROM_FUTURE);
        assertThat(only(tick(1, 1, 2, -1, 0, 0, 0, 0, 10.001))).isEqualTo(TickFlagCode.OUTLIER);
    }

    @Test
    void the_gate_is_proven_against_the_shipped_rules() {
        assertThat(TickGuardRules.textOf(shipped)).as("tick-guard.drl was changed: see that TickGate still says no less"
                + " than the rules, then put this into TickGuardRules.PROVEN_RULES")
                .isEqualTo(TickGuardRules.PROVEN_RULES);
        assertThat(guard.gateApplies()).isTrue();
    }

    @Test
    void an_edited_rule_switches_the_gate_off() {
        TickGuardRules edited = new TickGuardRules(() -> new Edited(shipped));
        assertThat(edited.gateApplies()).isFalse();
        assertThat(edited.judge(tick(1, 1, 2, -1, 0, 0, 0, 0, 0), LIMITS)).isEmpty();
    }

    @Test
    void what_is_no_number_is_never_clean() {
        assertThat(TickGate.clean(tick(1, 1, 2, -1, 0, 0, 0, 0, 0), LIMITS)).isTrue();
        assertThat(TickGate.clean(tick(Double.NaN, 1, 2, -1, 0, 0, 0, 0, 0), LIMITS)).isFalse();
        assertThat(TickGate.clean(tick(1, Double.NaN, 2, -1, 0, 0, 0, 0, 0), LIMITS)).isFalse();
        assertThat(TickGate.clean(tick(1, 1, 2, Double.NaN, 0, 0, 0, 0, 0), LIMITS)).isFalse();
        assertThat(TickGate.clean(tick(1, 1, 2, -1, Double.NaN, 0, 0, 0, 0), LIMITS)).isFalse();
        assertThat(TickGate.clean(tick(1, 1, 2, -1, 0, 0, 0, 0, Double.NaN), LIMITS)).isFalse();
    }

    private TickFlagCode only(TickCheck check) {
        List<TickFlag> flags = guard.judge(check, LIMITS);
        assertThat(flags).hasSize(1);
        return flags.get(0).code();
    }

    /** Mostly ordinary values, otherwise exactly on a limit or one step to either side. */
    private static TickCheck around(Random random) {
        long age = near(random, LIMITS.ageMsMax(), 40);
        if (random.nextInt(4) == 0) {
            age = -near(random, LIMITS.aheadMsMax(), 0);
        }
        return new TickCheck(BTC, near(random, LIMITS.priceMin(), 100), near(random, LIMITS.quantityMin(), 1),
                (int) near(random, (long) LIMITS.sidesMin(), 2), near(random, LIMITS.crossedByMin(), -0.1),
                near(random, LIMITS.spreadPctMax(), 0.01), near(random, LIMITS.quoteAgeMsMax(), 20), age, -age,
                near(random, LIMITS.deviationPctMax(), 0.5), near(random, LIMITS.confirmingVolumeRatioMin(), 0),
                (int) near(random, (long) LIMITS.agreeingTicksMax(), 0));
    }

    private static double near(Random random, double limit, double ordinary) {
        return switch (random.nextInt(24)) {
            case 0 -> limit;
            case 1 -> Math.nextUp(limit);
            case 2 -> Math.nextDown(limit);
            default -> ordinary;
        };
    }

    private static long near(Random random, long limit, long ordinary) {
        int step = random.nextInt(24);
        return step < 3 ? limit + step - 1 : ordinary;
    }

    private static TickCheck tick(double price, double quantity, int sides, double crossedBy, double spreadPct,
            long quoteAgeMs, long ageMs, long aheadMs, double deviationPct) {
        return new TickCheck(BTC, price, quantity, sides, crossedBy, spreadPct, quoteAgeMs, ageMs, aheadMs,
                deviationPct, 0, 0);
    }

    /** The same rules as if somebody had changed a word in one of them. */
    private record Edited(RuleBook inside) implements RuleBook {

        @Override
        public String folder() {
            return inside.folder();
        }

        @Override
        public String version() {
            return inside.version() + "-edited";
        }

        @Override
        public List<RuleText> rules() {
            return inside.rules().stream().map(rule -> new RuleText(rule.name(), rule.agendaGroup(), rule.file(),
                    rule.line(), rule.comment(), rule.source().replace("deviationPct >", "deviationPct >="))).toList();
        }

        @Override
        public RuleRun open(@org.jspecify.annotations.Nullable RuleRecorder recorder) {
            return inside.open(recorder);
        }

        @Override
        public TriggerSession ownedSession() {
            return inside.ownedSession();
        }
    }
}
