package org.portcullis.risk.adapter.rules;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.engine.rules.RuleRecorder;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.risk.breaker.Breaker;
import org.portcullis.risk.breaker.Reading;

/** What tripping rules write into: each states what was compared; whether a breaker trips follows from the numbers. */
public final class Trips implements RuleRecorder {

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

    /** Everything compared so far, in order. */
    public List<Reading> readings() {
        return List.copyOf(readings);
    }

    @Override
    public List<String> recorded() {
        return readings.stream().map(reading -> reading.breaker().code() + (reading.trips() ? " trips" : "")).toList();
    }
}
