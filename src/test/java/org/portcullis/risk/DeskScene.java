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
import org.portcullis.risk.AccountState.Held;
import org.portcullis.risk.Cooldowns.Remaining;
import org.portcullis.risk.PendingView.Pending;
import org.portcullis.risk.PriceView.LastPrice;
import org.portcullis.risk.adapter.gates.ReconcileGate;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;

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
    ReconcileView.Books reconciled = new ReconcileView.Books(true, 0);
    final List<Held> held = new ArrayList<>();
    final List<Pending> pending = new ArrayList<>();
    final Map<InstrumentId, LastPrice> prices = new HashMap<>();
    final Map<InstrumentId, TradingTerms> terms = new HashMap<>();

    DeskScene() {
        for (InstrumentId instrument : List.of(BTC, ETH, SOL, ADA)) {
            terms.put(instrument, terms(instrument, "0.01", "0.001", "0.001", "10", "1", "0.6"));
            prices.put(instrument, new LastPrice(Price.of("100"), NOW_MS));
        }
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
        return new RiskDesk(new DeskPorts(account -> new AccountState(account, cash, Money.ZERO, held),
                account -> List.copyOf(pending), instrument -> Optional.ofNullable(prices.get(instrument)),
                instrument -> Optional.ofNullable(terms.get(instrument)), cooldowns, () -> killOn, () -> mode,
                List.of(new ReconcileGate(() -> reconciled))),
                policy, rules);
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
            StringBuilder text = new StringBuilder(Files.readString(Path.of("rules/policy.yaml")))
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
