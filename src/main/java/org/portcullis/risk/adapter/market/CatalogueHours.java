package org.portcullis.risk.adapter.market;

import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.Instrument;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.TradingCalendar;
import org.portcullis.risk.breaker.MarketHours;

/** Venues and hours by the catalogue and its calendars. */
public final class CatalogueHours implements MarketHours {

    private final InstrumentCatalogue catalogue;
    private final CalendarBook calendars;

    public CatalogueHours(InstrumentCatalogue catalogue, CalendarBook calendars) {
        this.catalogue = catalogue;
        this.calendars = calendars;
    }

    @Override
    public String venue(InstrumentId instrument) {
        return catalogue.find(instrument).map(Instrument::venue).orElse("");
    }

    @Override
    public long openSinceMs(InstrumentId instrument, long nowMs) {
        return catalogue.find(instrument).map(calendars::of).filter(calendar -> calendar.isOpen(nowMs))
                .map((TradingCalendar calendar) -> {
                    long sinceMs = calendar.sessionOpenMs(nowMs);
                    return sinceMs == TradingCalendar.NEVER ? 0L : sinceMs;
                }).orElse(CLOSED);
    }
}
