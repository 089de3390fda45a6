package org.portcullis.risk.breaker;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Every breaker there is. Never renamed: its name is kept with each trip; new ones are appended. */
public enum Breaker {
    /** The loss of the day reached its limit (S0-06, S2-CB3). */
    DAILY_LOSS("daily-loss"),
    /** The loss of the week reached its limit (S2-CB3). */
    WEEKLY_LOSS("weekly-loss"),
    /** Equity fell too far below its peak (S2-REQ-DD1, S2-CB4). */
    DRAWDOWN("drawdown"),
    /** Too many trades in a row lost (S0-07). */
    LOSING_STREAK("losing-streak"),
    /** The gateway could not reach the venue too often (S2-CB2). */
    API_ERRORS("api-errors"),
    /** The venue rejected orders too often (S4-M10). */
    REJECTIONS("rejections"),
    /** Our own parts failed too often, or could not be trusted (S4-M10). */
    EXCEPTIONS("exceptions"),
    /** A person tripped it. */
    BY_HAND("by-hand"),
    /** The market of a symbol, or much of the market, falls apart (S2-CB2). */
    CRASH_REGIME("crash-regime"),
    /** Takers paid more beyond the price they met than the model of costs says (S4-M4). */
    SLIPPAGE("slippage"),
    /** Too many signals came from minutes in which hardly anything was traded (S4-M1). */
    LOW_LIQUIDITY("low-liquidity"),
    /** Our clock, or a venue's, may be too far off (S4-M10). */
    CLOCK_DRIFT("clock-drift"),
    /** Verdicts take too long (S3-07, S4-M10). */
    LATENCY("latency"),
    /** Nothing has been believed of a symbol or a venue for too long (S2-CB2). */
    STALENESS("staleness"),
    /** A stream of a venue was lost too often (S2-CB2). */
    FLAPPING("flapping"),
    /** A strategy gave the same order too often (B-R11). */
    REPEATED_EXECUTION("repeated-execution"),
    /** The account loses too fast (B-R8). */
    LOSS_RATE("loss-rate"),
    /** The day's fills cost too much in fees (B-R3). */
    FEES("fees");

    private final String code;
    /** Names of its parameters: each is put together once, for fills ask for them again and again. */
    private final Map<String, String> keys = new ConcurrentHashMap<>();

    Breaker(String code) {
        this.code = code;
    }

    /** The policy's parameter of its own: {@code risk.breaker.daily-loss.max}. */
    String key(String name) {
        String known = keys.get(name);
        if (known == null) {
            known = "risk.breaker." + code + "." + name;
            keys.put(name, known);
        }
        return known;
    }

    /** Its name in pages, policy keys and records: {@code daily-loss}. */
    public String code() {
        return code;
    }

    /** The breaker of that name, if there is one. */
    public static Optional<Breaker> named(String code) {
        return Arrays.stream(values()).filter(breaker -> breaker.code.equals(code)).findFirst();
    }
}
