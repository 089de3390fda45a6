package org.portcullis.risk;

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
 */
public record DeskPorts(AccountView accounts, PendingView pending, PriceView prices, TermsView terms,
        Cooldowns cooldowns, KillView kill, ModeView mode) {
}
