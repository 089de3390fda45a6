package org.portcullis.market;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.market.adapter.store.CalendarFolder;

/**
 * The trading calendars in force, by name.
 *
 * @param calendars by name, in alphabetical order
 */
public record CalendarBook(SortedMap<String, TradingCalendar> calendars) {

    public CalendarBook {
        calendars = Collections.unmodifiableSortedMap(new TreeMap<>(calendars));
    }

    /**
     * Reads every {@code .yaml} file of {@code rules/calendars}.
     *
     * @throws IllegalArgumentException when one cannot be used, with file and line
     */
    public static CalendarBook read(Path folder) {
        return CalendarFolder.read(folder);
    }

    /** A book of these calendars. */
    public static CalendarBook of(Map<String, TradingCalendar> calendars) {
        return new CalendarBook(new TreeMap<>(calendars));
    }

    /**
     * The calendar of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public TradingCalendar require(String name) {
        TradingCalendar found = calendars.get(name);
        if (found == null) {
            throw new IllegalArgumentException("there is no calendar " + name + " in rules/calendars; there are "
                    + calendars.keySet());
        }
        return found;
    }

    /** The calendar an instrument trades by. */
    public TradingCalendar of(Instrument instrument) {
        return require(instrument.calendar());
    }

    /** A sentence for each instrument whose calendar is not in the book. */
    public List<String> missing(InstrumentCatalogue catalogue) {
        return catalogue.instruments().values().stream()
                .filter(instrument -> !calendars.containsKey(instrument.calendar()))
                .map(instrument -> instrument.id() + " trades by the calendar " + instrument.calendar()
                        + ", which is not in rules/calendars").toList();
    }
}
