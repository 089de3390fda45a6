package org.portcullis.risk.adapter.rules;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.engine.rules.RuleRecorder;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Side;
import org.portcullis.risk.exit.ExitReading;
import org.portcullis.risk.exit.ExitReason;
import org.portcullis.strategy.Proposal;

/**
 * What exit rules write into: each states what was compared; whether the position is closed follows from the numbers.
 * A rule may also say where the stop could stand; the watch moves it there only towards profit.
 */
public final class Exits implements RuleRecorder {

    private final List<ExitReading> readings = new ArrayList<>();
    private final List<Price> stops = new ArrayList<>();

    /** Due when the price ran against a position of that side as far as the limit. */
    public void against(ExitReason reason, Side side, Price actual, Price limit) {
        add(reason, actual.e8(), limit.e8(), side.sign() * (limit.e8() - actual.e8()) >= 0, Proposal.ALL);
    }

    /** Due when the price ran in favour of a position of that side as far as the limit. */
    public void inFavour(ExitReason reason, Side side, Price actual, Price limit) {
        add(reason, actual.e8(), limit.e8(), side.sign() * (actual.e8() - limit.e8()) >= 0, Proposal.ALL);
    }

    /** Due when the share reaches its limit. */
    public void atLeast(ExitReason reason, Percent actual, Percent limit) {
        add(reason, actual.e8(), limit.e8(), actual.compareTo(limit) >= 0, Proposal.ALL);
    }

    /** A part is due when that many times the first risk, in 10<sup>-8</sup>, was earned. */
    public void atLeastR(ExitReason reason, long actualE8, long limitE8, Percent share) {
        add(reason, actualE8, limitE8, actualE8 >= limitE8, share);
    }

    /** A part is due when the share is above its limit; standing on it is permitted. */
    public void above(ExitReason reason, Percent actual, Percent limit, Percent share) {
        add(reason, actual.e8(), limit.e8(), actual.compareTo(limit) > 0, share);
    }

    /** Due when the time reaches its limit, both in milliseconds. */
    public void atLeastMs(ExitReason reason, long actualMs, long limitMs) {
        add(reason, whole(actualMs), whole(limitMs), actualMs >= limitMs, Proposal.ALL);
    }

    /** Due when no more time than the limit is left, both in milliseconds. */
    public void atMostMs(ExitReason reason, long actualMs, long limitMs) {
        add(reason, whole(actualMs), whole(limitMs), actualMs <= limitMs, Proposal.ALL);
    }

    /** The stop could stand at that price. */
    public void stopAt(Price price) {
        stops.add(price);
    }

    /** The stop could stand that far behind the best price of a position of that side. */
    public void stopBehind(Side side, Price best, Money distance) {
        stops.add(new Price(Math.max(1, best.e8() - side.sign() * distance.e8())));
    }

    /** What was compared so far, in order. */
    public List<ExitReading> readings() {
        return List.copyOf(readings);
    }

    /** Where the stop could stand. */
    public List<Price> stops() {
        return List.copyOf(stops);
    }

    @Override
    public List<String> recorded() {
        List<String> texts = new ArrayList<>(readings.stream()
                .map(reading -> reading.reason().code() + (reading.due() ? " due" : "")).toList());
        stops.forEach(stop -> texts.add("stop " + stop));
        return texts;
    }

    private void add(ExitReason reason, long actualE8, long limitE8, boolean due, Percent share) {
        readings.add(new ExitReading(reason, actualE8, limitE8, due, share));
    }

    private static long whole(long number) {
        long largest = Long.MAX_VALUE / FixedPoint.ONE;
        return Math.max(-largest, Math.min(largest, number)) * FixedPoint.ONE;
    }
}
