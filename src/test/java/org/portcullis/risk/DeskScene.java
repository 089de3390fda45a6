package org.portcullis.risk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.portcullis.market.BookDepth;
import org.portcullis.market.Listing.Kind;
import org.portcullis.market.Quote;
import org.portcullis.risk.AccountState.Held;
import org.portcullis.risk.Cooldowns.Remaining;
import org.portcullis.risk.DecidedOrders.Decided;
import org.portcullis.risk.PendingView.Pending;
import org.portcullis.risk.PriceView.LastPrice;
import org.portcullis.risk.PriceWindow.PriceRange;
import org.portcullis.risk.UniverseMembership.Standing;
import org.portcullis.risk.domain.exposure.ThemeBook;
import org.portcullis.risk.domain.breaker.OpenBreakers;
import org.portcullis.risk.domain.breaker.ProductStatus;
import org.portcullis.risk.adapter.gates.ReconcileGate;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;
import org.portcullis.strategy.StrategyBudget;

/** An account, a market and a policy that a test arranges; by default nothing is held and BTC costs 100 USDT. */
final class DeskScene {

    static final AccountId ACCOUNT = new AccountId("paper-main");
    static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    static final InstrumentId ETH = new InstrumentId("ETHUSDT");
    static final InstrumentId SOL = new InstrumentId("SOLUSDT");
    static final InstrumentId ADA = new InstrumentId("ADAUSDT");
    static final String STRATEGY = "momentum-core";
    static final long NOW_MS = 1_733_000_000_000L;

    Money cash = Money.of("10000");
    Remaining remaining = new Remaining(0, 0, 0);
    boolean killOn;
    Mode mode = Mode.PAPER;
    /** Gates beside those of the application. */
    final List<GateFacts> gates = new ArrayList<>(List.of(noBreakers(), trades(true)));
    ReconcileView.Books reconciled = new ReconcileView.Books(true, 0);
    final List<Held> held = new ArrayList<>();
    final List<Pending> pending = new ArrayList<>();
    final Map<InstrumentId, LastPrice> prices = new HashMap<>();
    final Map<InstrumentId, TradingTerms> terms = new HashMap<>();

    final List<Decided> decided = new ArrayList<>();
    final Map<String, StrategyBudget> budgets = new HashMap<>();
    final Map<InstrumentId, PriceRange> ranges = new HashMap<>();
    final Map<InstrumentId, Kind> kinds = new HashMap<>();
    final Map<InstrumentId, String> venues = new HashMap<>();
    final Map<InstrumentId, Standing> universe = new HashMap<>();
    final Map<InstrumentId, BookDepth> books = new HashMap<>();
    final Map<InstrumentId, Quote> quotes = new HashMap<>();
    /** When cancellations were sent and fills told, event time. */
    final List<Long> cancels = new ArrayList<>();
    final List<Long> fills = new ArrayList<>();
    /** Every asset is a theme of its own, so that the cap on an asset is met first. */
    ThemeBook themes = new ThemeBook(new TreeMap<>(Map.of("btc", Set.of("BTC"), "eth", Set.of("ETH"), "sol",
            Set.of("SOL"), "ada", Set.of("ADA"))));

    DeskScene() {
        budget(STRATEGY, "100", 1000);
        for (InstrumentId instrument : List.of(BTC, ETH, SOL, ADA)) {
            terms.put(instrument, terms(instrument, "0.01", "0.001", "0.001", "10", "1", "0.6"));
            prices.put(instrument, new LastPrice(Price.of("100"), NOW_MS));
            venues.put(instrument, "binance-spot");
            kinds.put(instrument, Kind.SPOT);
        }
    }

    DeskScene budget(String strategy, String atRiskPct, int entriesPerCycle) {
        budgets.put(strategy, new StrategyBudget(strategy, true, Percent.of(atRiskPct), entriesPerCycle, "for a test"));
        return this;
    }

    /** A gate that knows of no tripped breaker. */
    public static GateFacts noBreakers() {
        return subject -> List.of(new OpenBreakers(0, 0));
    }

    /** A gate that says whether the venue takes every kind of order. */
    public static GateFacts trades(boolean trades) {
        return subject -> List.of(new ProductStatus(trades ? "TRADING" : "CANCEL_ONLY", trades));
    }

    static TradingTerms terms(InstrumentId instrument, String tick, String lot, String minimum, String notional,
            String multiplier, String fee) {
        return new TradingTerms(instrument, instrument.value().replace("USDT", ""), "USDT", FixedPoint.parse(tick),
                FixedPoint.parse(lot), Quantity.of(minimum), Money.of(notional), FixedPoint.parse(multiplier),
                Percent.of("0"), Percent.of(fee));
    }

    DeskScene hold(InstrumentId instrument, String quantity, String cost) {
        held.add(new Held(instrument, STRATEGY, Quantity.of(quantity), Money.of(cost)));
        return this;
    }

    DeskScene pend(String proposal, InstrumentId instrument, Side side, String quantity, String notional) {
        pending.add(new Pending(proposal, instrument, STRATEGY, side, Quantity.of(quantity), Money.of(notional)));
        return this;
    }

    RiskDesk desk(PolicyBook policy, GateRules rules) {
        Cooldowns cooldowns = new Cooldowns() {
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
                return remaining;
            }
        };
        PriceView worth = instrument -> Optional.ofNullable(prices.get(instrument));
        TermsView trades = instrument -> Optional.ofNullable(terms.get(instrument));
        return new RiskDesk(new DeskPorts(account -> new AccountState(account, cash, Money.ZERO, held),
                account -> List.copyOf(pending), worth, trades, cooldowns, () -> killOn, () -> mode,
                gates(policy, worth, trades)), policy, rules);
    }

    private PendingView orders() {
        return new PendingView() {
            @Override
            public List<Pending> pending(AccountId account) {
                return List.copyOf(pending);
            }

            @Override
            public List<Long> cancelsSince(AccountId account, long fromMs) {
                return cancels.stream().filter(ms -> ms >= fromMs).toList();
            }
        };
    }

    /** A replay of bars, unless a test knows more. */
    private DeskGates.Around around() {
        return new DeskGates.Around((id, atMs) -> universe.getOrDefault(id, Standing.notAsked(false)),
                (id, levels) -> Optional.ofNullable(books.get(id)), id -> Optional.ofNullable(quotes.get(id)),
                (account, fromMs) -> (int) fills.stream().filter(ms -> ms >= fromMs).count(), () -> mode);
    }

    private List<GateFacts> gates(PolicyBook policy, PriceView worth, TermsView trades) {
        DecidedOrders past = (account, fromMs) -> decided.stream().filter(order -> order.decidedAtMs() >= fromMs)
                .toList();
        List<GateFacts> all = new ArrayList<>(new DeskGates(policy, past, worth, trades,
                (instrument, fromMs) -> Optional.ofNullable(ranges.get(instrument)),
                instrument -> Optional.ofNullable(kinds.get(instrument))).over(orders()).in(around())
                .of(strategy -> Optional.ofNullable(budgets.get(strategy)), () -> themes,
                        instrument -> Optional.ofNullable(venues.get(instrument))));
        all.addAll(gates);
        all.add(new ReconcileGate(() -> reconciled));
        return all;
    }

    static Proposal enter(InstrumentId instrument, String price, String stop) {
        return proposal("p-1", Intent.ENTER, Side.BUY, instrument, FixedPoint.parse(price), FixedPoint.parse(stop));
    }

    static Proposal exit(InstrumentId instrument, String price) {
        return proposal("p-1", Intent.EXIT, Side.SELL, instrument, FixedPoint.parse(price), 0);
    }

    static Proposal proposal(String id, Intent intent, Side side, InstrumentId instrument, long priceE8, long stopE8) {
        return new Proposal(id, STRATEGY, "strategy.momentum.form-entry", intent, instrument, side, NOW_MS - 60_000,
                NOW_MS, priceE8, stopE8, 0, 0.7, "0123456789abcdef", new TreeMap<>(Map.of("rsi", 55.5)));
    }

    /** The shipped policy with some values changed: {@code "risk.positions-max", "2"}. */
    static PolicyBook policy(String... changes) {
        try {
            // limits drawn at random contradict each other; what must hold between them has a test of its own
            String shipped = Files.readString(Path.of("rules/policy.yaml"))
                    .replaceFirst("(?s)\\nsanity:\\n.*?\\n\\n", "\n\n");
            StringBuilder text = new StringBuilder(shipped)
                    .append("\n  test:\n    risk.entry-slippage-pct-max: 0\n");
            for (int i = 0; i < changes.length; i += 2) {
                if (changes[i].equals("risk.entry-slippage-pct-max")) {
                    throw new IllegalArgumentException("the tests' policy fixes the slippage at zero");
                }
                text.append("    ").append(changes[i]).append(": ").append(changes[i + 1]).append('\n');
            }
            Path file = Files.createTempFile("policy", ".yaml");
            Files.writeString(file, text);
            return PolicyBook.open(file, "test");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
