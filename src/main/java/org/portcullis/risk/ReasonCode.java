package org.portcullis.risk;

/**
 * The closed list of reasons for which the desk denies a proposal or asks a person (B-R2). Never renamed; new ones
 * are appended.
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
    SHORT_NOT_PERMITTED("Short positions are not permitted to this strategy at this venue; an exit must close."),
    STOP_INVALID("The stop does not lie on the losing side of the entry, so the risk is not bounded."),
    QUOTE_STALE("The best bid and ask are too old, or not known."),
    STRATEGY_NOT_LISTED("The strategy has no budget in rules/strategies.yaml."),
    STRATEGY_CYCLE_FULL("The strategy has brought as many entries in this minute as it may."),
    EXPOSURE_STRATEGY_EXCEEDED("Held and pending of this strategy would exceed its budget."),
    EXPOSURE_THEME_EXCEEDED("Held and pending in a theme of this asset would exceed its limit."),
    EXPOSURE_THEME_HIGH("A theme of this asset is so full that a person is asked."),
    EXPOSURE_VENUE_EXCEEDED("Held and pending at this venue would exceed its limit."),
    EXPOSURE_GROSS_EXCEEDED("Held and pending on both sides together would exceed the limit."),
    EXPOSURE_NET_EXCEEDED("The account would lean further to one side than is permitted."),
    ORDER_VALUE_TOO_LARGE("The order is worth more than one order may be."),
    ORDER_VALUE_HIGH("The order is worth so much that a person is asked."),
    ORDER_QUANTITY_TOO_LARGE("The order has more units or contracts than one order may have."),
    PRICE_OUTSIDE_COLLAR("The price limit is too far from the last believed price."),
    PRICE_FAR("The price limit is so far from the last believed price that a person is asked."),
    PRICE_OUTSIDE_WINDOW("The price limit is too far from what was believed lately."),
    ORDER_RATE_TOO_HIGH("More orders came in a second or a minute than may leave."),
    ORDER_DUPLICATE("The strategy gave the same order a moment ago."),
    EXIT_ABSURD("The exit is worth more than any position of this account can be."),
    MARGIN_SHORT("The initial margin would take more of the free money than is permitted."),
    BREAKER_TRIPPED("A circuit breaker has tripped in whose scope the order lies."),
    PRODUCT_NOT_TRADING("The venue takes only some orders in this instrument, or none."),
    RECONCILE_OPEN("Our books are not known to agree with the venue's; a difference waits for an answer."),
    POSITION_OPPOSITE("The strategy holds or opens the other side; an exit closes it, not an entry."),
    CONFIDENCE_LOW("The signal is less sure than the policy asks."),
    ROTATION_NO_CANDIDATE("No position could give its place: of none it is known how sure its signal was."),
    ROTATION_SIGNAL_UNSURE("The signal is not sure enough for a position to be closed for it."),
    ROTATION_NOT_STRONGER("The signal is not surer than that of the weakest position was."),
    ROTATION_AT_LOSS("The weakest position is not in profit after fees, so it is not closed for another."),
    ROTATION_RUNNING("A position is being closed already; no other one is closed for a signal until that has ended."),
    ROTATION_PLACE_TAKEN("The free place belongs to a rotation whose entry is on its way."),
    EXECUTION_REPEATED("The strategy gave the same order so often that it is stopped until a person lets it go on."),
    UNIVERSE_NOT_JUDGED("The universe was not judged lately, so nobody knows what may be traded."),
    UNIVERSE_UNKNOWN("The instrument was no candidate of the universe."),
    UNIVERSE_BANNED("A red flag holds on the instrument, for a time or for good."),
    UNIVERSE_OUT("The instrument broke a limit of the universe: volume, spread, age or another one."),
    BOOK_MISSING("No order book of the instrument is held, and the policy asks for one."),
    SPREAD_WIDE("Best bid and best ask lie too far apart."),
    BOOK_THIN("Too little waits near the middle of the book on the side that the order takes."),
    SLIPPAGE_HIGH("Walking the book for the whole size would cost too much beyond its middle."),
    MESSAGES_PER_FILL_TOO_MANY("Orders and cancellations came too often for what was filled."),
    MESSAGES_PER_FILL_HIGH("Orders and cancellations came so often for what was filled that a person is asked.");

    private final String sentence;

    ReasonCode(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in one sentence. */
    public String sentence() {
        return sentence;
    }
}
