package org.portcullis.venue.adapter.stream;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.time.Background;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends everything that the streams bring through its route, in a thread of its own that ends with the route. When a
 * step fails, such as a journal that cannot write, every connection is given up and opened anew after a growing wait:
 * nothing is judged on data that nobody kept, and what was missed is asked of the venue.
 */
final class VenueStreamConsumer extends DefaultConsumer {

    /** Header with the name of the feed. */
    static final String FEED = "portcullisFeed";

    private static final Logger LOG = LoggerFactory.getLogger(VenueStreamConsumer.class);
    private static final long STOP_SECONDS = 10;
    private static final long TURN_LOOK_MS = 100;

    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable LiveStreams begun;
    private volatile boolean broke;

    VenueStreamConsumer(VenueStreamEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        LiveStreams streams = one(LiveStreams.class);
        boolean open = streams.open();
        begun = streams;
        one(Background.class).run("venue-stream", () -> run(streams, open));
    }

    private void run(LiveStreams streams, boolean begunOpen) {
        boolean open = begunOpen;
        boolean planned = false;
        try {
            // the feed before may still be busy with what it took last
            while (!open && !stop.await(TURN_LOOK_MS, TimeUnit.MILLISECONDS)) {
                open = streams.open();
            }
            int failures = 0;
            while (stop.getCount() > 0) {
                failures = step(streams) ? 0 : failures + 1;
                if (failures > 0 && !stop.await(streams.pauseNanos(failures - 1), TimeUnit.NANOSECONDS)) {
                    LOG.info("feed {} goes on", streams.feedName());
                }
            }
            planned = true;
        } catch (InterruptedException interrupted) {
            planned = true;
            Thread.currentThread().interrupt();
        } finally {
            end(streams, open, planned);
        }
    }

    private void end(LiveStreams streams, boolean open, boolean planned) {
        try {
            if (open && planned) {
                streams.close();
            } else if (open) {
                broke = true;
                streams.broke("the feed ended by an error that it cannot get over");
            }
        } finally {
            ended.countDown();
        }
    }

    /** Whether what came next went all the way. */
    private boolean step(LiveStreams streams) throws InterruptedException {
        try {
            StreamBatch batch = streams.next();
            through(streams.feedName(), batch);
            streams.handled(batch);
            return true;
        } catch (InterruptedException interrupted) {
            throw interrupted;
        } catch (Exception failed) {
            LOG.error("feed {} failed; its connections are opened anew and what was missed is asked of the venue",
                    streams.feedName(), failed);
            streams.failed(String.valueOf(failed));
            return false;
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
        stop.countDown();
        LiveStreams streams = begun;
        if (streams != null && !ended.await(STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("the feed did not end within {} s", STOP_SECONDS);
        } else if (streams != null && broke) {
            // it was shown as waiting until somebody stopped it
            streams.close();
        }
        super.doStop();
    }
}
