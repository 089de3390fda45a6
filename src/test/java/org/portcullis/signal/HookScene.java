package org.portcullis.signal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.rules.RuleLimits;
import org.portcullis.engine.rules.RuleSandbox;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.journal.Journal;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.Mark;
import org.portcullis.signal.adapter.json.JsonFields;
import org.portcullis.signal.adapter.route.SignalRelay;
import org.portcullis.signal.adapter.rules.IntakeRuleBook;
import org.portcullis.signal.adapter.store.AliasFile;
import org.portcullis.signal.adapter.store.JdbcSignalStore;
import org.portcullis.signal.adapter.store.MappingFile;
import org.portcullis.signal.adapter.store.SignalPool;
import org.portcullis.signal.adapter.store.TickerSymbols;
import org.portcullis.signal.adapter.store.WatchedFile;
import org.portcullis.signal.adapter.web.BucketGate;
import org.portcullis.signal.adapter.web.EnvironmentSecrets;
import org.portcullis.signal.adapter.web.Hooks;
import org.portcullis.signal.domain.MappingTable;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A webhook as it is in the product: real Tomcat, database, journal, rules and mappings; only time, the broker, the
 * secrets and the last prices are the test's.
 */
final class HookScene implements AutoCloseable {

    static final String SECRET = "only-for-tests-tv1-0123456789";
    static final String NEXT = "only-for-tests-tv1-9876543210";
    static final long NOW_MS = Instant.parse("2026-03-02T09:30:00Z").toEpochMilli();

    /** Waits that a starving machine does not break. */
    static final SignalSettings PATIENT =
            new SignalSettings(List.of(), List.of(), Duration.ofSeconds(3), Duration.ofSeconds(3));

    final TestDatabase database = TestDatabase.fresh();
    final AtomicLong nowMs = new AtomicLong(NOW_MS);
    final Map<String, String> environment = new ConcurrentHashMap<>(Map.of("TRADINGVIEW_SECRET_TV1", SECRET));
    final Map<InstrumentId, Mark> marks = new ConcurrentHashMap<>();
    final List<TradingSignal> sent = new CopyOnWriteArrayList<>();
    final List<String> called = new CopyOnWriteArrayList<>();
    final AtomicBoolean brokerDown = new AtomicBoolean();
    final Path journalFolder;
    final Path rules;
    final PolicyBook policy;
    final SignalRelay relay;
    final SignalDesk desk;
    final WatchedFile<MappingTable> mappings;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final SignalPool pool;
    private final Journal journal;
    private final RuleLibrary library;
    private final WebServer server;
    private final String context;

    private HookScene(Path home, String context, SignalSettings settings, Map<String, String> limits) {
        this.context = context;
        this.journalFolder = home.resolve("journal");
        this.rules = copied(home.resolve("rules"), limits);
        this.policy = PolicyBook.open(rules.resolve("policy.yaml"), null);
        RuleLimits patient = RuleLimits.standard().within(10_000, Duration.ofSeconds(10));
        this.library = RuleLibrary.open(rules, RuleSandbox.allowing("org.portcullis."), patient, this::now);
        this.journal = Journal.open(journalFolder, this::now);
        this.pool = new SignalPool(database.address(), settings.storeWait());
        this.mappings = new WatchedFile<>(rules.resolve("signal/mappings.yaml"), MappingFile::read);
        WatchedFile<Map<String, InstrumentId>> aliases =
                new WatchedFile<>(rules.resolve("signal/symbols.yaml"), AliasFile::read);
        InstrumentCatalogue catalogue = InstrumentCatalogue.read(Path.of("rules/instruments.yaml"));
        JdbcSignalStore store = new JdbcSignalStore(pool.dataSource());
        this.desk = new SignalDesk(new SignalPorts(new EnvironmentSecrets(environment::get),
                new BucketGate(policy::current, () -> nowMs.get() * 1_000_000), journal, JsonFields.reader(), mappings,
                TickerSymbols.of(aliases, catalogue),
                instrument -> Optional.ofNullable(marks.get(instrument)),
                new IntakeRuleBook(() -> library.base("signal")), store,
                (source, atMs) -> called.add(source)), () -> SignalLimits.from(policy.current()));
        this.relay = new SignalRelay(store, bus(), this::now, () -> SignalLimits.from(policy.current()));
        TomcatServletWebServerFactory tomcat = new TomcatServletWebServerFactory(context, 0);
        this.server = tomcat.getWebServer(Hooks.at(desk, relay::send, settings, this::now));
        server.start();
    }

    static HookScene open(Path home) {
        return open(home, "", PATIENT, Map.of());
    }

    /** @param limits values of the policy that differ from the shipped ones */
    static HookScene open(Path home, String context, SignalSettings settings, Map<String, String> limits) {
        return new HookScene(home, context, settings, limits);
    }

    Instant now() {
        return Instant.ofEpochMilli(nowMs.get());
    }

    int port() {
        return server.getPort();
    }

    String path(String rest) {
        return context + "/hooks/tradingview/" + rest;
    }

    int post(String body) {
        return post("tv1", body);
    }

    int post(String source, String body) {
        return send(source, body.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json").statusCode();
    }

    HttpResponse<String> send(String source, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path(source)))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).timeout(Duration.ofSeconds(20));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** The recommended message, fired now, with the secret in it. */
    String canonical(String... changes) {
        String body = """
                {"v":1,"secret":"%s","strategy":"smc-btc-5m","alert_id":"a-1","exchange":"BINANCE","ticker":"BTCUSDT",\
                "interval":"5","bar_time":"2026-03-02T09:25:00Z","fired_at":"%s","action":"buy","position":"long",\
                "contracts":"0.5","price":"95000.5"}""".formatted(SECRET, now());
        for (int i = 0; i < changes.length; i += 2) {
            if (!body.contains(changes[i])) {
                throw new IllegalArgumentException("nothing to change: " + changes[i]);
            }
            body = body.replace(changes[i], changes[i + 1]);
        }
        return body;
    }

    List<String> states() {
        return jdbc().sql("SELECT state FROM signal.inbox ORDER BY received_at, signal_id").query(String.class).list();
    }

    List<String> reasons() {
        return jdbc().sql("SELECT reason FROM signal.parked ORDER BY id").query(String.class).list();
    }

    JdbcClient jdbc() {
        return database.jdbc();
    }

    /** Every byte that was kept anywhere: both tables and the journal. */
    String everythingKept() {
        StringBuilder all = new StringBuilder();
        for (String table : List.of("inbox", "parked")) {
            jdbc().sql("SELECT t::text FROM signal." + table + " t").query(String.class).list().forEach(all::append);
        }
        try (Stream<Path> files = Files.walk(journalFolder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all.toString();
    }

    private MessageBus bus() {
        return new MessageBus() {
            @Override
            public void send(String address, String messageId, Object word) {
                if (brokerDown.get()) {
                    throw new IllegalStateException("the broker does not answer");
                }
                sent.add((TradingSignal) word);
            }

            @Override
            public void show(String address, String messageId, Object word, String onlyFor) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static Path copied(Path rules, Map<String, String> limits) {
        try {
            Files.createDirectories(rules.resolve("signal"));
            String text = Files.readString(Path.of("rules/policy.yaml"));
            for (Map.Entry<String, String> limit : limits.entrySet()) {
                text = text.replaceFirst("(" + limit.getKey() + ":.*?value: )[^,]+", "$1" + limit.getValue());
            }
            Files.writeString(rules.resolve("policy.yaml"), text);
            try (Stream<Path> files = Files.list(Path.of("rules/signal"))) {
                for (Path file : files.toList()) {
                    Files.copy(file, rules.resolve("signal").resolve(file.getFileName()));
                }
            }
            return rules;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        server.stop();
        journal.close();
        pool.close();
        library.close();
        database.close();
    }
}
