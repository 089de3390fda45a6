package org.portcullis.risk.breaker;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.policy.PolicyReading;
import org.portcullis.kernel.Percent;
import org.portcullis.risk.domain.breaker.LossLimits;

/**
 * What the policy says about breakers, and which day and week a moment belongs to. What takes longer than a look into
 * the policy is worked out once: it is asked for with every bar and every fill.
 */
final class BreakerPolicy {

    private final Policy policy;
    private volatile @Nullable ZoneId zone;
    private volatile @Nullable LossLimits losses;
    private volatile Day today = new Day(0, 0);

    /** From its first instant to the first of the next one, UTC milliseconds. */
    private record Day(long fromMs, long toMs) {
    }

    BreakerPolicy(Policy policy) {
        this.policy = policy;
    }

    /** What the policy in force says, whichever that is when it is asked. */
    static PolicyReading<BreakerPolicy> inForce(PolicyBook policies) {
        return new PolicyReading<>(policies, BreakerPolicy::new);
    }

    LossLimits losses() {
        LossLimits known = losses;
        if (known == null) {
            known = new LossLimits(policy.money("risk.breaker.daily-loss.max"),
                    policy.percent("risk.breaker.daily-loss.pct-max"),
                    policy.percent("risk.breaker.weekly-loss.pct-max"),
                    policy.percent("risk.breaker.drawdown.pct-max"), policy.integer("risk.breaker.losing-streak.max"));
            losses = known;
        }
        return known;
    }

    /** How far a breaker goes when its rule trips it. */
    Rung rung(Breaker breaker) {
        return Rung.valueOf(policy.word(breaker.key("rung")));
    }

    /** When a breaker that tripped at that moment ends by itself; {@link Trip#PERSON} when it does not. */
    long untilMs(Breaker breaker, long atMs) {
        return switch (policy.word(breaker.key("ends"))) {
            case "cool-off" -> atMs + coolOffMs(breaker);
            case "day" -> startMs(day(atMs).plusDays(1));
            case "week" -> startMs(monday(day(atMs)).plusWeeks(1));
            default -> Trip.PERSON;
        };
    }

    /** Breakers whose measure can be mended within minutes have a rest of their own. */
    private long coolOffMs(Breaker breaker) {
        String own = breaker.key("cool-off");
        return policy.duration(policy.parameters().containsKey(own) ? own : "risk.breaker.cool-off").toMillis();
    }

    /** How long an incident counts, in milliseconds of event time. */
    long windowMs(Breaker breaker) {
        return ms(breaker, "window");
    }

    /** How many incidents in that window trip. */
    int incidentsMax(Breaker breaker) {
        return integer(breaker, "max");
    }

    /** A whole number of that breaker's own. */
    int integer(Breaker breaker, String name) {
        return policy.integer(breaker.key(name));
    }

    /** A share of that breaker's own. */
    Percent percent(Breaker breaker, String name) {
        return policy.percent(breaker.key(name));
    }

    /** A decimal of that breaker's own, in 10<sup>-8</sup>. */
    long numberE8(Breaker breaker, String name) {
        return policy.number(breaker.key(name));
    }

    /** A time of that breaker's own, in milliseconds. */
    long ms(Breaker breaker, String name) {
        return policy.duration(breaker.key(name)).toMillis();
    }

    /** The day of the account's calendar. */
    LocalDate day(long atMs) {
        return Instant.ofEpochMilli(atMs).atZone(zone()).toLocalDate();
    }

    /** The first day of that day's week. */
    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Whether the person who tripped a breaker may not be the one who re-arms it. */
    boolean secondPerson() {
        return policy.flag("risk.breaker.second-person");
    }

    /** The first instant of the day of that moment, UTC milliseconds. */
    long dayStartMs(long atMs) {
        Day day = today;
        if (atMs < day.fromMs() || atMs >= day.toMs()) {
            LocalDate date = day(atMs);
            day = new Day(startMs(date), startMs(date.plusDays(1)));
            today = day;
        }
        return day.fromMs();
    }

    private long startMs(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant().toEpochMilli();
    }

    private ZoneId zone() {
        ZoneId known = zone;
        if (known == null) {
            known = ZoneId.of(policy.word("risk.breaker.zone"));
            zone = known;
        }
        return known;
    }
}
