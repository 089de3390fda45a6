package org.portcullis.market.domain.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import org.portcullis.market.TradingCalendar;

/**
 * A venue that never closes; its dates change at midnight of its zone without daylight saving, UTC.
 *
 * @param name its name
 * @param zone a zone of constant offset zero
 */
public record AlwaysOpen(String name, ZoneId zone) implements TradingCalendar {

    private static final long DAY_MS = 86_400_000;

    public AlwaysOpen {
        if (!zone.getRules().isFixedOffset() || zone.getRules().getStandardOffset(java.time.Instant.EPOCH)
                .getTotalSeconds() != 0) {
            throw new IllegalArgumentException("a market that never closes counts its days in UTC, not in " + zone);
        }
    }

    @Override
    public boolean covers(long ms) {
        return true;
    }

    @Override
    public boolean isOpen(long ms) {
        return true;
    }

    @Override
    public long sessionOpenMs(long ms) {
        return NEVER;
    }

    @Override
    public long sessionCloseMs(long ms) {
        return NEVER;
    }

    @Override
    public long nextOpenMs(long ms) {
        return NEVER;
    }

    @Override
    public long nextCloseMs(long ms) {
        return NEVER;
    }

    @Override
    public long tradingDay(long ms) {
        return Math.floorDiv(ms, DAY_MS);
    }

    @Override
    public boolean fullDay(LocalDate day) {
        return true;
    }

    @Override
    public String warning(long ms, int daysLeftMin) {
        return "";
    }
}
