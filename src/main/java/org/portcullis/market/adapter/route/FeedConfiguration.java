package org.portcullis.market.adapter.route;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.portcullis.engine.ids.ContentHash;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.route.Drain;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.WallTime;
import org.portcullis.journal.Journal;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.BarFeed;
import org.portcullis.market.BarStream;
import org.portcullis.market.BarWalk;
import org.portcullis.market.FeedPositions;
import org.portcullis.market.GeneratedMarket;
import org.portcullis.market.InstrumentCatalogue;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the replay feed. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReplaySettings.class)
class FeedConfiguration {

    /** The bundled market begins on a Monday; its length is more than anyone watches. */
    private static final Instant DEMO_START = Instant.parse("2026-01-05T00:00:00Z");
    private static final int DEMO_MINUTES = 60 * 24 * 60;

    @Bean
    InstrumentCatalogue instrumentCatalogue(@Value("${portcullis.rules-path}") Path rules) {
        return InstrumentCatalogue.read(rules.resolve("instruments.yaml"));
    }

    @Bean
    MarketEvents marketEvents(MessageBus bus, Drain drain, ReplaySettings settings) {
        return new MarketEvents(bus, drain, settings.lockStep(), settings.window());
    }

    @Bean
    RawJournal rawJournal(Journal journal, ReplaySettings settings) {
        return new RawJournal(journal, feedOf(settings));
    }

    @Bean
    Replay replay(ReplaySettings settings, InstrumentCatalogue catalogue, FeedPositions positions, MarketEvents events,
            Background background, WallTime time, PolicyBook policy, ApplicationEventPublisher publisher) {
        String feed = feedOf(settings);
        int warmUp = BarWalk.barsToForget(policy.current());
        ReplayFeed walk = new ReplayFeed(feed, sourceOf(settings), settings, warmUp, time);
        return new Replay(feed, walk, bars(settings, new BarFeed(catalogue)), wanted(settings), positions, events,
                background, publisher::publishEvent);
    }

    private static Supplier<BarStream> bars(ReplaySettings settings, BarFeed bars) {
        return bundled(settings)
                ? () -> bars.generated(GeneratedMarket.demo(settings.seed(), DEMO_START.toEpochMilli(), DEMO_MINUTES))
                : () -> bars.open(Path.of(settings.path()));
    }

    /** The same source under the same name is the same feed, wherever its files lie. */
    private static String feedOf(ReplaySettings settings) {
        String name = bundled(settings) ? sourceOf(settings)
                : Path.of(settings.path()).toAbsolutePath().normalize().getFileName().toString();
        return "replay-" + ContentHash.first16(name, wanted(settings).toString());
    }

    private static String sourceOf(ReplaySettings settings) {
        return bundled(settings) ? "bundled data, seed " + settings.seed() : settings.path();
    }

    private static boolean bundled(ReplaySettings settings) {
        return settings.path().isBlank();
    }

    private static Set<InstrumentId> wanted(ReplaySettings settings) {
        return new TreeSet<>(settings.symbols().stream().map(InstrumentId::new).toList());
    }
}
