package org.portcullis.risk.breaker;

import java.util.Arrays;
import java.util.Optional;

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
    BY_HAND("by-hand");

    private final String code;

    Breaker(String code) {
        this.code = code;
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
