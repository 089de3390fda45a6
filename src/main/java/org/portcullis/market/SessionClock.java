package org.portcullis.market;

/**
 * Where in its session a market stands, as rules see it (B-S15).
 *
 * @param calendar         which calendar says so
 * @param known            whether the calendar covers this moment; when not, the market counts as closed
 * @param open             whether the market trades
 * @param minutesSinceOpen whole minutes since the session began; 0 when closed, the largest number when it never began
 * @param minutesToClose   whole minutes to its end; 0 when closed, the largest number when it does not end
 */
public record SessionClock(String calendar, boolean known, boolean open, int minutesSinceOpen, int minutesToClose) {
}
