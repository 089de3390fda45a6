package org.portcullis.market.adapter.route;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;

/** Sends every frame of the replay through its route, in a thread of its own that ends with the route. */
final class ReplayConsumer extends DefaultConsumer {

    /** Header with the source's own rows, for the raw journal. */
    static final String ROWS = "portcullisRows";

    private @Nullable Replay replay;

    ReplayConsumer(ReplayEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        Replay started = getEndpoint().getCamelContext().getRegistry().findSingleByType(Replay.class);
        if (started == null) {
            throw new IllegalStateException("no replay is configured in this process (portcullis.feed.replay)");
        }
        replay = started;
        started.start((frame, rows) -> {
            Exchange exchange = createExchange(true);
            exchange.getIn().setBody(frame);
            exchange.getIn().setHeader(ROWS, rows);
            getProcessor().process(exchange);
            Exception failure = exchange.getException();
            if (failure != null) {
                throw failure;
            }
        });
    }

    @Override
    protected void doStop() throws Exception {
        if (replay != null) {
            replay.stop();
        }
        super.doStop();
    }
}
