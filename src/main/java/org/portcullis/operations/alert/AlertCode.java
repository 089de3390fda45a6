package org.portcullis.operations.alert;

/** Every alert there is (S2-A1). Never renamed: its name is kept with each alert; new ones are appended. */
public enum AlertCode {
    /** The kill switch is on (S2-K3). */
    KILL_SWITCH(Span.LASTS, "The kill switch is on: every proposal is denied and every order at work was cancelled.",
            "Read who threw it and why. Look at positions, they stay as they are. When the cause is gone, a second"
                    + " person re-arms on the live page or with `portcullis rearm`."),
    /** Breaker of the daily loss. */
    DAILY_LOSS(Span.LASTS, "The loss of the day reached its limit.",
            "Look at the day's fills for one strategy or symbol that lost. Let the day end, or have a risk officer"
                    + " re-arm the breaker for a written reason."),
    /** Breaker of the weekly loss. */
    WEEKLY_LOSS(Span.LASTS, "The loss of the week reached its limit.",
            "Compare the week with the strategies' record. A risk officer re-arms the breaker, or the week ends."),
    /** Breaker of the drawdown (S2-CB4). */
    DRAWDOWN(Span.LASTS, "Equity fell too far below its peak.",
            "Stop changing parameters. Find out which strategy lost the money, then have a risk officer decide."),
    /** Breaker of how fast equity falls (B-R8). */
    LOSS_RATE(Span.LASTS, "Equity fell too fast within minutes.",
            "Look for a fault first: a broken feed, an edited rule, a runaway strategy. A risk officer decides then."),
    /** Breaker of fees (B-R3). */
    FEES(Span.LASTS, "The day's fees reached their limit.",
            "See which strategy trades most for what it earns, and at which tier of fees; it ends with the day."),
    /** Breaker of losses in a row. */
    LOSING_STREAK(Span.LASTS, "Too many trades in a row lost.",
            "See whether the losses share a symbol, a rule or a regime; disable what does not fit the market."),
    /** Breaker of unreachable venues. */
    API_ERRORS(Span.LASTS, "The gateway could not reach the venue too often.",
            "Look at the venue's status page and at our network; compare open orders with the venue's own page."),
    /** Breaker of rejections. */
    REJECTIONS(Span.LASTS, "The venue rejected orders too often.",
            "Read the reasons in the orders' reports: margin, size, price or a contract that changed."),
    /** Breaker of failures of our own. */
    EXCEPTIONS(Span.LASTS, "Our own parts failed too often, or could not be trusted.",
            "Read the log around the time of the alert. Undo the newest edit of rules or policy first."),
    /** A person tripped a breaker. */
    BY_HAND(Span.LASTS, "A person tripped a breaker.",
            "Ask that person. Another one re-arms it when the reason is gone."),
    /** Breaker of falling markets. */
    CRASH_REGIME(Span.LASTS, "The market of a symbol, or much of the market, falls apart.",
            "Look at open positions and their stops first; nothing new is opened meanwhile."),
    /** Breaker of slippage. */
    SLIPPAGE(Span.LASTS, "Fills cost more beyond the price they met than the model of costs says.",
            "Compare the fills with the book at that time; lower sizes or leave the symbol."),
    /** Breaker of thin markets. */
    LOW_LIQUIDITY(Span.LASTS, "Too many signals came from minutes in which hardly anything was traded.",
            "Look at the volume of the symbols in the newest proposals; take thin ones out of the universe."),
    /** Breaker of clocks. */
    CLOCK_DRIFT(Span.LASTS, "Our clock, or a venue's, may be too far off.",
            "Look at the operating system's time service and at the time servers in the settings."),
    /** Breaker of slow verdicts (S2-L1). */
    LATENCY(Span.LASTS, "Verdicts take too long.",
            "Look at the machine's load, at the database and at rules that were added last."),
    /** Breaker of stale markets. */
    STALENESS(Span.LASTS, "Nothing has been believed of a symbol or a venue for too long.",
            "Look at the stream's state and at the venue's status; protective exits go on from the last price."),
    /** Breaker of lost streams. */
    FLAPPING(Span.LASTS, "A stream of a venue was lost too often.",
            "Look at our network and at the venue's status; the stream reconnects by itself."),
    /** Breaker of repeated executions (B-R11, RTS 6 article 15(3)). */
    REPEATED_EXECUTION(Span.LASTS, "A strategy gave the same order too often and is stopped.",
            "Find out why it repeats itself before a risk officer lets it go on: a loop costs money each time."),
    /** A breaker that has no code of its own yet. */
    OTHER_BREAKER(Span.LASTS, "A breaker tripped that has no alert of its own.",
            "Read its name and limit in the alert; the page of the live breakers says what it stops."),
    /** Rules did not come to their end (R2). */
    RULES_STOPPED(Span.ONCE, "A rule was stopped: it threw, fired without end or took too long. An order that it"
            + " judged was denied; a strategy's rule was not asked at that bar, other strategies were.", "Undo the"
            + " newest edit of the file that the alert names, or mend the rule; `portcullis rules test` runs its cases."
            + " Every order that meets this rule is denied until then, and the strategy neither enters nor leaves."),
    /** A position had no protection. */
    POSITION_UNPROTECTED(Span.ONCE, "A position was open without a stop; the policy's default stop guards it now.",
            "Look at the position and at why its entry brought no stop; set a better one or close it."),
    /** Exit rules could not be asked. */
    EXIT_RULES_FAILED(Span.ONCE, "The exit rules could not be asked, or one of them is gone; the default stop acts"
            + " instead.", "Undo the newest edit of `rules/risk/exits.drl`; `portcullis rules check` names what is"
                    + " missing."),
    /** A reconcile case is open. */
    BOOKS_DIFFER(Span.LASTS, "Our books differ from the venue's; nothing new is opened until that is settled.",
            "Open the case: compare with the venue's own page, then adopt, ignore or correct as a risk officer."),
    /** A webhook source is silent. */
    WEBHOOK_SILENT(Span.LASTS, "A webhook source has not called within the time it is expected to.",
            "Look at the sender: an alert that expired, a changed address or secret, its status page; then at the"
                    + " refused calls under `/api/v1/signals/parked`."),
    /** A stream is silent. */
    STREAM_SILENT(Span.LASTS, "A stream of market data brings nothing.",
            "Look at the stream's last trouble, at our network and at the venue's status; it reconnects by itself."),
    /** The universe is empty. */
    UNIVERSE_EMPTY(Span.LASTS, "No symbol may be traded: the universe is empty.",
            "Read why each symbol is out under `/api/v1/universe`; one reason for all of them is a feed or a limit."),
    /** There are too many alerts. */
    ALERTS_FLOODED(Span.ONCE, "More alerts were raised than are kept open at once; the rest is counted here and said"
            + " in the log.", "Look for the one cause behind them, often a feed or the database.");

    private final Span span;
    private final String meaning;
    private final String toDo;

    AlertCode(Span span, String meaning, String toDo) {
        this.span = span;
        this.meaning = meaning;
        this.toDo = toDo;
    }

    /** How an alert comes to its end. */
    public enum Span {
        /** It is over when its cause is; acknowledging it says only that somebody looks. */
        LASTS,
        /** It happened; it is over when somebody acknowledges it. */
        ONCE
    }

    /** How it ends. */
    public Span span() {
        return span;
    }

    /** What it means, in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** What whoever reads it should do. */
    public String toDo() {
        return toDo;
    }
}
