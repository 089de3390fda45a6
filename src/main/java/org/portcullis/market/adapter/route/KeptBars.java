package org.portcullis.market.adapter.route;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.WallTime;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarMemory;
import org.portcullis.market.HistoryTaker;
import org.portcullis.market.WarmReport;
import org.portcullis.market.WarmStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows bars of the database as history: as many as anything that looks at bars remembers. They do not cross the
 * broker, for nobody ever has to replay them; several threads bring one instrument after the other, whole, so that only
 * as many instruments are in memory as there are threads.
 */
final class KeptBars implements WarmStart {

    private static final Logger LOG = LoggerFactory.getLogger(KeptBars.class);

    private final BarMemory memory;
    private final Terms terms;
    private final Supplier<List<HistoryTaker>> takers;
    private final Background background;
    private final WallTime time;
    private final WarmGate gate;
    private volatile @Nullable WarmReport last;

    /**
     * How much is shown, and by how many.
     *
     * @param barsToForget bars after which nobody remembers where a series began
     * @param fromMs when so many minutes of trading of an instrument began that end at a moment
     * @param hands threads that read and show
     */
    record Terms(IntSupplier barsToForget, ToLongBiFunction<InstrumentId, Long> fromMs, int hands) {
    }

    /** @param takers who is shown them, in this order; asked at each warm start */
    KeptBars(BarMemory memory, Terms terms, Supplier<List<HistoryTaker>> takers, Background background, WallTime time,
            WarmGate gate) {
        this.memory = memory;
        this.terms = terms;
        this.takers = takers;
        this.background = background;
        this.time = time;
        this.gate = gate;
    }

    @Override
    public Map<InstrumentId, Long> show(String feed, Collection<InstrumentId> instruments, long nowMs) {
        try {
            long started = time.stopwatchNanos();
            Showing showing = new Showing(feed, instruments, nowMs);
            showing.run();
            WarmReport report = new WarmReport(feed, showing.newest.size(), instruments.size(), showing.bars.get(),
                    (time.stopwatchNanos() - started) / 1_000_000, time.millis());
            last = report;
            LOG.info("feed {}: {} kept bars of {} of {} instruments shown, warm after {} ms", feed, report.bars(),
                    report.instruments(), report.wanted(), report.millis());
            return Map.copyOf(showing.newest);
        } finally {
            gate.open();
        }
    }

    @Override
    public Optional<WarmReport> last() {
        return Optional.ofNullable(last);
    }

    /** One warm start. */
    private final class Showing {

        private final List<InstrumentId> instruments;
        private final List<HistoryTaker.Hearing> hearings;
        private final long nowMs;
        private final int limit;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicLong bars = new AtomicLong();
        private final Map<InstrumentId, Long> newest = new ConcurrentHashMap<>();
        private final AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();

        Showing(String feed, Collection<InstrumentId> instruments, long nowMs) {
            this.instruments = List.copyOf(instruments);
            this.hearings = takers.get().stream().map(taker -> taker.begin(feed, terms.hands())).toList();
            this.nowMs = nowMs;
            this.limit = terms.barsToForget().getAsInt();
        }

        void run() {
            CountDownLatch busy = new CountDownLatch(terms.hands() - 1);
            for (int hand = 1; hand < terms.hands(); hand++) {
                int own = hand;
                background.run("warm-start-" + own, () -> {
                    bring(own);
                    busy.countDown();
                });
            }
            bring(0);
            await(busy);
            Throwable why = failed.get();
            if (why != null) {
                throw new IllegalStateException("kept bars could not be shown: " + why, why);
            }
            hearings.forEach(HistoryTaker.Hearing::end);
        }

        private void bring(int hand) {
            try {
                int at = next.getAndIncrement();
                while (at < instruments.size() && failed.get() == null) {
                    show(hand, instruments.get(at));
                    at = next.getAndIncrement();
                }
            } catch (RuntimeException | Error failure) {
                failed.compareAndSet(null, failure);
            }
        }

        private void show(int hand, InstrumentId instrument) {
            long fromMs = terms.fromMs().applyAsLong(instrument, nowMs);
            List<Bar> kept = memory.newest(instrument, nowMs, limit);
            List<Bar> shown = kept.isEmpty() || kept.get(0).openTimeMs() >= fromMs ? kept
                    : kept.stream().filter(bar -> bar.openTimeMs() >= fromMs).toList();
            if (!shown.isEmpty()) {
                hearings.forEach(hearing -> hearing.take(hand, instrument, shown));
                newest.put(instrument, shown.get(shown.size() - 1).closeTimeMs());
                bars.addAndGet(shown.size());
            }
        }

        private static void await(CountDownLatch busy) {
            try {
                busy.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while kept bars were shown", interrupted);
            }
        }
    }
}
