package org.portcullis.order.adapter;

import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.market.BarsSeen;
import org.portcullis.order.OrderChanged;
import org.portcullis.order.OrderState;
import org.portcullis.order.adapter.store.OrderStore;
import org.portcullis.order.shadow.ShadowTwin;
import org.portcullis.order.shadow.TwinBook;
import org.portcullis.order.shadow.TwinMarket;
import org.portcullis.order.shadow.TwinTrade;
import org.portcullis.risk.Mode;
import org.portcullis.risk.ModeView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The twin's ears (S2-ST4): every order gets one with its first row, and every bar that the desk has seen is shown to
 * it. Always in DRY_RUN, otherwise as long as {@code portcullis.shadow} says so. A twin that cannot be kept holds up
 * nobody.
 */
@Component
public class ShadowHearing {

    private static final Logger LOG = LoggerFactory.getLogger(ShadowHearing.class);

    private final ShadowTwin twin;
    private final TwinBook book;
    private final OrderStore orders;
    private final PolicyBook policies;
    private final ModeView mode;
    private final boolean on;

    public ShadowHearing(TwinMarket market, TwinBook book, OrderStore orders, PolicyBook policies, ModeView mode,
            @Value("${portcullis.shadow}") boolean wanted) {
        this.twin = new ShadowTwin(market, book);
        this.book = book;
        this.orders = orders;
        this.policies = policies;
        this.mode = mode;
        this.on = wanted || mode.mode() == Mode.DRY_RUN;
    }

    /** Before routes bring bars, what worked goes on. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(55)
    public void ready() {
        twin.resume();
    }

    /** Inside the transaction that made the order: both are kept, or neither. */
    @EventListener
    public void born(OrderChanged changed) {
        if (on && changed.state() == OrderState.NEW) {
            trade(changed).ifPresent(trade -> book.begin(trade, mode.mode()));
        }
    }

    /** Once the order stands, its twin works. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    public void kept(OrderChanged changed) {
        if (on && changed.state() == OrderState.NEW) {
            trade(changed).ifPresent(twin::begin);
        }
    }

    @EventListener
    public void seen(BarsSeen bars) {
        try {
            twin.onBars(bars.bars());
        } catch (DataAccessException later) {
            LOG.warn("what became of twins could not be kept; it is tried again with the next bars", later);
        }
    }

    private java.util.Optional<TwinTrade> trade(OrderChanged changed) {
        return orders.find(changed.clientOrderId()).filter(order -> order.version() == 1
                || mode.mode() == Mode.DRY_RUN).map(order -> TwinTrade.of(order,
                policies.current().duration("order.stale-after").toMillis()));
    }
}
