package org.portcullis.risk.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
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
import org.portcullis.risk.domain.ClosingPart;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;
import org.springframework.transaction.support.TransactionOperations;

/** Whatever prices do, no position stays open too long and no stop moves away from profit. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExitPropertyTest {

    private static final AccountId ACCOUNT = new AccountId("paper-main");
    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static final long MINUTE_MS = Bar.INTERVAL_MS;
    private static final long HOLD_MAX_MS = 2 * 60 * MINUTE_MS;
    private static final int WALKS = 300;
    private static final RiskRules RULES = RiskRules.shipped();
    private static final PolicyBook POLICY = PolicyBook.open(Path.of("rules/policy.yaml"), null);

    private final Book book = new Book();
    private final Map<InstrumentId, LastPrice> prices = new LinkedHashMap<>();
    private Held held;
    private long nowMs;
    private Percent volatility;
    private int walked;

    @AfterAll
    static void close() {
        RULES.close();
    }

    @Test
    @DisplayName("S3-15, B-E7: over random walks with gaps, restarts and late fills nothing is held past 2 h of "
            + "bars and "
            + "no stop is loosened")
    void no_walk_escapes() {
        long seed = Long.getLong("seed", 20261121);
        int exits = 0;
        int bars = 0;
        for (int walk = 0; walk < WALKS; walk++) {
            exits += walk(new Random(seed + walk), "seed " + (seed + walk));
            bars += walked;
        }
        assertThat(exits).as("exits over %s bars", bars).isGreaterThan(WALKS);
    }

    private ExitWatch watch() {
        return new ExitWatch(new ExitPorts(account -> new AccountState(ACCOUNT, Money.of("9000"), Money.ZERO,
                held == null ? List.of() : List.of(held)), account -> List.of(),
                id -> Optional.ofNullable(prices.get(id)), id -> Optional.ofNullable(volatility),
                id -> Optional.of(terms()),
                (id, atMs) -> OptionalLong.empty(), book, RULES.exits(), POLICY, strategy -> StrategyExits.NONE,
                event -> { },
                TransactionOperations.withoutTransaction()), ACCOUNT);
    }

    private int walk(Random random, String seed) {
        book.kept.clear();
        nowMs = 1_700_000_000_000L / MINUTE_MS * MINUTE_MS;
        long closeE8 = FixedPoint.parse("100");
        volatility = random.nextBoolean() ? Percent.of("0.3") : null;
        held = new Held(BTC, "test", new Quantity((1 + random.nextInt(5_000)) * 100_000L), Money.ZERO);
        held = new Held(BTC, "test", held.quantity(), new Price(closeE8).times(held.quantity(), FixedPoint.ONE));
        ExitWatch watch = watch();
        watch.filled(new PositionFilled(ACCOUNT, BTC, "test", "rule", Intent.ENTER, Side.BUY, new Price(closeE8),
                new Price(closeE8 - closeE8 / (20 + random.nextInt(400))),
                new Price(random.nextBoolean() ? closeE8 + closeE8 / (10 + random.nextInt(100)) : 0), false, nowMs));
        watch.changed(nowMs);
        long openedMs = nowMs;
        int exits = 0;
        double drift = (random.nextInt(5) - 2) * 0.0005;
        for (walked = 0; held != null; walked++) {
            nowMs += MINUTE_MS * (random.nextInt(20) == 0 ? 1 + random.nextInt(30) : 1);
            closeE8 = Math.max(1_000_000, Math.round(closeE8 * (1 + drift + random.nextGaussian() * 0.004)));
            Bar bar = bar(random, closeE8);
            prices.put(BTC, new LastPrice(new Price(closeE8), nowMs));
            Price stopBefore = book.kept.get("BTCUSDT test").stop();
            if (random.nextInt(15) == 0) {
                watch = watch();
            }
            List<Proposal> due = watch.onFrame(new MarketFrame("test", bar.openTimeMs(), 0, false, List.of(bar)));
            assertThat(watch.onFrame(new MarketFrame("test", bar.openTimeMs(), 0, false, List.of(bar))))
                    .as("%s: the same bar again", seed).extracting(Proposal::proposalId)
                    .isEqualTo(due.stream().map(Proposal::proposalId).toList());
            Protection guard = book.kept.get("BTCUSDT test");
            assertThat(guard.stop()).as("%s: the stop is never loosened", seed).isGreaterThanOrEqualTo(stopBefore);
            if (nowMs - openedMs >= HOLD_MAX_MS) {
                assertThat(due).as("%s: held for %s min", seed, (nowMs - openedMs) / MINUTE_MS).singleElement()
                        .satisfies(exit -> assertThat(exit.closeShare()).isEqualTo(Proposal.ALL));
            }
            if (bar.lowE8() <= stopBefore.e8()) {
                assertThat(due).as("%s: the stop was reached", seed).singleElement()
                        .satisfies(exit -> assertThat(exit.closeShare()).isEqualTo(Proposal.ALL));
            }
            exits += due.size();
            // an exit that the venue rejects is due again at the next bar
            if (!due.isEmpty() && random.nextInt(4) > 0) {
                sold(watch, due.get(0));
            }
        }
        assertThat(book.kept).as(seed).isEmpty();
        return exits;
    }

    private Bar bar(Random random, long closeE8) {
        long openE8 = Math.round(closeE8 * (1 + random.nextGaussian() * 0.003));
        long highE8 = Math.round(Math.max(openE8, closeE8) * (1 + Math.abs(random.nextGaussian()) * 0.002));
        long lowE8 = Math.round(Math.min(openE8, closeE8) * (1 - Math.abs(random.nextGaussian()) * 0.002));
        return new Bar(BTC, nowMs - MINUTE_MS, openE8, highE8, lowE8, closeE8, FixedPoint.ONE);
    }

    private void sold(ExitWatch watch, Proposal exit) {
        Quantity part = ClosingPart.of(held.quantity(), exit.closeShare(), terms());
        boolean closed = part.equals(held.quantity());
        Quantity left = held.quantity().minus(part);
        held = closed ? null : new Held(BTC, "test", left, new Money(FixedPoint.multiplyDivide(held.cost().e8(),
                left.e8(), held.quantity().e8(), java.math.RoundingMode.HALF_EVEN)));
        watch.filled(new PositionFilled(ACCOUNT, BTC, "test", exit.rule(), Intent.EXIT, Side.SELL,
                new Price(exit.referencePriceE8()), new Price(0), new Price(0), closed, nowMs));
        watch.changed(nowMs);
    }

    private static TradingTerms terms() {
        return new TradingTerms(BTC, "BTC", "USDT", FixedPoint.parse("0.01"), FixedPoint.parse("0.001"),
                Quantity.of("0.001"), Money.of("10"), FixedPoint.ONE, Percent.of("0.4"), Percent.of("0.6"));
    }

    private static final class Book implements ProtectionBook {

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
