package org.portcullis.order.adapter;

import java.util.List;
import java.util.function.BiConsumer;
import org.portcullis.engine.ids.ContentHash;
import org.portcullis.engine.route.Addresses;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.order.OrderDesk;
import org.portcullis.risk.AccountState.Held;
import org.portcullis.risk.AccountView;
import org.portcullis.risk.PriceView;
import org.portcullis.risk.PriceView.LastPrice;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.TradingTerms;
import org.portcullis.risk.breaker.Rung;
import org.portcullis.risk.breaker.Trip;
import org.portcullis.strategy.Proposal;
import org.portcullis.strategy.StrategyProposed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Does what a tripped breaker's rung asks for (S4-M10): cancels entries, proposes exits of everything held in its
 * scope, throws the kill switch. Everything carries an id made of the trip, so doing it again changes nothing. Exits
 * take the way of every proposal: the desk judges them.
 */
public final class BreakerActs {

    private static final Logger LOG = LoggerFactory.getLogger(BreakerActs.class);

    private final OrderDesk desk;
    private final AccountView accounts;
    private final PriceView prices;
    private final TermsView terms;
    private final BiConsumer<String, String> kill;
    private final MessageBus bus;
    private final TransactionOperations ownTransaction;

    /**
     * @param kill stops all trading; told by whom and why
     * @param ownTransaction opens a transaction of its own, also after another one was committed
     */
    public BreakerActs(OrderDesk desk, AccountView accounts, PriceView prices, TermsView terms,
            BiConsumer<String, String> kill, MessageBus bus, TransactionOperations ownTransaction) {
        this.desk = desk;
        this.accounts = accounts;
        this.prices = prices;
        this.terms = terms;
        this.kill = kill;
        this.bus = bus;
        this.ownTransaction = ownTransaction;
    }

    /**
     * Does what the trip's rung asks for; call it after the transaction that tripped it.
     *
     * @param nowMicros wall clock in microseconds since 1970, from when on latencies count
     */
    public void act(Trip trip, long nowMicros) {
        if (trip.rung().reaches(Rung.KILL)) {
            kill.accept("breaker " + trip.breaker().code(), trip.reason());
        }
        if (trip.rung().reaches(Rung.REDUCE_ONLY)) {
            int cancelled = desk.cancelEntries(trip, this::venue);
            LOG.warn("breaker {}: cancellation of {} entries asked for", trip.breaker().code(), cancelled);
        }
        if (trip.rung().reaches(Rung.FLATTEN)) {
            List<Held> held = ownTransaction.execute(status -> accounts.lockAndRead(trip.account()).held());
            if (held != null) {
                held.stream().filter(position -> trip.scope().covers(position.strategy(), position.instrument(),
                                venue(position.instrument())))
                        .forEach(position -> bus.send(Addresses.STRATEGY_PROPOSED, exitId(trip, position),
                                new StrategyProposed(exit(trip, position), nowMicros)));
            }
        }
    }

    private String venue(InstrumentId instrument) {
        return terms.find(instrument).map(TradingTerms::venue).orElse("");
    }

    private Proposal exit(Trip trip, Held held) {
        long priceE8 = prices.last(held.instrument()).map(LastPrice::price).map(price -> price.e8())
                .orElseGet(() -> Math.max(1, FixedPoint.multiplyDivide(held.cost().e8(), FixedPoint.ONE,
                        held.quantity().e8(), java.math.RoundingMode.HALF_EVEN)));
        return Proposal.closing(exitId(trip, held), held.strategy(), "risk.breaker." + trip.breaker().code(),
                held.instrument(), held.side().opposite(), trip.atMs(), priceE8, trip.tripId());
    }

    private static String exitId(Trip trip, Held held) {
        return ContentHash.first16("flatten", trip.tripId(), held.instrument().value(), held.strategy());
    }
}
