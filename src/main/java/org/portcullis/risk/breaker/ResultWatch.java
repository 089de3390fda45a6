package org.portcullis.risk.breaker;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.policy.PolicyReading;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Money;
import org.portcullis.risk.domain.breaker.DayResult;
import org.portcullis.risk.domain.breaker.LosingStreak;
import org.portcullis.risk.domain.breaker.WeekResult;

/**
 * Follows what fills realise and lets the breakers of loss judge it (S0-06, S0-07, S2-CB3). Days and weeks
 * are those of the account's calendar and of the fill's event time, so a late fill counts on its own day. Only a loss
 * is judged: a breaker that a person let go is not tripped again by a profit.
 */
public final class ResultWatch {

    private static final Set<Breaker> JUDGED = EnumSet.of(Breaker.DAILY_LOSS, Breaker.WEEKLY_LOSS,
            Breaker.LOSING_STREAK);
    private static final LocalDate NO_END = LocalDate.of(9999, 12, 31);

    private final ResultBook results;
    private final Breakers breakers;
    private final PolicyReading<BreakerPolicy> limits;

    public ResultWatch(ResultBook results, Breakers breakers, PolicyBook policies) {
        this.results = results;
        this.breakers = breakers;
        this.limits = BreakerPolicy.inForce(policies);
    }

    /** Takes one fill, inside the transaction that booked it. */
    public void booked(ResultBooked booked) {
        AccountId account = booked.account();
        BreakerPolicy policy = limits.now();
        LocalDate day = policy.day(booked.atMs());
        Results before = results.find(account)
                .orElseGet(() -> Results.beginning(booked.equity().minus(booked.realised())));
        Results after = before.afterFill(booked.equity());
        boolean lost = booked.realised().isNegative();
        if (booked.realised().e8() != 0 || booked.closed()) {
            results.add(account, day, booked.realised());
            Money trade = results.trade(booked, booked.closed());
            if (booked.closed()) {
                after = after.afterTrade(trade);
                lost |= trade.isNegative();
            }
        }
        results.keep(account, after);
        if (lost) {
            breakers.measure(account, Scope.GLOBAL, facts(account, day, after, policy), JUDGED, booked.atMs());
        }
    }

    private List<Record> facts(AccountId account, LocalDate day, Results now, BreakerPolicy policy) {
        LocalDate monday = BreakerPolicy.monday(day);
        Money dayStart = now.equity().minus(results.realised(account, day, NO_END));
        Money weekStart = now.equity().minus(results.realised(account, monday, NO_END));
        return List.of(new DayResult(results.realised(account, day, day), dayStart),
                new WeekResult(results.realised(account, monday, monday.plusDays(6)), weekStart),
                new LosingStreak(now.losingStreak()), policy.losses());
    }
}
