package org.portcullis.portfolio.memory;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.memory.Turns;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.time.Lane;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Side;
import org.portcullis.order.FillLedger;
import org.portcullis.portfolio.AccountWorth;
import org.portcullis.portfolio.AccountWorths;
import org.portcullis.portfolio.FillBooked;
import org.portcullis.portfolio.PositionReduced;
import org.portcullis.portfolio.adapter.EquityHearing;
import org.portcullis.portfolio.domain.Conservation;
import org.portcullis.portfolio.domain.Position;
import org.portcullis.portfolio.domain.Position.Change;
import org.portcullis.risk.AccountState;
import org.portcullis.risk.AccountState.Held;
import org.portcullis.risk.AccountView;
import org.portcullis.risk.PriceView;
import org.portcullis.risk.PriceView.LastPrice;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.TrackRecord;
import org.portcullis.risk.TradingTerms;
import org.portcullis.risk.breaker.EquityTape;
import org.portcullis.risk.breaker.EquityWatch;
import org.portcullis.risk.breaker.FeeTape;
import org.portcullis.risk.breaker.ResultBooked;
import org.portcullis.strategy.HeldPosition;
import org.portcullis.strategy.HoldingView;

/**
 * Door of the portfolio room over memory: one account whose fills are booked by {@link Position}, conserved to the last
 * unit after each, and told in the same events as by the ledger.
 */
public final class BooksInMemory implements FillLedger, AccountView, AccountWorths, HoldingView {

    private static final Comparator<Holder> ORDER = Comparator.<Holder, InstrumentId>comparing(Holder::instrument)
            .thenComparing(Holder::strategy);

    private record Holder(InstrumentId instrument, String strategy) {
    }

    private record Open(Position position, long openedAtMs) {
    }

    /** Hears what the account was worth in a minute; the last word of a minute counts. */
    public interface Listener {

        /**
         * @param minuteMs event time, UTC milliseconds
         * @param exposure worth of everything held, long and short added
         */
        void worth(long minuteMs, Money equity, Money exposure);
    }

    private final AccountId account;
    private final Money initial;
    private final TermsView terms;
    private final PriceView prices;
    private final PolicyBook policies;
    private final Turns turns;
    private final TreeMap<Holder, Open> open = new TreeMap<>(ORDER);
    private final Set<String> trades = new HashSet<>();
    private final TradesInMemory closed = new TradesInMemory();
    private final FeesInMemory fees = new FeesInMemory();
    private final EquityInMemory equity;
    private Money cash;
    private Money realised = Money.ZERO;
    private Money exposure = Money.ZERO;
    private @Nullable AccountState state;
    private @Nullable EquityHearing hearing;

    /** @param prices what instruments are believed to be worth */
    public BooksInMemory(AccountId account, Money initial, TermsView terms, PriceView prices, PolicyBook policies,
            Turns turns, Listener listener) {
        this.account = account;
        this.initial = initial;
        this.cash = initial;
        this.terms = terms;
        this.prices = prices;
        this.policies = policies;
        this.turns = turns;
        this.equity = new EquityInMemory((minuteMs, worth) -> listener.worth(minuteMs, worth, exposure));
        turns.hear(PositionReduced.class, this::dust);
    }

    /** Keeps the account's equity from now on, at closes and at fills, and lets the breaker of falls judge it. */
    public void keepEquity(EquityWatch watch) {
        EquityHearing made = new EquityHearing(this, equity, watch, account, new Lane(), turns, turns);
        turns.hear(ResultBooked.class, made::onResult);
        hearing = made;
    }

    /**
     * Prices were seen that had closed by then.
     *
     * @param atMs event time, UTC milliseconds
     */
    public void onTime(long atMs) {
        if (hearing != null) {
            hearing.onTime(atMs);
        }
    }

    @Override
    public AccountState lockAndRead(AccountId asked) {
        AccountState known = state;
        if (known == null) {
            List<Held> held = new ArrayList<>();
            open.forEach((holder, now) -> held.add(new Held(holder.instrument(), holder.strategy(),
                    now.position().side(), now.position().quantity(), now.position().cost(),
                    now.position().margin())));
            known = new AccountState(account, cash, realised, held);
            state = known;
        }
        return known;
    }

    @Override
    public Booked book(Fill fill) {
        if (!trades.add(fill.venueTradeId())) {
            return new Booked(false, Money.ZERO, false);
        }
        Holder holder = new Holder(fill.instrument(), fill.strategy());
        TradingTerms traded = terms(fill.instrument());
        Open was = open.get(holder);
        Position before = was == null ? Position.flat(traded.onMargin()) : was.position();
        Money worth = fill.price().times(fill.quantity(), traded.multiplierE8());
        Change change = before.filled(fill.side(), fill.quantity(), worth, fill.fee());
        keep(holder, was, change.after(), fill.atMs());
        cash = cash.plus(change.cash());
        realised = realised.plus(change.realised());
        fees.paid(fill.atMs(), fill.fee());
        closed.realised(fill, change.realised());
        conserve();
        turns.publishEvent(new FillBooked(fill.venueTradeId(), fill.instrument()));
        if (was != null && !change.closed().isZero()) {
            turns.publishEvent(part(fill, was, change, traded));
        }
        boolean ends = change.ends(before);
        turns.publishEvent(new ResultBooked(account, fill.instrument(), fill.strategy(), change.realised(), ends,
                initial.plus(realised), fill.atMs()));
        if (!change.closed().isZero()) {
            turns.publishEvent(new PositionReduced(account, fill.instrument(), fill.strategy(), fill.atMs()));
        }
        return new Booked(true, change.realised(), ends);
    }

    private void keep(Holder holder, @Nullable Open was, Position after, long atMs) {
        if (after.quantity().isZero()) {
            open.remove(holder);
        } else {
            boolean goesOn = was != null && was.position().side() == after.side();
            open.put(holder, new Open(after, was != null && goesOn ? was.openedAtMs() : atMs));
        }
        state = null;
    }

    private ClosedPart part(Fill fill, Open was, Change change, TradingTerms traded) {
        Money exitFee = new Money(FixedPoint.multiplyDivide(fill.fee().e8(), change.closed().e8(),
                fill.quantity().e8(), RoundingMode.HALF_EVEN));
        Money entryFees = new Money(FixedPoint.multiplyDivide(was.position().entryFees().e8(), change.closed().e8(),
                was.position().quantity().e8(), RoundingMode.HALF_EVEN));
        return new ClosedPart(fill, was.position().side(), was.openedAtMs(), change.closed(),
                was.position().averageEntry(traded.multiplierE8()), entryFees, exitFee, change.realised());
    }

    private void conserve() {
        Money cost = Money.ZERO;
        Money entryFees = Money.ZERO;
        for (Open now : open.values()) {
            cost = cost.plus(now.position().costInCash());
            entryFees = entryFees.plus(now.position().entryFees());
        }
        new Conservation(initial, realised, cash, cost, entryFees).hold(account.value());
    }

    /** What a fill left that no venue takes an order for is written off, where the policy says so. */
    private void dust(PositionReduced reduced) {
        Holder holder = new Holder(reduced.instrument(), reduced.strategy());
        Open left = open.get(holder);
        if (left == null || left.position().margin() || left.position().side() == Side.SELL
                || !terms(reduced.instrument()).dust(left.position().quantity())
                || !policies.current().flag("portfolio.dust.write-off")) {
            return;
        }
        Money loss = left.position().cost().plus(left.position().entryFees());
        if (loss.e8() != 0) {
            open.put(holder, new Open(new Position(left.position().quantity(), Money.ZERO, Money.ZERO),
                    left.openedAtMs()));
            realised = realised.minus(loss);
            state = null;
            turns.publishEvent(new ResultBooked(account, reduced.instrument(), reduced.strategy(), loss.negated(),
                    false, initial.plus(realised), reduced.atMs()));
        }
    }

    @Override
    public Optional<AccountWorth> worth(AccountId asked) {
        long sumE8 = cash.e8();
        long committedE8 = 0;
        int positions = 0;
        List<Held> all = lockAndRead(asked).held();
        for (int i = 0; i < all.size(); i++) {
            Held held = all.get(i);
            TradingTerms traded = terms(held.instrument());
            LastPrice last = prices.last(held.instrument()).orElse(null);
            Money worth = last == null ? held.cost() : last.price().times(held.quantity(), traded.multiplierE8());
            sumE8 = Math.addExact(sumE8, held.value(worth).e8());
            committedE8 = Math.addExact(committedE8, worth.e8());
            positions += traded.dust(held.quantity()) ? 0 : 1;
        }
        exposure = new Money(committedE8);
        return Optional.of(new AccountWorth(initial, cash, new Money(sumE8), positions));
    }

    /** Positions that are open, and what closing them at the last prices would gain before exit fees. */
    public Money unrealised() {
        Money sum = Money.ZERO;
        for (Held held : lockAndRead(account).held()) {
            Open now = open.get(new Holder(held.instrument(), held.strategy()));
            Optional<LastPrice> last = prices.last(held.instrument());
            if (now != null && last.isPresent()) {
                sum = sum.plus(now.position().unrealised(last.get().price(), terms(held.instrument()).multiplierE8()));
            }
        }
        return sum;
    }

    @Override
    public Optional<HeldPosition> held(String strategy, InstrumentId instrument) {
        Open now = open.get(new Holder(instrument, strategy));
        if (now == null || terms(instrument).dust(now.position().quantity())) {
            return Optional.of(HeldPosition.NOTHING);
        }
        return Optional.of(new HeldPosition(now.position().side().sign(),
                now.position().averageEntry(terms(instrument).multiplierE8()).e8(), now.openedAtMs()));
    }

    private TradingTerms terms(InstrumentId instrument) {
        return terms.find(instrument).orElseThrow(() -> new IllegalStateException(
                "a fill in " + instrument + " cannot be booked: its multiplier is unknown; list the instrument"));
    }

    /** Worth of everything held when it was last asked for. */
    public Money exposure() {
        return exposure;
    }

    /** Closed trades of strategies. */
    public TrackRecord records() {
        return closed;
    }

    /** What the account was worth lately. */
    public EquityTape equity() {
        return equity;
    }

    /** What the account paid in fees lately. */
    public FeeTape fees() {
        return fees;
    }
}
