package org.portcullis.market.adapter.store;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.yaml.YamlTable;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.TradingCalendar;
import org.portcullis.market.domain.calendar.AlwaysOpen;
import org.portcullis.market.domain.calendar.SessionRows;
import org.portcullis.market.domain.calendar.SpecialDay;
import org.portcullis.market.domain.calendar.WeekSession;

/** Reads {@code rules/calendars}. */
public final class CalendarFolder {

    private CalendarFolder() {
    }

    /** One calendar as it stands in the file; a market that never closes has a zone and nothing else. */
    record Entry(String zone, @JsonProperty @Nullable Boolean alwaysOpen,
            @JsonProperty @Nullable LocalDateText firstDay,
            @JsonProperty @Nullable LocalDateText lastDay, @JsonProperty @Nullable List<Week> week,
            @JsonProperty @Nullable List<Day> days) {
    }

    /** A date; one that cannot be is refused with its line. */
    record LocalDateText(LocalDate date) {

        @JsonCreator
        static LocalDateText of(String text) {
            return new LocalDateText(read(() -> LocalDate.parse(text)));
        }
    }

    /** A session of the week, made at once so that a fault is told with its line. */
    record Week(WeekSession session) {

        @JsonCreator
        static Week of(@JsonProperty(value = "trading-day", required = true) String tradingDay,
                @JsonProperty(value = "opens-day", required = true) String opensDay,
                @JsonProperty(value = "opens", required = true) String opens,
                @JsonProperty(value = "closes", required = true) String closes) {
            return new Week(read(() -> new WeekSession(DayOfWeek.valueOf(upper(tradingDay)),
                    DayOfWeek.valueOf(upper(opensDay)), LocalTime.parse(opens), LocalTime.parse(closes))));
        }
    }

    /** A special day, made at once so that a fault is told with its line. */
    record Day(SpecialDay day) {

        @JsonCreator
        static Day of(@JsonProperty(value = "date", required = true) String date,
                @JsonProperty(value = "kind", required = true) String kind,
                @JsonProperty("closes") @Nullable String closes,
                @JsonProperty(value = "name", required = true) String name) {
            return new Day(read(() -> special(date, kind, closes, name)));
        }

        private static SpecialDay special(String date, String kind, @Nullable String closes, String name) {
            SpecialDay.Kind what = SpecialDay.Kind.valueOf(upper(kind));
            if ((closes == null) != (what == SpecialDay.Kind.CLOSED)) {
                throw new IllegalArgumentException(date + ": a day that is closed has no closing time, any other has");
            }
            return new SpecialDay(LocalDate.parse(date), what, closes == null ? LocalTime.MIDNIGHT
                    : LocalTime.parse(closes), name);
        }
    }

    /**
     * Reads every {@code .yaml} file of the folder.
     *
     * @throws IllegalArgumentException naming file and line, when one cannot be used
     */
    public static CalendarBook read(Path folder) {
        TreeMap<String, TradingCalendar> calendars = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
                YamlTable.read(file, "calendars", Entry.class, CalendarFolder::calendar).forEach((name, calendar) -> {
                    if (calendars.put(name, calendar) != null) {
                        throw new IllegalArgumentException(file + ":1: the calendar " + name
                                + " is in another file as well");
                    }
                });
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list " + folder, unreadable);
        }
        return CalendarBook.of(calendars);
    }

    private static TradingCalendar calendar(String name, Entry entry) {
        ZoneId zone = read(() -> ZoneId.of(entry.zone()));
        if (Boolean.TRUE.equals(entry.alwaysOpen())) {
            if (entry.week() != null || entry.days() != null) {
                throw new IllegalArgumentException("a market that is always open has neither week nor days");
            }
            return new AlwaysOpen(name, zone);
        }
        if (entry.firstDay() == null || entry.lastDay() == null || entry.week() == null) {
            throw new IllegalArgumentException("a calendar needs first-day, last-day and week, or always-open: true");
        }
        List<Day> days = entry.days() == null ? List.of() : entry.days();
        return SessionRows.calendar(name, zone, entry.firstDay().date(), entry.lastDay().date(),
                entry.week().stream().map(Week::session).toList(), days.stream().map(Day::day).toList());
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    /** Java's date texts fail with exceptions of their own. */
    private static <T> T read(Supplier<T> value) {
        try {
            return value.get();
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(unreadable.getMessage(), unreadable);
        }
    }
}
