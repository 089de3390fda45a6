package org.portcullis.market;

/** Why a symbol is left out of the universe (S2-REQ-U1, B-D5). Never renamed. */
public enum ExclusionCode {
    /** No tier of {@code rules/universe.yaml} names it. */
    NO_TIER("tier"),
    /** Its venue does not trade it in full. */
    STATUS("status"),
    /** Its venue's steps or minimums differ from those of {@code rules/instruments.yaml}. */
    TERMS_DIFFER("terms"),
    /** {@code rules/universe.yaml} bans it for good. */
    RED_FLAG("a red flag"),
    /** It is banned for a time (S2-U4). */
    BANNED("a ban"),
    /** Not one believable price of it was seen in the last 24 hours. */
    NOT_SEEN("no prices"),
    /** Too little was traded in the last 24 hours. */
    VOLUME_LOW("volume"),
    /** Nobody knows its spread. */
    SPREAD_UNKNOWN("an unknown spread"),
    /** Its spread is too wide. */
    SPREAD_WIDE("spread"),
    /** It has not traded for long enough. */
    AGE_LOW("age"),
    /** Its smallest price step is too large a share of its price. */
    TICK_COARSE("precision"),
    /** Nobody knows how much it moves: too few of its minutes were seen in the last 24 hours. */
    VOLATILITY_UNKNOWN("an unknown volatility"),
    /** It moves too little to pay its fees. */
    VOLATILITY_LOW("calm"),
    /** It moves too much. */
    VOLATILITY_HIGH("volatility"),
    /** Enough others of its tier trade more. */
    RANK_LOW("rank");

    private final String word;

    ExclusionCode(String word) {
        this.word = word;
    }

    /** What it was left out for, as a person says it. */
    public String word() {
        return word;
    }
}
