package org.portcullis.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.market.Instrument;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.OrderBooks;
import org.portcullis.risk.AccountState;
import org.portcullis.risk.AccountState.Held;
import org.portcullis.risk.Cooldowns;
import org.portcullis.risk.DecidedOrders;
import org.portcullis.risk.DeskPorts;
import org.portcullis.risk.GateFacts;
import org.portcullis.risk.GateRules;
import org.portcullis.risk.Mode;
import org.portcullis.risk.PendingView.Pending;
import org.portcullis.risk.PriceView;
import org.portcullis.risk.PriceView.LastPrice;
import org.portcullis.risk.ReconcileView;
import org.portcullis.risk.RiskDesk;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.UniverseMembership.Standing;
import org.portcullis.risk.adapter.gates.BookGate;
import org.portcullis.risk.adapter.gates.BudgetGate;
import org.portcullis.risk.adapter.gates.DirectionGate;
import org.portcullis.risk.adapter.gates.ConfidenceGate;
import org.portcullis.risk.adapter.gates.ExposureGate;
import org.portcullis.risk.adapter.gates.MessageGate;
import org.portcullis.risk.adapter.gates.OrderGate;
import org.portcullis.risk.adapter.gates.ReconcileGate;
import org.portcullis.risk.adapter.gates.RepeatGate;
import org.portcullis.risk.adapter.gates.UniverseGate;
import org.portcullis.risk.adapter.market.CatalogueTerms;
import org.portcullis.risk.adapter.store.ThemeFile;
import org.portcullis.risk.domain.QuoteAge;
import org.portcullis.risk.domain.breaker.OpenBreakers;
import org.portcullis.risk.domain.breaker.ProductStatus;
import org.portcullis.risk.domain.exposure.ThemeBook;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;
import org.portcullis.strategy.StrategyBook;

/**
 * An account with two positions and one pending purchase, kept in memory, and proposals to open a third position. The
 * policy is the shipped one, under which every proposal passes every check and leaves without asking a person.
 */
final class TradingDay {

    static final AccountId ACCOUNT = new AccountId("bench");
    static final long AT_MS = 1_767_600_060_000L;
    static final int PROPOSALS = 64;
    static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    static final InstrumentId ETH = new InstrumentId("ETHUSDT");
    static final InstrumentId SOL = new InstrumentId("SOLUSDT");
    static final Money CASH = Money.of("8000");
    static final List<Held> HELD = List.of(
            new Held(ETH, Shipped.STRATEGY, Quantity.of("0.05"), Money.of("178.5")),
            new Held(SOL, Shipped.STRATEGY, Quantity.of("1.2"), Money.of("271")));
    static final List<Pending> PENDING = List.of(new Pending("pending-1", ETH, Shipped.STRATEGY, Side.BUY,
            Quantity.of("0.02"), Money.of("72")));
    static final Map<InstrumentId, LastPrice> PRICES = Map.of(
            BTC, new LastPrice(Price.of("96012.34"), AT_MS),
            ETH, new LastPrice(Price.of("3601.5"), AT_MS),
            SOL, new LastPrice(Price.of("229.87"), AT_MS));

    private TradingDay() {
    }

    /** A desk over the account in memory that asks these rules. */
    static RiskDesk desk(PolicyBook policy, GateRules rules) {
        AccountState state = new AccountState(ACCOUNT, CASH, Money.ZERO, HELD);
        return desk(policy, rules, state, PENDING, instrument -> Optional.ofNullable(PRICES.get(instrument)),
                Shipped.strategies());
    }

    /** A desk over that account, prices and strategies. */
    static RiskDesk desk(PolicyBook policy, GateRules rules, AccountState state, List<Pending> pending,
            PriceView prices, StrategyBook strategies) {
        DeskPorts ports = new DeskPorts(account -> state, account -> pending, prices, terms(), new NoRest(),
                () -> false, () -> Mode.PAPER, gates(policy, prices, strategies));
        return new RiskDesk(ports, policy, rules);
    }

    private static List<GateFacts> gates(PolicyBook policy, PriceView prices, StrategyBook strategies) {
        TermsView terms = terms();
        ThemeBook themes = ThemeFile.read(Shipped.RULES.resolve("themes.yaml"));
        InstrumentCatalogue catalogue = Shipped.catalogue();
        DecidedOrders none = (account, fromMs) -> List.of();
        return List.of(new ReconcileGate(() -> new ReconcileView.Books(true, 0)),
                subject -> List.of(new QuoteAge(false, 0, 5_000), new OpenBreakers(0, 0),
                        new ProductStatus("TRADING", true)),
                new DirectionGate(policy, strategies::budget),
                new ConfidenceGate(policy), new BudgetGate(strategies::budget, none, prices, terms),
                new ExposureGate(policy, () -> themes, id -> catalogue.find(id).map(Instrument::venue), prices, terms),
                new RepeatGate(policy, none, (account, strategy) -> 0),
                new OrderGate(policy, none, (id, fromMs) -> Optional.empty(),
                        id -> catalogue.find(id).map(Instrument::kind), account -> List.of()),
                new MessageGate(policy, none, account -> List.of(), (account, fromMs) -> 0),
                new UniverseGate((id, atMs) -> Standing.notAsked(false), policy),
                new BookGate(policy, OrderBooks.NONE, id -> Optional.empty(), () -> Mode.PAPER));
    }

    static TermsView terms() {
        return new CatalogueTerms(Shipped.catalogue(), kind -> Percent.of("20"));
    }

    /** Proposals that differ in price and stop, so that no two judgements are the same. */
    static Proposal[] proposals() {
        List<Proposal> made = new ArrayList<>();
        for (int i = 0; i < PROPOSALS; i++) {
            long priceE8 = FixedPoint.parse("96000") + i * FixedPoint.parse("1.37");
            long stopE8 = priceE8 - FixedPoint.parse("310") - i * FixedPoint.parse("2.5");
            made.add(new Proposal("proposal-" + i, Shipped.STRATEGY, "strategy.momentum_core.triggers.form-entry",
                    Intent.ENTER, BTC, Side.BUY, AT_MS - 60_000, AT_MS, priceE8, stopE8, priceE8
                    + 2 * (priceE8 - stopE8),
                    0.6, "bench", new TreeMap<>(Map.of("close", 96_000.0, "rsi14", 61.0))));
        }
        return made.toArray(Proposal[]::new);
    }

    /** No symbol rests. */
    private static final class NoRest implements Cooldowns {

        @Override
        public void afterFailure(AccountId account, InstrumentId instrument, long atMs) {
            throw new UnsupportedOperationException("judging starts no rest");
        }

        @Override
        public void afterFill(AccountId account, InstrumentId instrument, long atMs) {
            throw new UnsupportedOperationException("judging starts no rest");
        }

        @Override
        public void afterStop(AccountId account, InstrumentId instrument, long atMs) {
            throw new UnsupportedOperationException("judging starts no rest");
        }

        @Override
        public Remaining remaining(AccountId account, InstrumentId instrument, long atMs) {
            return new Remaining(0, 0, 0);
        }
    }
}
