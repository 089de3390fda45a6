package org.portcullis.web.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;

/**
 * Numbers, times and codes as people read them: thousands separated, the sign always shown for profit, with a real
 * minus
 * and an arrow so that colour is never alone; times in UTC, with the date only when it is not today's.
 */
public final class Wording {

    private static final DecimalFormatSymbols SYMBOLS = symbols();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss",
            Locale.ENGLISH);
    private static final String NOTHING = "\u2013";
    private static final int ID_SHOWN = 8;
    private static final long MINUTE_MS = 60_000;
    private static final long MICROS_PER_MILLI = 1_000;

    private final InstantSource market;

    /** @param market the clock whose day is today: event time in a replay */
    public Wording(InstantSource market) {
        this.market = market;
    }

    /** {@code 95,812.40}: two decimals from a thousand on, up to four from one on, up to eight below. */
    public String price(@Nullable Price price) {
        if (price == null) {
            return NOTHING;
        }
        long whole = price.e8() / FixedPoint.ONE;
        return number(price.e8(), 2, whole >= 1_000 ? 2 : whole >= 1 ? 4 : FixedPoint.DIGITS);
    }

    /** {@code 0.05}: as many decimals as matter. */
    public String quantity(Quantity quantity) {
        return number(quantity.e8(), 0, FixedPoint.DIGITS);
    }

    /** {@code 1,204.50}: two decimals. */
    public String money(@Nullable Money money) {
        return money == null ? NOTHING : number(money.e8(), 2, 2);
    }

    /** {@code + 214.60} or {@code − 5.88}: two decimals and always a sign, none for zero. */
    public String signed(@Nullable Money money) {
        if (money == null) {
            return NOTHING;
        }
        String amount = number(money.abs().e8(), 2, 2);
        return sign(roundsToZero(money) ? 0 : Long.signum(money.e8())) + amount;
    }

    /** {@code up}, {@code down} or nothing: the class of a gain or a loss. */
    public String trend(@Nullable Money money) {
        return money == null || roundsToZero(money) ? "" : money.e8() > 0 ? "up" : "down";
    }

    /** An arrow beside a gain or a loss. */
    public String arrow(@Nullable Money money) {
        return switch (trend(money)) {
            case "up" -> "\u25b2";
            case "down" -> "\u25bc";
            default -> "";
        };
    }

    /** {@code 11.8 %}: one decimal. */
    public String percent(Percent percent) {
        return number(percent.e8(), 1, 1) + "\u00a0%";
    }

    /** {@code 0.38 %}: two decimals, for shares that are small. */
    public String fraction(Percent percent) {
        return number(percent.e8(), 2, 2) + "\u00a0%";
    }

    /** {@code 1,204}. */
    public String count(long count) {
        return new DecimalFormat("#,##0", SYMBOLS).format(count);
    }

    /** {@code 0.6 ms}, {@code 84 ms}, {@code 1.2 s}. */
    public String micros(long micros) {
        if (micros < 10_000) {
            return plain(micros, 3, 1) + "\u00a0ms";
        }
        return micros < 1_000_000 ? plain(micros, 3, 0) + "\u00a0ms" : plain(micros, 6, 1) + "\u00a0s";
    }

    /** {@code + 4.2}: one decimal and always a sign, for basis points in 10<sup>-8</sup>. */
    public String basisPoints(@Nullable Long e8) {
        return e8 == null ? NOTHING : sign(Long.signum(e8)) + number(Math.abs(e8), 1, 1);
    }

    /** {@code 250 ms}, {@code 12.5 s}, {@code 5 min}. */
    public String millis(@Nullable Long millis) {
        if (millis == null) {
            return NOTHING;
        }
        return millis < MINUTE_MS ? micros(millis * MICROS_PER_MILLI)
                : number(Math.multiplyExact(millis, FixedPoint.ONE) / MINUTE_MS, 0, 1) + "\u00a0min";
    }

    /** The moment of UTC milliseconds as {@link #time} says it. */
    public String timeMs(long atMs) {
        return time(Instant.ofEpochMilli(atMs));
    }

    /** The moment of UTC milliseconds as {@link #iso} says it. */
    public String at(long atMs) {
        return iso(Instant.ofEpochMilli(atMs));
    }

    /** {@code 14:03:07.215} today, {@code 3 Dec 2024 14:03:07} on any other day. */
    public String time(@Nullable Instant at) {
        if (at == null) {
            return NOTHING;
        }
        boolean today = day(at).equals(day(market.instant()));
        String text = (today ? TIME : DAY_AND_TIME).format(at.atOffset(ZoneOffset.UTC));
        int millis = (int) (at.toEpochMilli() % 1_000);
        return today && millis != 0 ? text + String.format(Locale.ROOT, ".%03d", millis) : text;
    }

    /** The whole moment for programs and tool tips, {@code 2024-12-03T14:03:07.215Z}. */
    public String iso(@Nullable Instant at) {
        return at == null ? "" : at.toString();
    }

    /** The whole moment for people, to the second: {@code 2026-11-21 03:42:51 UTC}. */
    public String stamp(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", " UTC");
    }

    /** How long ago on the market's clock: {@code 41 s}, {@code 12 min}, {@code 3 h 05 min}, {@code 4 d}. */
    public String age(Instant since) {
        long seconds = Math.max(0, Duration.between(since, market.instant()).toSeconds());
        if (seconds < 60) {
            return seconds + "\u00a0s";
        }
        if (seconds < 3_600) {
            return seconds / 60 + "\u00a0min";
        }
        return seconds < 86_400 ? String.format(Locale.ROOT, "%d\u00a0h %02d\u00a0min", seconds / 3_600,
                seconds / 60 % 60)
                : seconds / 86_400 + "\u00a0d";
    }

    /** The first eight characters of an id. */
    public String brief(String id) {
        return id.length() <= ID_SHOWN ? id : id.substring(0, ID_SHOWN);
    }

    /** The last part of a rule's name, {@code form-entry-on-breakout}; the strategy beside it says the rest. */
    public String rule(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** {@code PARTIAL_FILL} as {@code Partial fill}. */
    public String words(String code) {
        String text = code.replace('_', ' ').toLowerCase(Locale.ROOT);
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** A fixed-point number with that many decimals, thousands separated, rounded half even. */
    public static String number(long e8, int decimalsMin, int decimalsMax) {
        DecimalFormat format = new DecimalFormat("#,##0", SYMBOLS);
        format.setMinimumFractionDigits(decimalsMin);
        format.setMaximumFractionDigits(decimalsMax);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        return format.format(BigDecimal.valueOf(e8, FixedPoint.DIGITS));
    }

    private static String plain(long value, int scale, int decimals) {
        return BigDecimal.valueOf(value, scale).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    private static boolean roundsToZero(Money money) {
        return Math.abs(money.e8()) < FixedPoint.ONE / 200;
    }

    private static String sign(int signum) {
        return signum > 0 ? "+\u00a0" : signum < 0 ? "\u2212\u00a0" : "";
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static DecimalFormatSymbols symbols() {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setMinusSign('\u2212');
        return symbols;
    }
}
