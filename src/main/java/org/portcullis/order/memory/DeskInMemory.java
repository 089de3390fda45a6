package org.portcullis.order.memory;

import java.time.InstantSource;
import org.portcullis.engine.memory.Letters;
import org.portcullis.engine.memory.Turns;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.AccountId;
import org.portcullis.order.FillLedger;
import org.portcullis.order.OrderChanged;
import org.portcullis.order.OrderDesk;
import org.portcullis.order.OrderPorts;
import org.portcullis.order.OrderSeal;
import org.portcullis.order.OrderState;
import org.portcullis.order.SubmitOrder;
import org.portcullis.order.VenuePort;
import org.portcullis.order.adapter.BreakerActs;
import org.portcullis.risk.AccountView;
import org.portcullis.risk.Cooldowns;
import org.portcullis.risk.DecisionBook;
import org.portcullis.risk.DecisionRecorded;
import org.portcullis.risk.KillView;
import org.portcullis.risk.Mode;
import org.portcullis.risk.PriceView;
import org.portcullis.risk.ReasonCode;
import org.portcullis.risk.RiskDesk;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.breaker.Breaker;
import org.portcullis.risk.breaker.BreakerTripped;
import org.portcullis.risk.breaker.IncidentWatch;
import org.portcullis.risk.breaker.Scope;

/** Makes the order desk over memory, with what it does when a breaker trips and what it tells the breakers. */
public final class DeskInMemory {

    private static final String VENUE = "paper";

    /** What judges, keeps and fills. */
    public record Parts(AccountId account, RiskDesk risk, DecisionBook decisions, OrdersInMemory orders,
            LifecycleInMemory lifecycle, VenuePort venue, FillLedger fills, Cooldowns cooldowns, PolicyBook policies) {
    }

    /**
     * What stops trading, and what it is told and asks.
     *
     * @param stop stops all trading for the rest of the run
     */
    public record Stops(IncidentWatch incidents, KillView kill, Runnable stop, AccountView accounts, PriceView prices,
            TermsView terms) {
    }

    private DeskInMemory() {
    }

    /** The desk; it hears of breakers and of its own orders from now on. */
    public static OrderDesk open(Parts parts, Stops stops, Letters bus, Turns turns, InstantSource clock) {
        OrderDesk desk = new OrderDesk(new OrderPorts(parts.risk(), parts.decisions(), parts.orders(),
                parts.lifecycle(), parts.venue(), parts.fills(), parts.cooldowns(), stops.kill(), () -> Mode.PAPER,
                (action, subject, actor, text, atMs) -> { }, new Unsealed(), parts.policies(), bus, turns, clock,
                turns), parts.account(), VENUE);
        BreakerActs acts = new BreakerActs(desk, stops.accounts(), stops.prices(), stops.terms(), (by, reason) -> {
            stops.stop().run();
            desk.cancelAll(parts.account(), reason, by);
        }, bus, turns);
        turns.hearAfterwards(BreakerTripped.class, event -> acts.act(event.trip(), 0));
        turns.hear(OrderChanged.class, changed -> failed(changed, parts, stops.incidents()));
        turns.hear(DecisionRecorded.class, decided -> {
            if (decided.reason() == ReasonCode.RULES_FAILED) {
                stops.incidents().happened(parts.account(), Breaker.EXCEPTIONS, Scope.GLOBAL, decided.decisionId(),
                        clock.millis());
            }
        });
        return desk;
    }

    private static void failed(OrderChanged changed, Parts parts, IncidentWatch incidents) {
        if (changed.state() == OrderState.REJECTED || changed.state() == OrderState.FAILED) {
            Breaker breaker = changed.state() == OrderState.REJECTED ? Breaker.REJECTIONS : Breaker.API_ERRORS;
            parts.orders().find(changed.clientOrderId()).ifPresent(order -> incidents.happened(order.account(),
                    breaker, Scope.GLOBAL, order.clientOrderId().value(), order.updatedAtMs()));
        }
    }

    /** Commands do not leave the process, so nobody could have changed them. */
    private static final class Unsealed implements OrderSeal {

        @Override
        public SubmitOrder sign(SubmitOrder command) {
            return command;
        }

        @Override
        public boolean verify(SubmitOrder command) {
            return command.missingChecks().isEmpty();
        }
    }
}
