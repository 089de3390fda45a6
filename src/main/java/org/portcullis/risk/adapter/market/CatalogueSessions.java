package org.portcullis.risk.adapter.market;

import java.util.OptionalLong;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.Instrument;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.TradingCalendar;
import org.portcullis.risk.exit.SessionView;

/**
 * Ends of sessions by the catalogue's calendars. Outside the days that a calendar knows, nothing is known of an end,
 * and no stop depends on it.
 */
public final class CatalogueSessions implements SessionView {

    private final InstrumentCatalogue catalogue;
    private final CalendarBook calendars;

    public CatalogueSessions(InstrumentCatalogue catalogue, CalendarBook calendars) {
        this.catalogue = catalogue;
        this.calendars = calendars;
    }

    @Override
    public OptionalLong msToClose(InstrumentId instrument, long atMs) {
        return catalogue.find(instrument).map(Instrument::calendar).map(calendars.calendars()::get)
                .filter(calendar -> calendar.covers(atMs))
                .map(calendar -> leftMs(calendar, atMs)).orElse(OptionalLong.empty());
    }

    private static OptionalLong leftMs(TradingCalendar calendar, long atMs) {
        if (!calendar.isOpen(atMs)) {
            return OptionalLong.of(0);
        }
        long closeMs = calendar.sessionCloseMs(atMs);
        return closeMs == TradingCalendar.NEVER ? OptionalLong.empty() : OptionalLong.of(closeMs - atMs);
    }
}
