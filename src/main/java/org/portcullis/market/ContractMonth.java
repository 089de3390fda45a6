package org.portcullis.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One contract of a future: its root and the month in which it ends.
 *
 * @param root  canonical symbol of the continuous future, such as {@code MNQ}
 * @param year  four digits
 * @param month 1 to 12
 */
public record ContractMonth(String root, int year, int month) implements Comparable<ContractMonth> {

    /** A contract that ended up to so many years ago can still be meant by its one digit. */
    private static final int YEARS_BACK = 1;
    private static final Pattern SUFFIX = Pattern.compile("\\.?([" + RollRule.CODES + "])(\\d|\\d\\d|20\\d\\d)");

    public ContractMonth {
        Objects.requireNonNull(root, "root");
        if (month < 1 || month > 12 || year < 2000 || year > 2099) {
            throw new IllegalArgumentException("a contract ends in a month of 2000 to 2099, not " + year + "-" + month);
        }
    }

    /**
     * Reads what follows the root, such as {@code Z6}, {@code Z26}, {@code Z2026} or {@code .Z26}. One digit means the
     * first such year from the year before {@code today} on.
     */
    public static Optional<ContractMonth> parse(String root, String suffix, LocalDate today) {
        Matcher read = SUFFIX.matcher(suffix);
        if (!read.matches()) {
            return Optional.empty();
        }
        int month = RollRule.CODES.indexOf(read.group(1)) + 1;
        int number = Integer.parseInt(read.group(2));
        return switch (read.group(2).length()) {
            case 1 -> Optional.of(new ContractMonth(root, yearEndingIn(number, today.getYear() - YEARS_BACK), month));
            case 2 -> Optional.of(new ContractMonth(root, 2000 + number, month));
            default -> Optional.of(new ContractMonth(root, number, month));
        };
    }

    private static int yearEndingIn(int digit, int from) {
        return from + Math.floorMod(digit - from, 10);
    }

    /** As the venue writes it: {@code MNQZ6}. */
    public String symbol() {
        return root + RollRule.CODES.charAt(month - 1) + year % 10;
    }

    /** The third Friday of the month. */
    public LocalDate thirdFriday() {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.FRIDAY));
    }

    /**
     * The last day on which it trades: the third Friday, or the last full day before it when the exchange keeps a
     * holiday then (CME rulebook, equity index products).
     *
     * @throws IllegalArgumentException when the calendar does not cover that week
     */
    public LocalDate lastTradeDay(TradingCalendar calendar) {
        return thirdFriday().minusDays(6).datesUntil(thirdFriday().plusDays(1)).filter(calendar::fullDay)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalArgumentException("the calendar " + calendar.name()
                        + " knows no full day in the week of " + thirdFriday() + ", on which " + symbol() + " ends"));
    }

    /** The contract after this one among the months of the rule. */
    public ContractMonth next(RollRule rule) {
        String months = rule.months();
        int after = months.indexOf(RollRule.CODES.charAt(month - 1)) + 1;
        if (after == 0) {
            throw new IllegalArgumentException(symbol() + " is no contract of the months " + months);
        }
        boolean nextYear = after == months.length();
        return new ContractMonth(root, nextYear ? year + 1 : year,
                RollRule.CODES.indexOf(months.charAt(nextYear ? 0 : after)) + 1);
    }

    @Override
    public int compareTo(ContractMonth other) {
        return Integer.compare(year * 12 + month, other.year * 12 + other.month);
    }
}
