package org.portcullis.venue.adapter.stream;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.portcullis.engine.time.Background;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends everything that the streams bring through its route, in a thread of its own that ends with the route. When a
 * step fails, such as a journal that cannot write, the feed stops: nothing is judged on data that nobody kept.
 */
final class VenueStreamConsumer extends DefaultConsumer {

    /** Header with the name of the feed. */
    static final String FEED = "portcullisFeed";

    private static final Logger LOG = LoggerFactory.getLogger(VenueStreamConsumer.class);
    private static final long STOP_SECONDS = 10;

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile boolean begun;

    VenueStreamConsumer(VenueStreamEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        LiveStreams streams = one(LiveStreams.class);
        streams.open();
        begun = true;
        one(Background.class).run("venue-stream", () -> run(streams));
    }

    private void run(LiveStreams streams) {
        try {
            while (!stopping) {
                StreamBatch batch = streams.next();
                through(streams.feedName(), batch);
                streams.handled(batch);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            LOG.error("feed {} stopped; nothing new will be judged until it is mended and restarted",
                    streams.feedName(), failed);
        } finally {
            streams.close();
            ended.countDown();
        }
    }

    private void through(String feed, StreamBatch batch) throws Exception {
        Exchange exchange = createExchange(true);
        try {
            exchange.getIn().setBody(batch);
            exchange.getIn().setHeader(FEED, feed);
            getProcessor().process(exchange);
            Exception failure = exchange.getException();
            if (failure != null) {
                throw failure;
            }
        } finally {
            releaseExchange(exchange, true);
        }
    }

    private <T> T one(Class<T> type) {
        CamelContext camel = getEndpoint().getCamelContext();
        T found = camel.getRegistry().findSingleByType(type);
        if (found == null) {
            throw new IllegalStateException("no " + type.getSimpleName() + " in this process");
        }
        return found;
    }

    @Override
    protected void doStop() throws Exception {
        stopping = true;
        if (begun && !ended.await(STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("the feed did not end within {} s", STOP_SECONDS);
        }
        super.doStop();
    }
}
