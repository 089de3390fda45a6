package org.portcullis.risk.adapter.rules;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.engine.rules.ErasableRecorder;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.risk.breaker.Breaker;
import org.portcullis.risk.breaker.Reading;

/** What tripping rules write into: each states what was compared; whether a breaker trips follows from the numbers. */
public final class Trips implements ErasableRecorder {

    private final List<Reading> readings = new ArrayList<>();

    /** Trips when the amount reaches its limit. */
    public void atLeast(Breaker breaker, Money actual, Money limit) {
        readings.add(new Reading(breaker, actual.e8(), limit.e8(), "money", true));
    }

    /** Trips when the share reaches its limit. */
    public void atLeast(Breaker breaker, Percent actual, Percent limit) {
        readings.add(new Reading(breaker, actual.e8(), limit.e8(), "%", true));
    }

    /** Trips when there are as many as the limit says. */
    public void atLeast(Breaker breaker, int actual, int limit, String unit) {
        readings.add(new Reading(breaker, actual * FixedPoint.ONE, limit * FixedPoint.ONE, unit, true));
    }

    /** Trips when the share is above its limit; standing on it does not trip. */
    public void above(Breaker breaker, Percent actual, Percent limit) {
        readings.add(new Reading(breaker, actual.e8(), limit.e8(), "%", false));
    }

    /** Trips when there are more than the limit says. */
    public void above(Breaker breaker, int actual, int limit, String unit) {
        readings.add(new Reading(breaker, actual * FixedPoint.ONE, limit * FixedPoint.ONE, unit, false));
    }

    /** Trips when the multiple, in 10<sup>-8</sup>, is above its limit. */
    public void aboveTimes(Breaker breaker, long actualE8, long limitE8) {
        readings.add(new Reading(breaker, actualE8, limitE8, "times", false));
    }

    /** Trips when the time reaches its limit, both in milliseconds. */
    public void atLeastMs(Breaker breaker, long actualMs, long limitMs) {
        readings.add(new Reading(breaker, whole(actualMs), whole(limitMs), "ms", true));
    }

    /** Trips when the time is above its limit, both in milliseconds. */
    public void aboveMs(Breaker breaker, long actualMs, long limitMs) {
        readings.add(new Reading(breaker, whole(actualMs), whole(limitMs), "ms", false));
    }

    /** Trips when the time is above its limit, both in microseconds; noted in milliseconds. */
    public void aboveMicros(Breaker breaker, long actualMicros, long limitMicros) {
        readings.add(new Reading(breaker, thousandths(actualMicros), thousandths(limitMicros), "ms", false));
    }

    /** Times without an end fit, too. */
    private static long whole(long count) {
        return Math.min(count, Long.MAX_VALUE / FixedPoint.ONE) * FixedPoint.ONE;
    }

    private static long thousandths(long count) {
        return Math.min(count, Long.MAX_VALUE / (FixedPoint.ONE / 1_000)) * (FixedPoint.ONE / 1_000);
    }

    /** Everything compared so far, in order. */
    public List<Reading> readings() {
        return List.copyOf(readings);
    }

    @Override
    public void erase() {
        readings.clear();
    }

    @Override
    public List<String> recorded() {
        return readings.stream().map(reading -> reading.breaker().code() + (reading.trips() ? " trips" : "")).toList();
    }
}
