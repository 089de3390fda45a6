package org.portcullis.portfolio;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.portfolio.adapter.store.EquityStore;
import org.portcullis.portfolio.adapter.store.PortfolioReader;
import org.portcullis.portfolio.adapter.store.PortfolioReader.Account;
import org.portcullis.portfolio.adapter.store.PortfolioReader.Open;
import org.portcullis.portfolio.domain.Position;
import org.portcullis.risk.PriceView;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.TradingTerms;
import org.springframework.stereotype.Service;

/**
 * The door of the portfolio room for everybody who only looks: positions, equity and fills. Locks and changes nothing.
 */
@Service
public class PortfolioDesk implements AccountWorths {

    private final PortfolioReader reader;
    private final EquityStore equity;
    private final PriceView prices;
    private final TermsView terms;

    public PortfolioDesk(PortfolioReader reader, EquityStore equity, PriceView prices, TermsView terms) {
        this.reader = reader;
        this.equity = equity;
        this.prices = prices;
        this.terms = terms;
    }

    /** Open positions by instrument and strategy. */
    public List<OpenPosition> positions(AccountId account) {
        return reader.open(account).stream().map(this::valued).toList();
    }

    @Override
    public Optional<AccountWorth> worth(AccountId account) {
        return summary(account).map(now -> new AccountWorth(now.initialCash(), now.cash(), now.equity(),
                now.positions()));
    }

    /** The account at one glance, or nothing when it was never opened. */
    public Optional<AccountSummary> summary(AccountId account) {
        return reader.account(account).map(stored -> summary(account, stored));
    }

    /**
     * The newest fills first.
     *
     * @param limit 1 to 10,000
     * @param offset how many newer ones to skip
     */
    public List<BookedFill> fills(AccountId account, int limit, int offset) {
        if (limit < 1 || limit > 10_000 || offset < 0) {
            throw new IllegalArgumentException("fills are read 1 to 10000 at a time from 0, not " + limit + " from "
                    + offset);
        }
        return reader.fills(account, limit, offset);
    }

    /** Minutes in which the account's equity moved since a moment, oldest first. */
    public List<EquityPoint> equityMinutes(AccountId account, Instant from, int limit) {
        return equity.minutes(account, from, limit);
    }

    /** The newest UTC days of the account, newest first. */
    public List<EquityDay> equityDays(AccountId account, int limit) {
        return equity.days(account, limit);
    }

    private AccountSummary summary(AccountId account, Account stored) {
        Money held = Money.ZERO;
        Money committed = Money.ZERO;
        Money unrealised = Money.ZERO;
        List<OpenPosition> open = positions(account);
        for (OpenPosition position : open) {
            held = held.plus(position.value());
            committed = committed.plus(position.worth());
            unrealised = unrealised.plus(position.unrealised().orElse(Money.ZERO));
        }
        Money worth = stored.cash().plus(held);
        Percent exposure = worth.e8() > 0 ? committed.of(worth) : new Percent(0);
        int dust = (int) open.stream().filter(OpenPosition::dust).count();
        return new AccountSummary(account, stored.currency(), stored.initialCash(), stored.cash(), held, worth,
                stored.realised(), unrealised, stored.fees(), stored.funding(), exposure, open.size() - dust, dust);
    }

    private OpenPosition valued(Open open) {
        Optional<TradingTerms> trades = terms.find(open.instrument());
        long multiplierE8 = trades.map(TradingTerms::multiplierE8).orElse(FixedPoint.ONE);
        Optional<Price> mark = prices.last(open.instrument()).map(PriceView.LastPrice::price);
        Position position = open.position();
        return new OpenPosition(open.instrument(), open.strategy(), position.side(), position.quantity(),
                position.cost(), position.entryFees(), position.margin(), position.averageEntry(multiplierE8), mark,
                mark.map(price -> position.unrealised(price, multiplierE8)), open.openedAt(),
                trades.map(known -> known.dust(position.quantity())).orElse(false));
    }
}
