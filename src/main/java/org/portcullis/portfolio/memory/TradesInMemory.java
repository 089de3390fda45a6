package org.portcullis.portfolio.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.Money;
import org.portcullis.order.FillLedger.Fill;
import org.portcullis.risk.TrackRecord;

/** Closed trades by strategy, the newest last: all realising fills of one order are one trade. */
final class TradesInMemory implements TrackRecord {

    /** As many as the policy lets the size of an order look back. */
    private static final int KEPT = 100_000;
    /** Among how many of the newest trades the order of a fill is looked for. */
    private static final int OPEN_MAX = 64;

    private record Trade(ClientOrderId order, int hash, Money gain, long atMs) {

        Trade(ClientOrderId order, Money gain, long atMs) {
            this(order, order.value().hashCode(), gain, atMs);
        }

        boolean of(ClientOrderId other, int otherHash) {
            return hash == otherHash && order.equals(other);
        }

        /** Whether it stands behind the other one: it is newer, or of the same moment with the smaller number. */
        boolean behind(Trade other) {
            return atMs > other.atMs || atMs == other.atMs && order.value().compareTo(other.order.value()) < 0;
        }
    }

    /** Trades of one strategy, each with the sums up to it, so that the newest are summed by subtracting. */
    private static final class Trades {
        private final List<Trade> all = new ArrayList<>();
        private long[] gainedE8 = new long[256];
        private long[] lostE8 = new long[256];
        private int[] wins = new int[256];

        void realised(ClientOrderId order, Money realised, long atMs) {
            Trade trade = new Trade(order, realised, atMs);
            int changed = all.size();
            for (int i = all.size() - 1; i >= Math.max(0, all.size() - OPEN_MAX); i--) {
                if (all.get(i).of(order, trade.hash())) {
                    Trade before = all.remove(i);
                    trade = new Trade(order, before.gain().plus(realised), Math.max(before.atMs(), atMs));
                    changed = i;
                    break;
                }
            }
            int place = all.size();
            while (place > 0 && all.get(place - 1).behind(trade)) {
                place--;
            }
            all.add(place, trade);
            if (all.size() > 2 * KEPT) {
                all.subList(0, KEPT).clear();
                changed = 0;
            }
            sum(Math.min(changed, place));
        }

        private void sum(int from) {
            if (all.size() > wins.length) {
                gainedE8 = Arrays.copyOf(gainedE8, 2 * all.size());
                lostE8 = Arrays.copyOf(lostE8, 2 * all.size());
                wins = Arrays.copyOf(wins, 2 * all.size());
            }
            for (int i = from; i < all.size(); i++) {
                long gainE8 = all.get(i).gain().e8();
                boolean won = gainE8 > 0;
                gainedE8[i] = (i == 0 ? 0 : gainedE8[i - 1]) + (won ? gainE8 : 0);
                lostE8[i] = (i == 0 ? 0 : lostE8[i - 1]) - (won ? 0 : gainE8);
                wins[i] = (i == 0 ? 0 : wins[i - 1]) + (won ? 1 : 0);
            }
        }

        /** Differences of sums are right even where a sum itself has wrapped. */
        Closed newest(int last) {
            int count = Math.min(last, all.size());
            if (count <= 0) {
                return Closed.NONE;
            }
            int end = all.size() - 1;
            int before = end - count;
            return before < 0 ? new Closed(count, wins[end], new Money(gainedE8[end]), new Money(lostE8[end]))
                    : new Closed(count, wins[end] - wins[before], new Money(gainedE8[end] - gainedE8[before]),
                            new Money(lostE8[end] - lostE8[before]));
        }
    }

    private final Map<String, Trades> byStrategy = new HashMap<>();

    void realised(Fill fill, Money realised) {
        if (realised.e8() != 0) {
            byStrategy.computeIfAbsent(fill.strategy(), name -> new Trades())
                    .realised(fill.clientOrderId(), realised, fill.atMs());
        }
    }

    @Override
    public Closed closed(AccountId account, String strategy, int last) {
        Trades trades = byStrategy.get(strategy);
        return trades == null ? Closed.NONE : trades.newest(last);
    }
}
