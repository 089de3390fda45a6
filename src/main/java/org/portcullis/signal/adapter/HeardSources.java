package org.portcullis.signal.adapter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.portcullis.market.TradingCalendar;
import org.portcullis.signal.CallHearing;
import org.portcullis.signal.ExpectedCalls;
import org.portcullis.signal.SourceState;
import org.portcullis.signal.SourcesView;

/**
 * Remembers when each expected source called last. Nothing of it is kept: after a start a source has as long as it is
 * expected to need, counted from the start, or from the edit that first expected it.
 */
public final class HeardSources implements SourcesView, CallHearing {

    private final Supplier<Map<String, ExpectedCalls>> expected;
    private final Function<String, Optional<TradingCalendar>> calendars;
    private final Map<String, Long> begun = new ConcurrentHashMap<>();
    private final Map<String, Long> called = new ConcurrentHashMap<>();

    /**
     * @param expected  what is expected of which source, asked each time
     * @param calendars the calendar of a name; where there is none every hour counts
     * @param startMs   when counting begins, our wall clock, UTC milliseconds
     */
    public HeardSources(Supplier<Map<String, ExpectedCalls>> expected,
            Function<String, Optional<TradingCalendar>> calendars, long startMs) {
        this.expected = expected;
        this.calendars = calendars;
        expected.get().keySet().forEach(source -> begun.put(source, startMs));
    }

    @Override
    public void called(String source, long atMs) {
        if (expected.get().containsKey(source)) {
            called.merge(source, atMs, Math::max);
        }
    }

    @Override
    public List<SourceState> sources(long nowMs) {
        Map<String, ExpectedCalls> asked = expected.get();
        begun.keySet().retainAll(asked.keySet());
        called.keySet().retainAll(asked.keySet());
        return new TreeMap<>(asked).values().stream().map(one -> state(one, nowMs)).toList();
    }

    private SourceState state(ExpectedCalls one, long nowMs) {
        Long last = called.get(one.source());
        long sinceMs = last != null ? last : begun.computeIfAbsent(one.source(), fresh -> nowMs);
        long silentMs = calendars.apply(one.calendar()).map(calendar -> calendar.openMsBetween(sinceMs, nowMs))
                .orElse(nowMs - sinceMs);
        return new SourceState(one, sinceMs, last != null, Math.max(0, silentMs));
    }
}
