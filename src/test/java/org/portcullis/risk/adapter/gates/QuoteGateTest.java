package org.portcullis.risk.adapter.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.market.Quote;
import org.portcullis.risk.AccountState;
import org.portcullis.risk.Subject;
import org.portcullis.risk.TradingTerms;
import org.portcullis.risk.domain.QuoteAge;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;

/** What the desk is told about the age of quotes. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QuoteGateTest {

    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static final long NOW_MS = 1_733_000_000_000L;
    private static final PolicyBook POLICY = PolicyBook.open(Path.of("rules/policy.yaml"), null);

    @Test
    @DisplayName("S2-REQ-ST1, S2-D5: entries are judged by the limit of decisions, exits by the absolute one")
    void entries_and_exits_have_limits_of_their_own() {
        assertThat(told(NOW_MS - 5_000, Intent.ENTER, true)).isEqualTo(new QuoteAge(true, 5_000, 5_000));
        assertThat(told(NOW_MS - 30_001, Intent.EXIT, true)).isEqualTo(new QuoteAge(true, 30_001, 30_000));
    }

    @Test
    void a_quote_that_is_not_there_is_older_than_any_limit() {
        assertThat(told(null, Intent.EXIT, true).ageMs()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void a_quote_newer_than_the_bar_that_is_judged_is_fresh() {
        assertThat(told(NOW_MS + 800, Intent.ENTER, true).ageMs()).isZero();
    }

    @Test
    void a_replay_of_bars_expects_none() {
        assertThat(told(null, Intent.ENTER, false)).isEqualTo(new QuoteAge(false, 0, 5_000));
    }

    private static QuoteAge told(@Nullable Long quotedAtMs, Intent intent, boolean expected) {
        Optional<Quote> quote = Optional.ofNullable(quotedAtMs).map(at -> new Quote(BTC, at, 99, 1, 101, 1));
        QuoteGate gate = new QuoteGate(id -> quote, POLICY, expected);
        return (QuoteAge) gate.judging(subject(intent)).get(0);
    }

    private static Subject subject(Intent intent) {
        Proposal proposal = new Proposal("p-1", "momentum-core", "rule", intent, BTC,
                intent == Intent.ENTER ? Side.BUY : Side.SELL, NOW_MS - 60_000, NOW_MS, 100 * FixedPoint.ONE,
                90 * FixedPoint.ONE, 0, 0.7, "0123456789abcdef", new TreeMap<>(Map.of("rsi", 55.5)));
        TradingTerms terms = new TradingTerms(BTC, "BTC", "USDT", 1, 1, Quantity.of("0.001"), Money.ZERO,
                FixedPoint.ONE, Percent.of("0"), Percent.of("0.6"));
        AccountId account = new AccountId("paper-main");
        return new Subject(proposal, account, NOW_MS, terms, Optional.empty(),
                new AccountState(account, Money.of("1000"), Money.ZERO, List.of()), List.of());
    }
}
