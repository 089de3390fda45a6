package org.portcullis.operations.adapter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portcullis.market.Universe;
import org.portcullis.operations.alert.AlertCode;
import org.portcullis.operations.alert.AlertDesk;
import org.portcullis.operations.alert.AlertLimits;
import org.portcullis.risk.KillRearm;
import org.portcullis.risk.KillState;
import org.portcullis.risk.KillSwitch;
import org.portcullis.signal.SourceState;
import org.portcullis.signal.SourcesView;
import org.portcullis.venue.StreamsView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again and again at what cannot say that it is in trouble: the kill file, silent sources, silent streams, an
 * empty universe. It has a thread of its own and asks memory and one file only, so that the kill is an alert within
 * five seconds also while database and broker are away (S2-REQ-K1).
 */
final class AlertRounds {

    static final Duration LOOK = Duration.ofMillis(250);

    private static final Logger LOG = LoggerFactory.getLogger(AlertRounds.class);

    private final AlertDesk alerts;
    private final Parts parts;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Instant thrownAt;

    AlertRounds(AlertDesk alerts, Parts parts) {
        this.alerts = alerts;
        this.parts = parts;
    }

    /**
     * What is looked at.
     *
     * @param universe the universe that decides about entries; nothing while it is not asked
     * @param market the clock of the market
     * @param wall our wall clock
     */
    record Parts(KillSwitch kill, SourcesView sources, StreamsView streams, Supplier<@Nullable Universe> universe,
            Supplier<AlertLimits> limits, InstantSource market, InstantSource wall) {
    }

    /** Looks until it is stopped; what fails is said and looked at again. */
    void run() {
        try {
            while (!stopped.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                round();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends {@link #run}. */
    void stop() {
        stopped.countDown();
    }

    /** Looks at everything once; one part that fails does not keep the others from being looked at. */
    void round() {
        safely("the kill switch", () -> kill(parts.kill().state()));
        safely("webhook sources", this::sources);
        safely("streams", this::streams);
        safely("the universe", this::universe);
        safely("unacknowledged alerts", alerts::look);
    }

    /** Also called by the switch itself, which may see what came and went between two rounds. */
    synchronized void kill(KillState now) {
        if (now instanceof KillState.On on) {
            thrownAt = on.at();
            alerts.hold(AlertWords.killed(on, parts.market().millis()));
            return;
        }
        alerts.open().stream().filter(alert -> alert.code() == AlertCode.KILL_SWITCH).findFirst().ifPresent(alert -> {
            Instant since = thrownAt == null ? alert.recordedAt() : thrownAt;
            KillRearm rearm = parts.kill().rearmed().filter(note -> !note.at().isBefore(since))
                    .orElseGet(() -> new KillRearm("unknown", "the file was removed by hand", since));
            alerts.resolve(alert.code(), alert.subject(), rearm.by(), rearm.reason());
        });
    }

    /** After a start a source that was silent stays so until it calls, or is expected no more. */
    private void sources() {
        Map<String, SourceState> all = parts.sources().sources(parts.wall().millis()).stream()
                .collect(Collectors.toMap(state -> state.expected().source(), Function.identity()));
        alerts.agree(AlertCode.WEBHOOK_SILENT, all.values().stream().filter(SourceState::silent)
                .map(state -> AlertWords.silent(state, parts.market().millis())).toList(),
                source -> !all.containsKey(source) || all.get(source).heard(), "it called, or is expected no more");
    }

    private void streams() {
        long nowMs = parts.wall().millis();
        long atMs = parts.market().millis();
        Duration longest = parts.limits().get().streamSilentAfter();
        alerts.agree(AlertCode.STREAM_SILENT, parts.streams().streams().stream()
                .flatMap(stream -> AlertWords.silent(stream, longest, nowMs, atMs).stream()).toList(),
                connection -> true, "it brings data again, or has ended");
    }

    /** One that was never judged says nothing yet; one that is not asked can leave nothing out. */
    private void universe() {
        Universe universe = parts.universe().get();
        if (universe == null || !universe.standings().isEmpty()) {
            alerts.agree(AlertCode.UNIVERSE_EMPTY, universe == null ? List.of() : universe.emptyReason().stream()
                    .map(why -> AlertWords.emptyUniverse(why, universe.atMs())).toList(), subject -> true,
                    "symbols may be traded again");
        }
    }

    private static void safely(String what, Runnable looking) {
        try {
            looking.run();
        } catch (RuntimeException failed) {
            LOG.error("{} could not be looked at", what, failed);
        }
    }
}
