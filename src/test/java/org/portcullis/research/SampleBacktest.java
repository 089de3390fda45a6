package org.portcullis.research;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;

/** Backtests for tests: made by hand from a few figures, or drawn from a seed. */
public final class SampleBacktest {

    public static final long MINUTE_MS = 60_000;
    public static final long DAY_MS = 1440 * MINUTE_MS;
    /** 2026-01-05 00:00 UTC. */
    public static final long FROM_MS = 1_767_571_200_000L;

    private SampleBacktest() {
    }

    public static BacktestTerms terms(String cash, long toMs) {
        return new BacktestTerms(42, "da7a", "rules-1", "9011c4", FROM_MS, toMs, List.of("BTCUSDT", "ETHUSDT"),
                List.of("momentum-core"), Money.of(cash), Map.of("taker_bps", "5", "slippage_bps", "1"), "refuse");
    }

    /** A trade that is closed that many minutes after the start. */
    public static BacktestTrade trade(String profit, long minutes) {
        return trade("BTCUSDT", profit, minutes);
    }

    public static BacktestTrade trade(String instrument, String profit, long minutes) {
        return new BacktestTrade(new InstrumentId(instrument), "momentum-core", Side.BUY, FROM_MS,
                FROM_MS + minutes * MINUTE_MS, Quantity.of("0.5"), Price.of("100"), Price.of("101.25"),
                Money.of(profit), Money.of("0.1"), Money.of("0.02"), "entry.long", "exit.stop");
    }

    /** Worth at that many minutes after the start, nothing held. */
    public static EquitySample worth(long minutes, String equity) {
        return new EquitySample(FROM_MS + minutes * MINUTE_MS, Money.of(equity), Money.ZERO);
    }

    public static EquitySample worth(long minutes, String equity, String exposure) {
        return new EquitySample(FROM_MS + minutes * MINUTE_MS, Money.of(equity), Money.of(exposure));
    }

    public static BacktestResult of(BacktestTerms terms, List<BacktestTrade> trades, List<EquitySample> equity) {
        return new BacktestResult(terms, trades, equity, counts(), 0.5);
    }

    /** A thousand bars. */
    public static BacktestCounts counts() {
        return new BacktestCounts(1000, 12, 7, 4, 1, 14, 14, Money.of("20000"), Map.of("SIGNAL_NONE", 900L,
                "REGIME_CHOP", 88L), Map.of("CAP_POSITIONS", 3L, "QUOTE_STALE", 1L), 0, Money.ZERO);
    }

    /** Up to six days with up to 200 samples and trades, decided by the seed alone. */
    public static BacktestResult random(long seed) {
        Random dice = new Random(seed);
        int minutes = 1 + dice.nextInt(6 * 1440);
        List<EquitySample> equity = new ArrayList<>();
        long worth = 100_000_000_000L + dice.nextInt(1_000_000);
        BacktestTerms terms = terms(new Money(worth).toString(), FROM_MS + minutes * MINUTE_MS);
        int step = 1 + dice.nextInt(200);
        for (int at = 0; at <= minutes; at += 1 + dice.nextInt(step)) {
            equity.add(new EquitySample(FROM_MS + at * MINUTE_MS, new Money(worth),
                    dice.nextInt(3) == 0 ? Money.ZERO : new Money(dice.nextInt(1_000_000_000))));
            worth += (long) (dice.nextGaussian() * 1_000_000_000L);
        }
        List<BacktestTrade> trades = new ArrayList<>();
        int count = dice.nextInt(6) == 0 ? 0 : dice.nextInt(200);
        for (int i = 0; i < count; i++) {
            long profit = dice.nextInt(10) == 0 ? 0 : (long) (dice.nextGaussian() * 100_000_000);
            trades.add(new BacktestTrade(new InstrumentId(dice.nextBoolean() ? "BTCUSDT" : "ETHUSDT"),
                    "s" + dice.nextInt(3), dice.nextBoolean() ? Side.BUY : Side.SELL, FROM_MS, FROM_MS + i * 37_000L,
                    new Quantity(1 + dice.nextInt(1000)), new Price(dice.nextInt(1000)), new Price(dice.nextInt(1000)),
                    new Money(profit), new Money(dice.nextInt(1000)), new Money(dice.nextInt(1000) - 500),
                    dice.nextInt(3) == 0 ? "" : "entry" + dice.nextInt(2), "exit" + dice.nextInt(4)));
        }
        return new BacktestResult(terms, trades, equity, counts(), 1 + dice.nextDouble());
    }
}
