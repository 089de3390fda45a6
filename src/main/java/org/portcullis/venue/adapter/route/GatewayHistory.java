package org.portcullis.venue.adapter.route;

import java.util.List;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.HistoryTaker;
import org.portcullis.order.OrderReport;
import org.portcullis.venue.Gateway;
import org.portcullis.venue.paper.PaperVenue;
import org.springframework.core.annotation.Order;

/** Shows the paper venue kept bars: it goes on where its ledger ends, and working orders fill in what it missed. */
@Order(1)
final class GatewayHistory implements HistoryTaker {

    private final Gateway gateway;
    private final PaperVenue paper;

    GatewayHistory(Gateway gateway, PaperVenue paper) {
        this.gateway = gateway;
        this.paper = paper;
    }

    @Override
    public Hearing begin(String feed, int hands) {
        return new Hearing() {
            @Override
            public void take(int hand, InstrumentId instrument, List<Bar> bars) {
                List<OrderReport> fills = paper.onHistory(instrument, bars);
                if (!fills.isEmpty()) {
                    gateway.publish(fills);
                }
            }

            @Override
            public void end() {
                // each instrument was taken in as it came
            }
        };
    }
}
