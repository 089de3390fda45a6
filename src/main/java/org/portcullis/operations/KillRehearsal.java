package org.portcullis.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.portcullis.engine.time.WallTime;
import org.portcullis.market.BarFeed;
import org.portcullis.market.BarStream;
import org.portcullis.market.GeneratedMarket;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.operations.rehearsal.DatabaseProcess;
import org.portcullis.operations.rehearsal.Draws;
import org.portcullis.operations.rehearsal.Victim;

/**
 * Runs a replay as a process of its own on the durable settings, kills it with SIGKILL again and again, lets it come to
 * its end, and has everything it left checked. Most kills hit the replay, one in six a start; one in three takes the
 * database server along, which otherwise outlives the kill.
 */
public final class KillRehearsal {

    private static final long START_MS = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();
    private static final Duration READY_PATIENCE = Duration.ofMinutes(5);
    /** Longer than everything that holds up a healthy replay; its own patience is two minutes. */
    private static final Duration STANDSTILL = Duration.ofMinutes(3);
    private static final int START_KILLED_ONE_IN = 6;
    private static final int DATABASE_KILLED_ONE_IN = 3;
    private static final long FIRST_START_MILLIS = 20_000;
    /** After the journal has grown enough, the moment within the next frames is drawn. */
    private static final long FRAMES_MILLIS = 100;
    /** What a bar takes in the journal, roughly. */
    private static final int RECORD_BYTES = 140;
    private static final int PERCENT = 100;
    /** Kills are spread over this share of the replay, so that bars are left for the last run. */
    private static final int SPREAD_PCT = 80;

    private final RehearsalPlan plan;
    private final Consumer<String> say;
    private final WallTime time = new WallTime();
    private final Draws draws;
    private final List<Long> readyMillis = new ArrayList<>();
    private final List<String> breaches = new ArrayList<>();
    private long lastReadyMillis = FIRST_START_MILLIS;
    private long meanGrowthBytes;
    private int kills;
    private int duringStart;
    private int withDatabase;

    /** @param say takes one line about each step */
    public KillRehearsal(RehearsalPlan plan, Consumer<String> say) {
        this.plan = plan;
        this.say = say;
        this.draws = new Draws(plan.seed());
    }

    /**
     * Rehearses.
     *
     * @throws IllegalStateException when the application does not start or does not come to its end; its log is named
     */
    public RehearsalOutcome run() {
        empty(plan.work());
        long rows = writeBars();
        meanGrowthBytes = Math.max(1, rows * RECORD_BYTES * SPREAD_PCT / PERCENT / plan.kills());
        say.accept("seed " + plan.seed() + ": " + rows + " bars in " + plan.bars() + ", " + plan.kills()
                + " kills to come");
        RehearsalCheck check = new RehearsalCheck(plan.home(), plan.bars());
        try {
            boolean more = true;
            while (more && kills < plan.kills()) {
                more = killOnce(check);
            }
            lastRun();
        } catch (Victim.StandsStill still) {
            say.accept(still.getMessage());
            breaches.add(still.getMessage());
        } finally {
            DatabaseProcess.killOn(plan.home());
        }
        List<Finding> findings = check.everything();
        findings.stream().filter(finding -> !finding.ok()).forEach(finding -> breaches.addAll(finding.breaches()));
        return new RehearsalOutcome(kills, duringStart, withDatabase, readyMillis, findings, breaches);
    }

    /** One run that is killed; false when it came to its end before. */
    private boolean killOnce(RehearsalCheck check) {
        int number = kills + 1;
        Victim victim = start(number);
        boolean start = draws.oneIn(START_KILLED_ONE_IN, "start " + number);
        long delayMillis = draws.below(start ? lastReadyMillis : FRAMES_MILLIS, "delay " + number);
        long grownBytes = draws.below(2 * meanGrowthBytes, "growth " + number);
        OptionalInt ended = OptionalInt.empty();
        if (!start) {
            awaitReady(victim);
            ended = awaitGrowth(victim, grownBytes);
        }
        if (ended.isEmpty()) {
            ended = victim.awaitEnd(Duration.ofMillis(delayMillis));
        }
        if (ended.isPresent()) {
            requireGoodEnd(ended.getAsInt(), victim);
            say.accept("the replay ended before kill " + number + "; take more minutes or a lower speed");
            return false;
        }
        victim.kill();
        boolean database = draws.oneIn(DATABASE_KILLED_ONE_IN, "database " + number)
                && DatabaseProcess.killOn(plan.home());
        kills++;
        duringStart += start ? 1 : 0;
        withDatabase += database ? 1 : 0;
        Finding files = check.files();
        breaches.addAll(files.breaches());
        say.accept("kill " + number + ": " + (start ? delayMillis + " ms into the start"
                : "after " + grownBytes + " bytes and " + delayMillis + " ms of replay")
                + (database ? ", with the database" : "") + "; " + files.line().strip());
        return true;
    }

    private void lastRun() {
        Victim victim = start(kills + 1);
        awaitReady(victim);
        requireGoodEnd(awaitGrowth(victim, Long.MAX_VALUE).orElseThrow(), victim);
    }

    private OptionalInt awaitGrowth(Victim victim, long bytes) {
        try {
            return victim.awaitGrowth(plan.home().resolve("journal"), bytes, STANDSTILL);
        } catch (Victim.StandsStill still) {
            victim.kill();
            throw still;
        }
    }

    private Victim start(int number) {
        List<String> settings = new ArrayList<>(List.of("--portcullis.home=" + plan.home(),
                "--portcullis.feed.replay.path=" + plan.bars(), "--portcullis.feed.replay.speed=" + plan.speed(),
                "--portcullis.feed.replay.lock-step=true", "--portcullis.feed.replay.exit-at-end=true",
                "--portcullis.mode=PAPER", "--portcullis.strategy.enabled=momentum-core", "--server.port=0",
                "--management.server.port=-1"));
        plan.settings().forEach(setting -> settings.add("--" + setting));
        return Victim.start(settings, plan.work().resolve("run-" + number + ".log"), time);
    }

    private void awaitReady(Victim victim) {
        if (!victim.awaitReady(READY_PATIENCE)) {
            victim.kill();
            throw new IllegalStateException("the application did not come back; see " + victim.log());
        }
        lastReadyMillis = victim.elapsedMillis();
        readyMillis.add(lastReadyMillis);
    }

    private static void requireGoodEnd(int code, Victim victim) {
        if (code != 0) {
            throw new IllegalStateException("the application ended by itself with " + code + "; see " + victim.log());
        }
    }

    private long writeBars() {
        BarFeed feed = new BarFeed(InstrumentCatalogue.of(Map.of()));
        try (BarStream bars = feed.generated(GeneratedMarket.demo(plan.seed(), START_MS, plan.minutes()))) {
            return feed.write(bars, plan.bars()).values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Only what a rehearsal wrote is removed: a folder that holds something else is refused. */
    private static void empty(Path work) {
        try {
            if (Files.isDirectory(work)) {
                try (Stream<Path> inside = Files.list(work)) {
                    Path stranger = inside.filter(path -> !path.getFileName().toString()
                            .matches("home|bars|run-[0-9]+\\.log")).findFirst().orElse(null);
                    if (stranger != null) {
                        throw new IllegalArgumentException(stranger + " was not written by a rehearsal; name an empty"
                                + " work folder");
                    }
                }
                remove(work);
            }
            Files.createDirectories(work);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot empty " + work, failed);
        }
    }

    /** Removes everything that a rehearsal wrote. */
    public static void remove(Path work) {
        DatabaseProcess.killOn(work.resolve("home"));
        try (Stream<Path> all = Files.walk(work)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot remove " + work, failed);
        }
    }
}
