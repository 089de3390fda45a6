package org.portcullis.order.adapter.route;

import org.portcullis.engine.route.Addresses;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.order.CancelOrder;
import org.portcullis.order.SubmitOrder;
import org.portcullis.order.VenuePort;
import org.springframework.stereotype.Component;

/** Puts commands on the gateway's addresses. */
@Component
public class BusVenue implements VenuePort {

    private final MessageBus bus;

    public BusVenue(MessageBus bus) {
        this.bus = bus;
    }

    @Override
    public void submit(SubmitOrder command, String messageId) {
        bus.send(Addresses.ORDER_SUBMIT, messageId, command);
    }

    @Override
    public void cancel(CancelOrder command, String messageId) {
        bus.send(Addresses.ORDER_CANCEL, messageId, command);
    }
}
