package org.portcullis.portfolio.memory;

import java.util.ArrayList;
import java.util.Comparator;
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
    private static final Comparator<Trade> NEWEST = Comparator.comparingLong(Trade::atMs).reversed()
            .thenComparing(trade -> trade.order().value());

    private record Trade(ClientOrderId order, Money gain, long atMs) {
    }

    private final Map<String, List<Trade>> byStrategy = new HashMap<>();

    void realised(Fill fill, Money realised) {
        if (realised.e8() == 0) {
            return;
        }
        List<Trade> trades = byStrategy.computeIfAbsent(fill.strategy(), name -> new ArrayList<>());
        Trade trade = new Trade(fill.clientOrderId(), realised, fill.atMs());
        for (int i = trades.size() - 1; i >= Math.max(0, trades.size() - 64); i--) {
            if (trades.get(i).order().equals(trade.order())) {
                Trade before = trades.remove(i);
                trade = new Trade(trade.order(), before.gain().plus(realised), Math.max(before.atMs(), trade.atMs()));
                break;
            }
        }
        int place = trades.size();
        while (place > 0 && NEWEST.compare(trades.get(place - 1), trade) < 0) {
            place--;
        }
        trades.add(place, trade);
        if (trades.size() > 2 * KEPT) {
            trades.subList(0, KEPT).clear();
        }
    }

    @Override
    public Closed closed(AccountId account, String strategy, int last) {
        List<Trade> trades = byStrategy.getOrDefault(strategy, List.of());
        int count = Math.min(last, trades.size());
        int wins = 0;
        Money gained = Money.ZERO;
        Money lost = Money.ZERO;
        for (Trade trade : trades.subList(trades.size() - count, trades.size())) {
            if (trade.gain().e8() > 0) {
                wins++;
                gained = gained.plus(trade.gain());
            } else {
                lost = lost.minus(trade.gain());
            }
        }
        return count == 0 ? Closed.NONE : new Closed(count, wins, gained, lost);
    }
}
