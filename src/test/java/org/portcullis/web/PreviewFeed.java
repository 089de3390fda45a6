package org.portcullis.web;

import java.util.List;
import java.util.Random;
import org.portcullis.engine.time.EventClock;
import org.portcullis.market.Bar;
import org.portcullis.market.BarsSeen;
import org.springframework.context.ApplicationEventPublisher;

/** Tells one more minute of two instruments each time it is asked. */
final class PreviewFeed {

    private final ApplicationEventPublisher events;
    private final EventClock market;
    private final Random random = new Random(11);
    private Bar btc;
    private Bar eth;

    PreviewFeed(ApplicationEventPublisher events, EventClock market, Bar btc, Bar eth) {
        this.events = events;
        this.market = market;
        this.btc = btc;
        this.eth = eth;
    }

    synchronized void next() {
        btc = after(btc);
        eth = after(eth);
        market.reached(btc.closeTimeMs());
        events.publishEvent(new BarsSeen(List.of(btc, eth)));
    }

    private Bar after(Bar bar) {
        long open = bar.closeE8();
        long close = open + (long) (open * random.nextGaussian() * 0.0006);
        return new Bar(bar.instrument(), bar.openTimeMs() + Bar.INTERVAL_MS, open, Math.max(open, close) + open / 5000,
                Math.min(open, close) - open / 5000, close, (long) (5e8 * (1 + Math.abs(random.nextGaussian()))));
    }
}
