package org.portcullis.risk.adapter.rules;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.engine.rules.ErasableRecorder;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Quantity;
import org.portcullis.risk.Check;
import org.portcullis.risk.Check.Relation;
import org.portcullis.risk.Confidence;
import org.portcullis.risk.ReasonCode;

/**
 * What judging rules write into: each call states what was compared, none says yes or no. A failed hard check denies,
 * a failed soft one asks a person.
 */
public final class Checks implements ErasableRecorder {

    /** More than an order is compared. */
    private static final int ROOM = 96;

    private final String currency;
    private final List<Check> made = new ArrayList<>(ROOM);

    /** A recorder for the case tables, whose money has no currency. */
    public Checks() {
        this("money");
    }

    /** A recorder that notes amounts of money in this currency. */
    public Checks(String currency) {
        this.currency = currency;
    }

    /** The share must not be above its limit. */
    public void atMost(String code, Percent actual, Percent limit, ReasonCode reason) {
        add(code, actual.e8(), limit.e8(), Relation.AT_MOST, "%", true, reason);
    }

    /** The amount must not be above its limit. */
    public void atMost(String code, Money actual, Money limit, ReasonCode reason) {
        add(code, actual.e8(), limit.e8(), Relation.AT_MOST, currency, true, reason);
    }

    /** Whole things, such as positions, must not be more than their limit. */
    public void atMost(String code, int actual, int limit, String unit, ReasonCode reason) {
        add(code, whole(actual), whole(limit), Relation.AT_MOST, unit, true, reason);
    }

    /** The quantity must not be above its limit. */
    public void atMost(String code, Quantity actual, Quantity limit, ReasonCode reason) {
        add(code, actual.e8(), limit.e8(), Relation.AT_MOST, "units", true, reason);
    }

    /** The time must not be longer than its limit, both in milliseconds. */
    public void atMostMs(String code, long actualMs, long limitMs, ReasonCode reason) {
        add(code, whole(actualMs), whole(limitMs), Relation.AT_MOST, "ms", true, reason);
    }

    /** The quantity must reach its limit. */
    public void atLeast(String code, Quantity actual, Quantity limit, ReasonCode reason) {
        add(code, actual.e8(), limit.e8(), Relation.AT_LEAST, "units", true, reason);
    }

    /** The amount must reach its limit. */
    public void atLeast(String code, Money actual, Money limit, ReasonCode reason) {
        add(code, actual.e8(), limit.e8(), Relation.AT_LEAST, currency, true, reason);
    }

    /** The confidence must reach its limit. */
    public void atLeast(String code, Confidence actual, Confidence limit, ReasonCode reason) {
        add(code, actual.e8(), limit.e8(), Relation.AT_LEAST, "confidence", true, reason);
    }

    /** The confidence must be above its limit; standing on it is not enough. */
    public void above(String code, Confidence actual, Confidence limit, ReasonCode reason) {
        add(code, actual.e8(), limit.e8(), Relation.ABOVE, "confidence", true, reason);
    }

    /** The amount must be above its limit; standing on it is not enough. */
    public void above(String code, Money actual, Money limit, ReasonCode reason) {
        add(code, actual.e8(), limit.e8(), Relation.ABOVE, currency, true, reason);
    }

    /** The fact must be as required. */
    public void mustBe(String code, boolean actual, boolean required, ReasonCode reason) {
        add(code, whole(actual ? 1 : 0), whole(required ? 1 : 0), Relation.EQUAL, "flag", true, reason);
    }

    /** When the amount is above its limit, a person is asked. */
    public void askAbove(String code, Money actual, Money limit, ReasonCode reason) {
        add(code, actual.e8(), limit.e8(), Relation.AT_MOST, currency, false, reason);
    }

    /** When the share is above its limit, a person is asked. */
    public void askAbove(String code, Percent actual, Percent limit, ReasonCode reason) {
        add(code, actual.e8(), limit.e8(), Relation.AT_MOST, "%", false, reason);
    }

    /** When there are more whole things than the limit says, a person is asked. */
    public void askAbove(String code, int actual, int limit, String unit, ReasonCode reason) {
        add(code, whole(actual), whole(limit), Relation.AT_MOST, unit, false, reason);
    }

    /** Every comparison so far, in the order in which it was made. */
    public List<Check> made() {
        return List.copyOf(made);
    }

    @Override
    public void erase() {
        made.clear();
    }

    @Override
    public List<String> recorded() {
        return made.stream().map(check -> check.pass() ? check.code()
                : check.code() + (check.hard() ? " denies " : " asks ") + check.reason()).toList();
    }

    private void add(String code, long actualE8, long limitE8, Relation relation, String unit, boolean hard,
            ReasonCode reason) {
        made.add(new Check(code, actualE8, limitE8, relation, unit, hard, reason));
    }

    /** Ages that cannot be written in e8 are older than any limit, and stay so. */
    private static long whole(long number) {
        long largest = Long.MAX_VALUE / FixedPoint.ONE;
        return Math.max(-largest, Math.min(largest, number)) * FixedPoint.ONE;
    }
}
