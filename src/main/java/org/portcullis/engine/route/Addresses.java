package org.portcullis.engine.route;

import java.util.List;

/** Every address of the broker; none is created by use. */
public final class Addresses {

    /** Closed bars in frames, to the paper venue, the desk and the brain. */
    public static final String MARKET_EVENT = "market.event.v1";
    /** Signals from outside, to the brain. */
    public static final String SIGNAL_RECEIVED = "signal.received.v1";
    /** Proposals of strategies, to the desk. */
    public static final String STRATEGY_PROPOSED = "strategy.proposed.v1";
    /** What the brain judged: counts of bars without a proposal by reason, and how far it came. */
    public static final String STRATEGY_JUDGED = "strategy.judged.v1";
    /** Steps of order workflows, approvals, kills: everything that changes an order goes through here to the desk. */
    public static final String ORDER_STEP = "order.step.v1";
    /** Commands to the gateway. */
    public static final String ORDER_SUBMIT = "order.submit.v1";
    /** Commands to the gateway. */
    public static final String ORDER_CANCEL = "order.cancel.v1";
    /** What a venue said about an order, to the desk. */
    public static final String ORDER_REPORT = "order.report.v1";

    /** All of them. */
    public static final List<String> ALL = List.of(MARKET_EVENT, SIGNAL_RECEIVED, STRATEGY_PROPOSED, STRATEGY_JUDGED,
            ORDER_STEP, ORDER_SUBMIT, ORDER_CANCEL, ORDER_REPORT);

    private Addresses() {
    }

    /** Where messages of an address go after five failed deliveries. */
    public static String parked(String address) {
        return address + ".parked";
    }
}
