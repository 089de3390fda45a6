package org.portcullis.risk.exit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a position is closed, in whole or in part; the first one that is due names the exit (B-R3). */
public enum ExitReason {
    /** The price reached the stop. */
    STOP("price", "the price reached the stop"),
    /** The price ran further against the entry than the policy permits (S2-PR1). */
    LOSS("%", "the price ran too far against the entry"),
    /** The session ends. */
    SESSION_END("ms", "the session ends soon"),
    /** It is open for too long (S3-15). */
    MAX_HOLD("ms", "it was held for as long as the policy permits"),
    /** The price reached the target. */
    TARGET("price", "the price reached the target"),
    /** It is open for long and brought nothing (S3-16). */
    STAGNATION("ms", "it was held for long and brought no profit"),
    /** It earned what it risked: a part is closed. */
    PARTIAL("R", "the price earned what was risked, a part is taken"),
    /** More is held than the policy permits: a part of everything is closed (S2-AT1). */
    TRIM("%", "more is held than the policy permits");

    /** How the names of the rules behind desk exits begin. */
    public static final String RULES = "risk.exits.";

    private final String unit;
    private final String sentence;

    ExitReason(String unit, String sentence) {
        this.unit = unit;
        this.sentence = sentence;
    }

    /** Its name in texts: {@code max-hold}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Name of the rule that proposals carry. */
    public String rule() {
        return RULES + code();
    }

    /** What is compared: {@code price}, {@code %}, {@code R} for times the first risk, or {@code ms}. */
    public String unit() {
        return unit;
    }

    /** What happened, in words that follow "because". */
    public String sentence() {
        return sentence;
    }

    /** The reason that a proposal's rule names; nothing when a strategy or a breaker proposed it. */
    public static Optional<ExitReason> of(String rule) {
        return Arrays.stream(values()).filter(reason -> reason.rule().equals(rule)).findFirst();
    }
}
