package org.portcullis.risk.adapter.market;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.Price;
import org.portcullis.market.MarketOutcome;
import org.portcullis.risk.PriceView.LastPrice;
import org.portcullis.risk.PriceWindow.PriceRange;

/**
 * What was believed of one instrument: its prices of the longest window that the policy permits, oldest first, the last
 * of them for whoever asks from another thread, and the newest features.
 */
final class PriceTape {

    private static final long KEPT_MS = 86_400_000;

    private long[] timesMs = new long[64];
    private long[] pricesE8 = new long[64];
    private int first;
    private int end;
    private final AtomicReference<Optional<LastPrice>> last = new AtomicReference<>(Optional.empty());
    private final AtomicReference<MarketOutcome.@Nullable Formed> formed = new AtomicReference<>();

    /** Takes the price that is believed now; one that a refused bar did not move is kept once. */
    void keep(long priceE8, long atMs) {
        LastPrice known = last.getPlain().orElse(null);
        if (known == null || known.eventTimeMs() != atMs || known.price().e8() != priceE8) {
            last.setRelease(Optional.of(new LastPrice(new Price(priceE8), atMs)));
        }
        if (first == end || timesMs[end - 1] < atMs) {
            if (end == timesMs.length) {
                makeRoom();
            }
            timesMs[end] = atMs;
            pricesE8[end++] = priceE8;
        }
        long oldestMs = atMs - KEPT_MS;
        while (timesMs[first] < oldestMs) {
            first++;
        }
    }

    private void makeRoom() {
        int size = end - first;
        int room = size > timesMs.length / 2 ? timesMs.length * 2 : timesMs.length;
        long[] times = new long[room];
        long[] prices = new long[room];
        System.arraycopy(timesMs, first, times, 0, size);
        System.arraycopy(pricesE8, first, prices, 0, size);
        timesMs = times;
        pricesE8 = prices;
        first = 0;
        end = size;
    }

    /** The last price. */
    Optional<LastPrice> last() {
        return last.getAcquire();
    }

    /** Lowest and highest price since that moment. */
    Optional<PriceRange> range(long fromMs) {
        long lowestE8 = Long.MAX_VALUE;
        long highestE8 = Long.MIN_VALUE;
        int i = end;
        while (i > first && timesMs[i - 1] >= fromMs) {
            i--;
            lowestE8 = Math.min(lowestE8, pricesE8[i]);
            highestE8 = Math.max(highestE8, pricesE8[i]);
        }
        return i == end ? Optional.empty()
                : Optional.of(new PriceRange(new Price(lowestE8), new Price(highestE8)));
    }

    /** What became of the newest good bar, when its features were formed; null otherwise. */
    MarketOutcome.@Nullable Formed formed() {
        return formed.getAcquire();
    }

    void formed(MarketOutcome.@Nullable Formed newest) {
        formed.setRelease(newest);
    }
}
