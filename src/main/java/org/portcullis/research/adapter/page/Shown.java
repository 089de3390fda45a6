package org.portcullis.research.adapter.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.research.domain.report.Figure;

/** How numbers and times look on the page: thousands separated, a true minus sign, times in UTC. */
final class Shown {

    /** Stands where there is no number. */
    static final String NONE = "\u2013";

    private static final char MINUS = '\u2212';
    private static final int CENTS = 2;
    private static final double DAY_MS = 86_400_000;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Shown() {
    }

    /** An amount to two decimals. */
    static String amount(@Nullable Money amount) {
        return amount == null ? NONE : minus(String.format(Locale.ROOT, "%,.2f", cents(amount)));
    }

    /** A gain or loss to two decimals, always with its sign unless it rounds to zero. */
    static String gain(@Nullable Money amount) {
        return amount == null ? NONE : signed(cents(amount));
    }

    /** A gain or loss in percent with its sign. */
    static String gainPct(Figure figure) {
        return figure.present() ? signed(rounded(figure.value())) + " %" : NONE;
    }

    static String figure(Figure figure) {
        return figure.present() ? minus(String.format(Locale.ROOT, "%,.2f", rounded(figure.value()))) : NONE;
    }

    static String pct(Figure figure) {
        return figure.present() ? figure(figure) + " %" : NONE;
    }

    /** A share of one as percent. */
    static String share(Figure figure) {
        return figure.present() ? pct(Figure.of(100 * figure.value())) : NONE;
    }

    static String share(long part, long whole) {
        return whole == 0 ? NONE : share(Figure.of((double) part / whole));
    }

    static String count(long count) {
        return minus(String.format(Locale.ROOT, "%,d", count));
    }

    static String days(long ms) {
        return String.format(Locale.ROOT, "%,.1f", ms / DAY_MS);
    }

    static String minute(long atMs) {
        return MINUTE.format(Instant.ofEpochMilli(atMs));
    }

    /** The same in letters that every terminal has. */
    static String plain(String text) {
        return text.replace(MINUS, '-').replace(NONE, "-");
    }

    private static BigDecimal cents(Money amount) {
        return BigDecimal.valueOf(amount.e8(), FixedPoint.DIGITS).setScale(CENTS, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal rounded(double value) {
        return new BigDecimal(value).setScale(CENTS, RoundingMode.HALF_EVEN);
    }

    private static String signed(BigDecimal value) {
        return value.signum() == 0 ? "0.00" : minus(String.format(Locale.ROOT, "%+,.2f", value));
    }

    /** A number to so many decimals, always with its sign unless it rounds to zero. */
    static String signed(double value, int decimals) {
        BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? rounded.toPlainString()
                : minus(String.format(Locale.ROOT, "%+,." + decimals + "f", rounded));
    }

    private static String minus(String text) {
        return text.replace('-', MINUS);
    }
}
