package org.portcullis.signal.adapter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.store.StoreAddress;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.TimeOracle;
import org.portcullis.engine.time.WallTime;
import org.portcullis.journal.Journal;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.MarketView;
import org.portcullis.market.TradingCalendar;
import org.portcullis.signal.ExpectedCalls;
import org.portcullis.signal.SignalDesk;
import org.portcullis.signal.SignalLimits;
import org.portcullis.signal.SignalPorts;
import org.portcullis.signal.SignalSettings;
import org.portcullis.signal.SymbolBook;
import org.portcullis.signal.adapter.json.JsonFields;
import org.portcullis.signal.adapter.route.SignalRelay;
import org.portcullis.signal.adapter.rules.IntakeRuleBook;
import org.portcullis.signal.adapter.store.AliasFile;
import org.portcullis.signal.adapter.store.JdbcSignalStore;
import org.portcullis.signal.adapter.store.MappingFile;
import org.portcullis.signal.adapter.store.SignalPool;
import org.portcullis.signal.adapter.store.SourceFile;
import org.portcullis.signal.adapter.store.TickerSymbols;
import org.portcullis.signal.adapter.store.WatchedFile;
import org.portcullis.signal.adapter.web.BucketGate;
import org.portcullis.signal.adapter.web.EnvironmentSecrets;
import org.portcullis.signal.adapter.web.Hooks;
import org.portcullis.signal.domain.MappingTable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.env.Environment;

/** Wires the webhooks. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignalSettings.class)
public class SignalConfiguration {

    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final Duration CLEANING = Duration.ofHours(1);

    @Bean
    WatchedFile<MappingTable> signalMappings(@Value("${portcullis.rules-path}") Path rules, Background background) {
        return watched(rules.resolve("signal/mappings.yaml"), MappingFile::read, background);
    }

    @Bean
    SymbolBook symbolBook(@Value("${portcullis.rules-path}") Path rules, InstrumentCatalogue catalogue,
            Background background) {
        WatchedFile<Map<String, InstrumentId>> aliases =
                watched(rules.resolve("signal/symbols.yaml"), AliasFile::read, background);
        return TickerSymbols.of(aliases, catalogue);
    }

    /** A folder of rules from before this file expects no calls. */
    @Bean
    HeardSources heardSources(@Value("${portcullis.rules-path}") Path rules, ObjectProvider<CalendarBook> calendars,
            Background background, WallTime clock) {
        Path file = rules.resolve("signal/sources.yaml");
        SortedMap<String, TradingCalendar> known = Optional.ofNullable(calendars.getIfAvailable())
                .map(CalendarBook::calendars).orElseGet(TreeMap::new);
        Supplier<Map<String, ExpectedCalls>> expected = Files.exists(file)
                ? watched(file, path -> SourceFile.read(path, known.keySet()), background) : Map::of;
        return new HeardSources(expected, name -> Optional.ofNullable(known.get(name)), clock.millis());
    }

    /** Connections of its own: a busy desk must not make a sender wait. Made after the schemas are up to date. */
    @Bean(destroyMethod = "close")
    @DependsOn("dataSource")
    SignalPool signalPool(StoreAddress address, SignalSettings settings) {
        return new SignalPool(address, settings.storeWait());
    }

    @Bean
    JdbcSignalStore signalStore(SignalPool pool) {
        return new JdbcSignalStore(pool.dataSource());
    }

    @Bean
    SignalRelay signalRelay(JdbcSignalStore store, MessageBus bus, TimeOracle clock, PolicyBook policy,
            Background background) {
        SignalRelay relay = new SignalRelay(store, bus, clock, limits(policy));
        background.every(SWEEP, "signal-relay", relay::sweep);
        background.every(CLEANING, "signal-forget", relay::forget);
        return relay;
    }

    @Bean
    SignalDesk signalDesk(Environment environment, PolicyBook policy, WallTime clock, Journal journal,
            WatchedFile<MappingTable> mappings, SymbolBook symbols, ObjectProvider<MarketView> marks,
            RuleLibrary rules, JdbcSignalStore store, HeardSources heard) {
        MarketView prices = instrument -> Optional.ofNullable(marks.getIfUnique())
                .flatMap(view -> view.mark(instrument));
        return new SignalDesk(new SignalPorts(new EnvironmentSecrets(environment::getProperty),
                new BucketGate(policy::current, clock::stopwatchNanos), journal, JsonFields.reader(), mappings,
                symbols, prices, new IntakeRuleBook(() -> rules.base("signal")), store, heard), limits(policy));
    }

    /** How old a signal is is judged, so its receipt is told by the corrected time and not by the machine's clock. */
    @Bean
    ServletRegistrationBean<?> tradingViewHooks(SignalDesk desk, SignalRelay relay, SignalSettings settings,
            TimeOracle clock) {
        return Hooks.at(desk, relay::send, settings, clock);
    }

    private static Supplier<SignalLimits> limits(PolicyBook policy) {
        return () -> SignalLimits.from(policy.current());
    }

    private static <T> WatchedFile<T> watched(Path file, java.util.function.Function<Path, T> reading,
            Background background) {
        WatchedFile<T> watched = new WatchedFile<>(file, reading);
        background.every(LOOK, "watch-" + file.getFileName(), watched::refresh);
        return watched;
    }
}
