package org.portcullis.research.domain.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.portcullis.kernel.Money;
import org.portcullis.research.BacktestTerms;
import org.portcullis.research.EquitySample;

/**
 * What the account was worth at the end of each UTC day. Every day of the calendar counts, weekends and holidays too: a
 * day on which nothing moved keeps the worth of the day before, and the first and the last day may be cut short.
 *
 * @param start  worth before the first day
 * @param first  the first day
 * @param closes worth at the end of the first day and of every later one
 */
public record DailyEquity(Money start, LocalDate first, List<Money> closes) {

    static final long DAY_MS = 86_400_000L;

    public DailyEquity {
        closes = List.copyOf(closes);
    }

    /** What stands at midnight sharp belongs to the day that ends then. */
    static DailyEquity of(BacktestTerms terms, List<EquitySample> equity) {
        long first = Math.floorDiv(terms.fromMs(), DAY_MS);
        long end = equity.isEmpty() ? terms.toMs() : Math.max(terms.toMs(), equity.get(equity.size() - 1).atMs());
        long last = Math.max(first, Math.floorDiv(end - 1, DAY_MS));
        List<Money> closes = new ArrayList<>();
        Money worth = terms.cash();
        int next = 0;
        for (long day = first; day <= last; day++) {
            long midnight = (day + 1) * DAY_MS;
            while (next < equity.size() && equity.get(next).atMs() <= midnight) {
                worth = equity.get(next++).equity();
            }
            closes.add(worth);
        }
        return new DailyEquity(terms.cash(), LocalDate.ofEpochDay(first), closes);
    }

    /** Worth at the end. */
    Money last() {
        return closes.get(closes.size() - 1);
    }

    /** Worth by day, first day first. */
    public Map<LocalDate, Money> byDay() {
        Map<LocalDate, Money> days = new LinkedHashMap<>();
        for (int day = 0; day < closes.size(); day++) {
            days.put(first.plusDays(day), closes.get(day));
        }
        return days;
    }

    /** Gain of each month (such as {@code 2026-01}) over the worth before it, in percent; first month first. */
    public Map<String, Figure> returnPctByMonth() {
        Map<String, Money> ends = new TreeMap<>();
        byDay().forEach((day, worth) -> ends.put(month(day), worth));
        Map<String, Figure> returns = new TreeMap<>();
        Money before = start;
        for (Map.Entry<String, Money> end : ends.entrySet()) {
            returns.put(end.getKey(), gainPct(before, end.getValue()));
            before = end.getValue();
        }
        return returns;
    }

    /** Gain of {@code after} over {@code before} in percent; none over nothing. */
    public static Figure gainPct(Money before, Money after) {
        return Figure.ratio(100.0 * after.minus(before).e8(), before.e8(), "no money to begin with");
    }

    static String month(LocalDate day) {
        return day.toString().substring(0, 7);
    }
}
