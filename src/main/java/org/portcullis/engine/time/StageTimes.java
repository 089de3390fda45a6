package org.portcullis.engine.time;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.ConcurrentHistogram;

/** How long the stages of a walk took since the process started, in microseconds; percentiles over everything seen. */
public final class StageTimes {

    private static final long LONGEST_MICROS = 3_600_000_000L;

    private final Map<String, ConcurrentHistogram> stages = new ConcurrentHashMap<>();

    /** Adds one duration; negative ones (a clock that stepped back) count as zero, longer than an hour as an hour. */
    public void record(String stage, long micros) {
        stages.computeIfAbsent(stage, name -> new ConcurrentHistogram(LONGEST_MICROS, 3))
                .recordValue(Math.min(Math.max(micros, 0), LONGEST_MICROS));
    }

    /** The stage's figures; all zero when nothing was recorded. */
    public Figures figures(String stage) {
        ConcurrentHistogram histogram = stages.get(stage);
        return histogram == null ? new Figures(0, 0, 0, 0, 0) : new Figures(histogram.getTotalCount(),
                histogram.getValueAtPercentile(50), histogram.getValueAtPercentile(95),
                histogram.getValueAtPercentile(99), histogram.getMaxValue());
    }

    /** Count, median, 95th and 99th percentile and maximum, in microseconds. */
    public record Figures(long count, long p50Micros, long p95Micros, long p99Micros, long maxMicros) {
    }
}
