package org.portcullis.signal.adapter.web;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.portcullis.engine.policy.Policy;
import org.portcullis.signal.RateGate;

/** A bucket for everybody, one for each strategy, one for strangers; filled evenly over each minute. */
public final class BucketGate implements RateGate {

    /** Strategies whose buckets are kept; more than can call within a minute, so that none is forgotten too early. */
    private static final int STRATEGIES_KEPT = 1_000;

    private final Supplier<Policy> policy;
    private final TimeMeter time;
    private final Map<String, Limited> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Limited> eldest) {
            return size() > STRATEGIES_KEPT;
        }
    };

    /** A bucket and the limit it was made for. */
    private record Limited(int perMinute, Bucket bucket) {
    }

    /**
     * @param policy    the policy in force; a changed limit begins with a full bucket
     * @param stopwatch monotonic nanoseconds
     */
    public BucketGate(Supplier<Policy> policy, LongSupplier stopwatch) {
        this.policy = policy;
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return stopwatch.getAsLong();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }

    @Override
    public Optional<Integer> overAll() {
        return take("all", "signal.per-minute-max");
    }

    @Override
    public Optional<Integer> overStrategy(String source, String strategy) {
        return take("of/" + source + "/" + strategy, "signal.strategy-per-minute-max");
    }

    @Override
    public boolean noteStranger() {
        return take("strangers", "signal.strangers-per-minute-max").isEmpty();
    }

    private Optional<Integer> take(String name, String parameter) {
        int limit = policy.get().integer(parameter);
        return bucket(name, limit).tryConsume(1) ? Optional.empty() : Optional.of(limit);
    }

    private synchronized Bucket bucket(String name, int limit) {
        Limited kept = buckets.get(name);
        if (kept == null || kept.perMinute() != limit) {
            kept = new Limited(limit, Bucket.builder().withCustomTimePrecision(time).addLimit(Bandwidth.builder()
                    .capacity(limit).refillGreedy(limit, Duration.ofMinutes(1)).build()).build());
            buckets.put(name, kept);
        }
        return kept.bucket();
    }
}
