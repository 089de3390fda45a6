package org.portcullis.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.home.CacheFolder;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.rules.RuleLimits;
import org.portcullis.engine.rules.RuleOpening;
import org.portcullis.engine.rules.RuleSandbox;
import org.portcullis.engine.store.StoreVisit;
import org.portcullis.engine.time.WallTime;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarArchive;
import org.portcullis.market.BarArchive.ImportReport;
import org.portcullis.market.BarArchive.Span;
import org.portcullis.market.BarFeed;
import org.portcullis.market.BarStream;
import org.portcullis.market.BarWalk;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.GeneratedMarket;
import org.portcullis.market.Instrument;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.SeriesReport;
import org.portcullis.market.TradingCalendar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code data import}, {@code data check} and {@code data generate}: bars from files, and how good they are. */
@Command(name = "data", description = "Bring bars into the database, look for holes in them, or generate some.")
final class BarsCommand implements Runnable {

    private static final RuleSandbox SANDBOX = RuleSandbox.allowing("org.portcullis.");
    private static final RuleLimits PATIENT = RuleLimits.standard().within(10_000, Duration.ofSeconds(20));
    private static final String SPAN = "1m";

    private final WallTime time = new WallTime();

    @Command(name = "import", description = {"Keep the minute bars of a file or folder (.csv, .csv.gz) where a warm"
            + " start and the chart read them (B-D1).", "Columns open_time_ms,open,high,low,close,volume, or an"
            + " exchange's twelve kline columns with or without header. Run again, it adds nothing; cut off, it goes"
            + " on. Exit code 1 when rows were refused."})
    int bring(@Mixin HomeOption home,
            @Parameters(paramLabel = "FILE-or-FOLDER", description = "What to read.") Path source,
            @Option(names = "--symbol", paramLabel = "SYMBOL",
                    description = "Of which instrument the rows are; without it the file's name tells.")
                    @Nullable String symbol,
            @Option(names = "--venue", paramLabel = "VENUE", description = "Refuse instruments of other venues.")
                    @Nullable String venue,
            @Option(names = "--span", paramLabel = "SPAN", defaultValue = SPAN,
                    description = "Length of the bars: ${DEFAULT-VALUE} alone is kept.") String span,
            @Option(names = "--rules", paramLabel = "DIR", defaultValue = "rules",
                    description = "Folder with instruments.yaml (default: ${DEFAULT-VALUE}).") Path rules,
            @Option(names = "--json", description = "Print one JSON document.") boolean json) {
        if (!span.equals(SPAN)) {
            throw new IllegalArgumentException("bars of " + span
                    + " are not kept; give bars of one minute (--span 1m)");
        }
        if (!Files.exists(source)) {
            throw new IllegalArgumentException(source + " is not there; give a file or folder of minute bars");
        }
        InstrumentCatalogue catalogue = InstrumentCatalogue.read(rules.resolve("instruments.yaml"));
        BarFeed feed = new BarFeed(catalogue);
        Predicate<InstrumentId> wanted = id -> venue == null || listed(catalogue, id).venue().equals(venue);
        ImportReport report;
        try (BarStream rows = symbol == null ? feed.open(source)
                : feed.open(source, listed(catalogue, new InstrumentId(symbol)).id());
                StoreVisit visit = StoreVisit.alone(home.home())) {
            report = BarArchive.at(visit.address(), time.millis()).take(rows, wanted, progress());
        }
        BarsText.print(report, json);
        return report.clean() ? 0 : CommandLineTool.FAILED;
    }

    @Command(name = "check", description = {"Look through the kept bars for holes, minutes that are there twice"
            + " and bars that the guard rules would flag (B-D7).",
            "Exit code 1 when a minute of trading is missing or repeated."})
    int check(@Mixin HomeOption home,
            @Option(names = "--symbol", paramLabel = "SYMBOL", description = "One instrument; all of them without.")
                    @Nullable String symbol,
            @Option(names = "--from", paramLabel = "TIME", description = "First moment, such as 2026-01-05 or"
                    + " 2026-01-05T14:30:00Z; the first kept bar without.") @Nullable String from,
            @Option(names = "--to", paramLabel = "TIME",
            description = "First moment after; the last bar's end without.")
                    @Nullable String to,
            @Option(names = "--rules", paramLabel = "DIR", defaultValue = "rules",
                    description = "Folder of rules (default: ${DEFAULT-VALUE}).") Path rules,
            @Option(names = "--json", description = "Print one JSON document.") boolean json) {
        Span span = new Span(from == null ? Long.MIN_VALUE : ms(from), to == null ? Long.MAX_VALUE : ms(to));
        InstrumentCatalogue catalogue = InstrumentCatalogue.read(rules.resolve("instruments.yaml"));
        CalendarBook calendars = CalendarBook.read(rules.resolve("calendars"));
        List<SeriesReport> reports = new ArrayList<>();
        try (RuleLibrary library = RuleLibrary.open(RuleOpening.of(rules, SANDBOX).within(PATIENT)
                .only(Set.of("market")).at(time).remembering(CacheFolder.ofUser()));
                StoreVisit visit = StoreVisit.to(home.home())) {
            PolicyBook policy = PolicyBook.open(rules.resolve("policy.yaml"), null);
            BarArchive archive = BarArchive.at(visit.address(), time.millis());
            Set<InstrumentId> looked = symbol == null ? archive.instruments() : Set.of(new InstrumentId(symbol));
            for (InstrumentId id : looked) {
                TradingCalendar calendar = catalogue.find(id).map(calendars::of).orElse(null);
                reports.add(archive.check(id, span, BarWalk.under(() -> library.base("market"), policy::current),
                        calendar));
            }
        }
        BarsText.print(reports, json);
        return !reports.isEmpty() && reports.stream().allMatch(SeriesReport::whole) ? 0 : CommandLineTool.FAILED;
    }

    @Command(name = "generate", description =
            {"Write the bars of a generated market as SYMBOL-1m.csv, bad ticks and holes"
            + " included.", "The same seed gives the same bars on every machine."})
    int generate(
            @Option(names = "--symbols", split = ",", required = true, paramLabel = "A,B",
                    description = "Instruments of rules/instruments.yaml.") List<String> symbols,
            @Option(names = "--from", required = true, paramLabel = "TIME", description = "First minute.") String from,
            @Option(names = "--to", required = true, paramLabel = "TIME",
                    description = "First moment after.") String to,
            @Option(names = "--seed", defaultValue = "42", paramLabel = "N",
                    description = "Decides every draw (default: ${DEFAULT-VALUE}).") long seed,
            @Option(names = "--output", paramLabel = "FOLDER", defaultValue = "bars",
                    description = "Where the files are written (default: ${DEFAULT-VALUE}).") Path output,
            @Option(names = "--rules", paramLabel = "DIR", defaultValue = "rules",
                    description = "Folder with instruments.yaml (default: ${DEFAULT-VALUE}).") Path rules,
            @Option(names = "--json", description = "Print one JSON document.") boolean json) {
        Span span = new Span(ms(from), ms(to));
        InstrumentCatalogue catalogue = InstrumentCatalogue.read(rules.resolve("instruments.yaml"));
        List<Instrument> chosen = symbols.stream().distinct().map(id -> listed(catalogue, new InstrumentId(id)))
                .toList();
        int minutes = Math.toIntExact((span.toMs() - span.fromMs()) / Bar.INTERVAL_MS);
        BarFeed feed = new BarFeed(catalogue);
        try (BarStream bars = feed.generated(GeneratedMarket.of(seed, span.fromMs(), minutes, chosen))) {
            Map<String, Long> rows = new TreeMap<>();
            feed.write(bars, output).forEach((id, count) -> rows.put(output.resolve(id + "-1m.csv").toString(), count));
            BarsText.print(rows, seed, json);
        }
        return 0;
    }

    @Override
    public void run() {
        picocli.CommandLine.usage(this, System.out);
    }

    private static Instrument listed(InstrumentCatalogue catalogue, InstrumentId id) {
        return catalogue.find(id).orElseThrow(() -> new IllegalArgumentException(id
                + " is not listed in instruments.yaml; add it there first"));
    }

    private static long ms(String text) {
        try {
            return text.contains("T") ? Instant.parse(text).toEpochMilli()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException("'" + text + "' is no UTC time; write 2026-01-05 or"
                    + " 2026-01-05T14:30:00Z", unreadable);
        }
    }

    private static LongConsumer progress() {
        return System.console() == null ? rows -> { } : rows -> System.err.printf("\r%,d rows", rows);
    }
}
