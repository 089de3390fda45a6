package org.portcullis.portfolio.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.order.FillLedger.Fill;
import org.portcullis.risk.TrackRecord.Closed;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TradesInMemoryTest {

    private static final long SEED = Long.getLong("seed", 20261121);
    private static final AccountId ACCOUNT = new AccountId("test");

    private record Plain(String order, long gainE8, long atMs) {
    }

    @Test
    void sums_of_the_newest_trades_are_what_adding_them_one_by_one_gives() {
        Random random = new Random(SEED);
        for (int run = 0; run < 40; run++) {
            TradesInMemory trades = new TradesInMemory();
            List<Plain> plain = new ArrayList<>();
            long atMs = 1_000;
            for (int fill = 0; fill < 400; fill++) {
                atMs += random.nextInt(3) - (random.nextInt(10) == 0 ? 4 : 0);
                String order = "order-" + (random.nextInt(4) == 0 ? Math.max(0, fill - 1 - random.nextInt(5)) : fill);
                long gainE8 = random.nextInt(5) - 2;
                trades.realised(fill(order, atMs), new Money(gainE8));
                add(plain, order, gainE8, atMs);
                int last = random.nextInt(12) == 0 ? 1_000 : random.nextInt(60);
                assertThat(trades.closed(ACCOUNT, "one", last)).as("seed %d, run %d, fill %d", SEED, run, fill)
                        .isEqualTo(sum(plain, last));
            }
        }
    }

    @Test
    void a_strategy_without_closed_trades_has_no_record() {
        TradesInMemory trades = new TradesInMemory();
        trades.realised(fill("order-1", 1), Money.ZERO);
        assertThat(trades.closed(ACCOUNT, "one", 10)).isEqualTo(Closed.NONE);
        trades.realised(fill("order-1", 1), new Money(5));
        assertThat(trades.closed(ACCOUNT, "one", 0)).isEqualTo(Closed.NONE);
        assertThat(trades.closed(ACCOUNT, "other", 10)).isEqualTo(Closed.NONE);
        assertThat(trades.closed(ACCOUNT, "one", 1)).isEqualTo(new Closed(1, 1, new Money(5), Money.ZERO));
    }

    private static void add(List<Plain> plain, String order, long gainE8, long atMs) {
        if (gainE8 == 0) {
            return;
        }
        Plain added = new Plain(order, gainE8, atMs);
        for (int i = plain.size() - 1; i >= Math.max(0, plain.size() - 64); i--) {
            if (plain.get(i).order().equals(order)) {
                Plain before = plain.remove(i);
                added = new Plain(order, before.gainE8() + gainE8, Math.max(before.atMs(), atMs));
                break;
            }
        }
        plain.add(added);
        plain.sort(Comparator.comparingLong(Plain::atMs).thenComparing(Comparator.comparing(Plain::order).reversed()));
    }

    private static Closed sum(List<Plain> plain, int last) {
        List<Plain> newest = plain.subList(Math.max(0, plain.size() - last), plain.size());
        int wins = (int) newest.stream().filter(trade -> trade.gainE8() > 0).count();
        long gained = newest.stream().mapToLong(trade -> Math.max(0, trade.gainE8())).sum();
        long lost = newest.stream().mapToLong(trade -> Math.max(0, -trade.gainE8())).sum();
        return newest.isEmpty() ? Closed.NONE : new Closed(newest.size(), wins, new Money(gained), new Money(lost));
    }

    private static Fill fill(String order, long atMs) {
        return new Fill("paper", "trade", new ClientOrderId(order), ACCOUNT, new InstrumentId("BTCUSDT"), "one",
                Side.SELL, Quantity.of("1"), Price.of("1"), Money.ZERO, false, atMs);
    }
}
