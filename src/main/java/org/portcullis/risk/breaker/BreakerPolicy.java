package org.portcullis.risk.breaker;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.policy.PolicyReading;
import org.portcullis.kernel.Percent;
import org.portcullis.risk.domain.breaker.LossLimits;

/**
 * What the policy says about breakers, and which day and week a moment belongs to. Each parameter is looked up once:
 * some are asked for with every bar and every fill.
 */
final class BreakerPolicy {

    private final Policy policy;
    private final List<Map<String, Long>> numbers;
    private final ToLongFunction<String> decimals;
    private final ToLongFunction<String> counts;
    private final ToLongFunction<String> times;
    private final @Nullable Rung[] rungs = new Rung[Breaker.values().length];
    private final @Nullable String[] ends = new String[Breaker.values().length];
    private volatile @Nullable ZoneId zone;
    private volatile @Nullable LossLimits losses;
    private volatile Day today = new Day(0, 0);

    /** From its first instant to the first of the next one, UTC milliseconds. */
    private record Day(long fromMs, long toMs) {
    }

    BreakerPolicy(Policy policy) {
        this.policy = policy;
        this.numbers = Arrays.stream(Breaker.values()).<Map<String, Long>>map(each -> new ConcurrentHashMap<>())
                .toList();
        this.decimals = policy::number;
        this.counts = policy::integer;
        this.times = key -> policy.duration(key).toMillis();
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
        Rung known = rungs[breaker.ordinal()];
        if (known == null) {
            known = Rung.valueOf(policy.word(key(breaker, "rung")));
            rungs[breaker.ordinal()] = known;
        }
        return known;
    }

    /** When a breaker that tripped at that moment ends by itself; {@link Trip#PERSON} when it does not. */
    long untilMs(Breaker breaker, long atMs) {
        String known = ends[breaker.ordinal()];
        if (known == null) {
            known = policy.word(key(breaker, "ends"));
            ends[breaker.ordinal()] = known;
        }
        return switch (known) {
            case "cool-off" -> atMs + coolOffMs(breaker);
            case "day" -> startMs(day(atMs).plusDays(1));
            case "week" -> startMs(monday(day(atMs)).plusWeeks(1));
            default -> Trip.PERSON;
        };
    }

    /** Breakers whose measure can be mended within minutes have a rest of their own. */
    private long coolOffMs(Breaker breaker) {
        Long known = numbers.get(breaker.ordinal()).get("cool-off");
        if (known == null) {
            String own = key(breaker, "cool-off");
            known = times.applyAsLong(policy.parameters().containsKey(own) ? own : "risk.breaker.cool-off");
            numbers.get(breaker.ordinal()).put("cool-off", known);
        }
        return known;
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
        return Math.toIntExact(known(breaker, name, counts));
    }

    /** A share of that breaker's own. */
    Percent percent(Breaker breaker, String name) {
        return new Percent(known(breaker, name, decimals));
    }

    /** A decimal of that breaker's own, in 10<sup>-8</sup>. */
    long numberE8(Breaker breaker, String name) {
        return known(breaker, name, decimals);
    }

    /** A time of that breaker's own, in milliseconds. */
    long ms(Breaker breaker, String name) {
        return known(breaker, name, times);
    }

    private long known(Breaker breaker, String name, ToLongFunction<String> reading) {
        Long known = numbers.get(breaker.ordinal()).get(name);
        if (known == null) {
            known = reading.applyAsLong(key(breaker, name));
            numbers.get(breaker.ordinal()).put(name, known);
        }
        return known;
    }

    private static String key(Breaker breaker, String name) {
        return "risk.breaker." + breaker.code() + "." + name;
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
