package org.portcullis.market.domain.regime;

import java.time.ZoneId;
import org.portcullis.market.SessionHours;
import org.portcullis.market.SessionTag;

/**
 * Which part of the trading day it is (S4-M12; SMC A6 with zones in place of fixed UTC hours). Where places overlap the
 * western one counts, and London with New York has its own tag. Used by one thread.
 */
public final class SessionClock {

    private final PlaceHours asia;
    private final PlaceHours london;
    private final PlaceHours newYork;
    /** Nothing changes between these two moments. */
    private long fromMs = Long.MAX_VALUE;
    private long untilMs = Long.MAX_VALUE;
    private SessionTag told = SessionTag.OFF_HOURS;

    public SessionClock(SessionHours hours) {
        this.asia = new PlaceHours(ZoneId.of("Asia/Tokyo"), hours.asiaOpen(), hours.asiaClose());
        this.london = new PlaceHours(ZoneId.of("Europe/London"), hours.londonOpen(), hours.londonClose());
        this.newYork = new PlaceHours(ZoneId.of("America/New_York"), hours.newYorkOpen(), hours.newYorkClose());
    }

    /** The part of the day at that moment, UTC milliseconds; a place's first moment is in, its last one out. */
    public SessionTag tag(long timeMs) {
        if (timeMs < fromMs || timeMs >= untilMs) {
            turnTo(timeMs);
        }
        return told;
    }

    private void turnTo(long timeMs) {
        told = look(timeMs);
        fromMs = Math.max(asia.sinceMs(timeMs), Math.max(london.sinceMs(timeMs), newYork.sinceMs(timeMs)));
        untilMs = Math.min(asia.untilMs(timeMs), Math.min(london.untilMs(timeMs), newYork.untilMs(timeMs)));
    }

    private SessionTag look(long timeMs) {
        boolean inAsia = asia.open(timeMs);
        boolean inLondon = london.open(timeMs);
        if (newYork.open(timeMs)) {
            return inLondon ? SessionTag.LONDON_NEW_YORK : SessionTag.NEW_YORK;
        }
        if (inLondon) {
            return SessionTag.LONDON;
        }
        return inAsia ? SessionTag.ASIA : SessionTag.OFF_HOURS;
    }
}
