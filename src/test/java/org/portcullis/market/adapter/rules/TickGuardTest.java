package org.portcullis.market.adapter.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.TickCheck;
import org.portcullis.market.TickFlag;
import org.portcullis.market.TickFlagCode;
import org.portcullis.market.TickLimits;
import org.portcullis.strategy.MarketWalks;

/** What the guard rules say to ticks. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TickGuardTest {

    private static final TickLimits LIMITS = TickLimits.from(PolicyBook.open(Path.of("rules/policy.yaml"), null)
            .current());
    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");

    private final RuleBook shipped = MarketWalks.library().base("market");
    private final TickGuardRules guard = new TickGuardRules(() -> shipped);

    @Test
    @DisplayName("S2-REQ-ST1 S2-REQ-O1 S2-D3 S2-D5 every flag is raised by its rule alone, one step over its limit")
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
    void a_clean_tick_raises_none_and_each_limit_itself_is_within() {
        assertThat(guard.judge(tick(1, 1, 2, -1, 0, 0, 0, 0, 0), LIMITS)).isEmpty();
        assertThat(guard.judge(tick(1, 1, 2, -1, 2, 5_000, 30_000, 1_000, 10), LIMITS)).isEmpty();
    }

    private TickFlagCode only(TickCheck check) {
        List<TickFlag> flags = guard.judge(check, LIMITS);
        assertThat(flags).hasSize(1);
        return flags.get(0).code();
    }

    private static TickCheck tick(double price, double quantity, int sides, double crossedBy, double spreadPct,
            long quoteAgeMs, long ageMs, long aheadMs, double deviationPct) {
        return new TickCheck(BTC, price, quantity, sides, crossedBy, spreadPct, quoteAgeMs, ageMs, aheadMs,
                deviationPct, 0, 0);
    }
}
