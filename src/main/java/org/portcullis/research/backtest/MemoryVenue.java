package org.portcullis.research.backtest;

import java.util.List;
import org.portcullis.engine.memory.Letters;
import org.portcullis.engine.route.Addresses;
import org.portcullis.market.Bar;
import org.portcullis.order.CancelOrder;
import org.portcullis.order.OrderReport;
import org.portcullis.order.SubmitOrder;
import org.portcullis.order.VenuePort;
import org.portcullis.venue.Contract;
import org.portcullis.venue.Ledger;
import org.portcullis.venue.paper.PaperTerms;
import org.portcullis.venue.paper.PaperVenue;

/** The paper venue without a gateway and without a ledger: what it says goes to the desk in the order it was said. */
final class MemoryVenue implements VenuePort {

    private final PaperVenue paper;
    private final Letters bus;

    MemoryVenue(Ground ground, Letters bus) {
        PaperTerms terms = PaperTerms.of(ground.policy()); // the policy stays as it is while history runs
        this.paper = new PaperVenue(Ledger.nothing(), instrument -> ground.catalogue.find(instrument)
                .map(listed -> new Contract(listed.tickE8(), listed.lotE8(), listed.multiplierE8())), () -> terms);
        this.bus = bus;
        bus.reader(Addresses.ORDER_SUBMIT, SubmitOrder.class, command -> said(paper.place(command)));
        bus.reader(Addresses.ORDER_CANCEL, CancelOrder.class, command ->
                said(paper.cancel(command.clientOrderId(), command.reason(), command.atMs())));
    }

    @Override
    public void submit(SubmitOrder command, String messageId) {
        bus.send(Addresses.ORDER_SUBMIT, messageId, command);
    }

    @Override
    public void cancel(CancelOrder command, String messageId) {
        bus.send(Addresses.ORDER_CANCEL, messageId, command);
    }

    void onBars(List<Bar> bars) {
        said(paper.onBars(bars));
    }

    private void said(List<OrderReport> reports) {
        reports.forEach(report -> bus.send(Addresses.ORDER_REPORT, report.reportId(), report));
    }
}
