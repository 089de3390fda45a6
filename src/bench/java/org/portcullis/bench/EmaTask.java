package org.portcullis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.BarFeed;
import org.portcullis.market.BarStream;
import org.portcullis.market.GeneratedMarket;

/**
 * The task by which backtesters are compared (P1, P2): EMA(12) and EMA(26) of the close, bought on every cross upwards,
 * closed on every cross downwards, at the market, for a fee of 0.1 %. The rules are the shipped ones, all of them
 * asked; a profile of the policy sets limits so wide that every cross is taken.
 */
final class EmaTask {

    private static final long SEED = 42;
    private static final long START_MS = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();
    private static final int MINUTES_OF_A_YEAR = 525_600;
    private static final List<String> SYMBOLS = List.of("BTCUSDT", "ETHUSDT", "SOLUSDT", "BNBUSDT", "XRPUSDT",
            "ADAUSDT", "LTCUSDT", "LINKUSDT", "AVAXUSDT", "DOTUSDT");
    private static final String PROFILE = "  ema-task:\n" + """
                order.gating: none
                risk.positions-max: 100
                risk.exposure-total-pct-max: 100
                risk.exposure-asset-pct-max: 100
                risk.position-pct-max: 100
                risk.trade-risk-pct-max: 0.1
                risk.exposure-theme-pct-max: 100
                risk.exposure-theme-pct-ask: 100
                risk.exposure-theme-other-pct-max: 100
                risk.exposure-venue-pct-max: 100
                risk.exposure-gross-pct-max: 1000
                risk.exposure-net-pct-max: 1000
                risk.entry-slippage-pct-max: 5
                risk.cooldown-after-fill: 0s
                risk.cooldown-after-stop: 0s
                risk.cooldown-after-failure: 0s
                risk.confidence-min: 0
                risk.exit.loss-pct-max: 99
                risk.exit.part-share-pct: 0
                risk.exit.part-at-r: 100
                risk.exit.trail: none
                risk.exit.hold-max: 30d
                risk.exit.stagnation-max: 30d
                risk.exit.trim-pct-max: 1000
                venue.paper.maker-bps: 10
                venue.paper.taker-bps: 10
                venue.paper.participation-pct: 100
                orders.value-max: 1000000000
                orders.value-ask: 1000000000
                orders.exit-value-max: 10000000000
                orders.collar-pct-max: 100
                orders.collar-pct-ask: 100
                orders.collar-window-pct-max: 100
                orders.per-second-max: 1000
                orders.per-minute-max: 10000
                orders.per-fill-max: 100000
                orders.per-fill-ask: 100000
                risk.kelly-unproven-pct: 100
                risk.kelly-no-edge-pct: 100
                risk.kelly-pct-min: 100
                risk.kelly-pct-max: 100
                risk.breaker.daily-loss.max: 1000000000
                risk.breaker.daily-loss.pct-max: 100
                risk.breaker.weekly-loss.pct-max: 100
                risk.breaker.drawdown.pct-max: 100
                risk.breaker.losing-streak.max: 1000
                risk.breaker.loss-rate.pct-max: 100
                risk.breaker.fees.pct-max: 100
                risk.breaker.slippage.ratio-max: 100
                risk.breaker.repeated-execution.max: 100000
            """;

    private EmaTask() {
    }

    /** A copy of the shipped rules with that profile, under which the strategy asks for no trend and has far stops. */
    static Path rules(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(Shipped.RULES)) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve(Shipped.RULES.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.write(copy, Files.readAllBytes(file));
                }
            }
        }
        Path policy = folder.resolve("policy.yaml");
        Files.writeString(policy, Files.readString(policy).replace("profile: conservative", "profile: ema-task")
                .stripTrailing() + "\n" + PROFILE);
        Path strategy = folder.resolve("strategy").resolve("ema-cross").resolve("strategy.yaml");
        Files.writeString(strategy, Files.readString(strategy)
                .replace("adx-min:    {value: 20", "adx-min:    {value: 0")
                .replace("stop-atr:   {value: 3", "stop-atr:   {value: 50")
                .replace("target-atr: {value: 6", "target-atr: {value: 100"));
        Path budgets = folder.resolve("strategies.yaml");
        String text = Files.readString(budgets);
        int from = text.indexOf("  ema-cross:");
        Files.writeString(budgets, text.substring(0, from) + text.substring(from)
                .replaceFirst("max-at-risk-pct: 10", "max-at-risk-pct: 100")
                .replaceFirst("max-trades-per-cycle: 2", "max-trades-per-cycle: 1000"));
        return folder;
    }

    /** A year of minutes of so many instruments, one file each; bars that are there stay. */
    static Path bars(Path folder, int count) throws IOException {
        List<GeneratedMarket.Listing> listed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            listed.add(new GeneratedMarket.Listing(new InstrumentId(SYMBOLS.get(i)),
                    FixedPoint.parse("100") * (i + 1), FixedPoint.parse("0.01"), List.of()));
        }
        if (Files.notExists(folder.resolve(SYMBOLS.get(count - 1) + "-1m.csv"))) {
            try (BarStream bars = new BarFeed(Shipped.catalogue())
                    .generated(new GeneratedMarket(SEED, START_MS, MINUTES_OF_A_YEAR, listed))) {
                new BarFeed(Shipped.catalogue()).write(bars, folder);
            }
        }
        return folder;
    }
}
