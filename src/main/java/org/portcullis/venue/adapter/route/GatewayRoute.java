package org.portcullis.venue.adapter.route;

import org.portcullis.engine.route.Json;
import org.portcullis.market.MarketFrame;
import org.portcullis.order.CancelOrder;
import org.portcullis.order.SubmitOrder;
import org.portcullis.venue.Gateway;
import org.portcullis.venue.paper.PaperVenue;

/** Takes commands for the gateway, and market frames for the paper venue behind it. */
public class GatewayRoute {

    private final Gateway gateway;
    private final PaperVenue paper;

    GatewayRoute(Gateway gateway, PaperVenue paper) {
        this.gateway = gateway;
        this.paper = paper;
    }

    /** A market frame: working orders of the paper venue fill against its bars, then funding that is due is paid. */
    public void onFrame(String body) {
        MarketFrame frame = Json.read(body, MarketFrame.class);
        gateway.publish(paper.onBars(frame.bars()));
        paper.onFunding(frame.funding());
    }

    /** A command to place an order. */
    public void onSubmit(String body) {
        gateway.onSubmit(Json.read(body, SubmitOrder.class));
    }

    /** A command to cancel an order. */
    public void onCancel(String body) {
        gateway.onCancel(Json.read(body, CancelOrder.class));
    }
}
