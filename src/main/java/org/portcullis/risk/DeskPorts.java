package org.portcullis.risk;

import java.util.List;

/**
 * Everything the desk asks before it judges.
 *
 * @param accounts what is held, locked until the caller's transaction ends
 * @param pending what is ordered and not yet ended
 * @param prices what instruments are worth
 * @param terms how instruments trade
 * @param cooldowns which symbols rest
 * @param kill whether trading is stopped
 * @param mode how far orders go
 * @param gates what brings the facts of further gates
 */
public record DeskPorts(AccountView accounts, PendingView pending, PriceView prices, TermsView terms,
        Cooldowns cooldowns, KillView kill, ModeView mode, List<GateFacts> gates) {

    public DeskPorts {
        gates = List.copyOf(gates);
    }

    /** The ports of a desk without further gates. */
    public DeskPorts(AccountView accounts, PendingView pending, PriceView prices, TermsView terms, Cooldowns cooldowns,
            KillView kill, ModeView mode) {
        this(accounts, pending, prices, terms, cooldowns, kill, mode, List.of());
    }
}
