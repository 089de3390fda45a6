package org.portcullis.risk;

/**
 * The closed list of reasons for which the desk denies a proposal or asks a person. Never renamed; new ones are
 * appended.
 */
public enum ReasonCode {
    KILL_SWITCH_ON("The kill switch is on."),
    MODE_NOT_TRADING("The mode does not send orders."),
    MARK_STALE("The last price is too old."),
    MARK_MISSING("There is no price for the instrument."),
    POSITIONS_FULL("As many positions are open or pending as are permitted."),
    EXPOSURE_TOTAL_EXCEEDED("Held and pending together would exceed the total limit."),
    EXPOSURE_ASSET_EXCEEDED("Held and pending in this asset would exceed its limit."),
    POSITION_TOO_LARGE("The position would exceed the hard cap on one position."),
    TRADE_RISK_TOO_LARGE("The loss down to the stop would exceed the limit per trade."),
    COOLING_DOWN("The symbol is cooling down after a failure, a fill or a stop."),
    CASH_SHORT("There is not enough cash for the order and its fees."),
    BELOW_MINIMUM("After rounding down, the order is below the venue's minimum."),
    NOTHING_TO_CLOSE("There is no position that this exit could close."),
    PERSON_ASKED("The policy asks a person before an order of this size leaves."),
    CHECK_MISSING("A mandatory check was not made; trading fails closed."),
    RULES_FAILED("The rules could not be run to their end; trading fails closed."),
    INSTRUMENT_UNKNOWN("The instrument is not in the catalogue, so neither its lot nor its fees are known."),
    SHORT_NOT_PERMITTED("Only purchases open a position and only sales close one; short positions are not permitted."),
    STOP_INVALID("The stop does not lie below the entry, so the risk of the trade is not bounded."),
    RECONCILE_OPEN("Our books are not known to agree with the venue's; a difference waits for an answer.");

    private final String sentence;

    ReasonCode(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in one sentence. */
    public String sentence() {
        return sentence;
    }
}
