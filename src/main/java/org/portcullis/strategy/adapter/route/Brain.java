package org.portcullis.strategy.adapter.route;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.route.Addresses;
import org.portcullis.engine.route.Json;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.engine.time.StageTimes;
import org.portcullis.engine.time.WallTime;
import org.portcullis.market.Bar;
import org.portcullis.market.BarWalk;
import org.portcullis.market.Mark;
import org.portcullis.market.FeedPositions;
import org.portcullis.market.MarketFrame;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.SeriesGap;
import org.portcullis.signal.TradingSignal;
import org.portcullis.strategy.NoTradeReason;
import org.portcullis.strategy.Proposal;
import org.portcullis.strategy.RulesStopped;
import org.portcullis.strategy.StrategyFloor;
import org.portcullis.strategy.StrategyOutcome;
import org.portcullis.strategy.StrategyProposed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Thinks about every bar: guards, features, patterns, model scores, strategies (S1-04, S3-12). A pure function of bars,
 * rules and policy, so that a bar seen again after a restart proposes the same thing under the same id. One consumer
 * thread.
 */
public class Brain {

    private static final Logger LOG = LoggerFactory.getLogger(Brain.class);
    private static final long SAY_EVERY_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long MICROS_PER_MS = 1_000;

    private final BarWalk walk;
    private final StrategyFloor floor;
    private final BiConsumer<Bar, MarketOutcome> watched;
    private final MessageBus bus;
    private final FeedPositions positions;
    private final WallTime time;
    private final StageTimes stages;
    private final Consumer<RulesStopped> stopped;
    private @Nullable JudgedTally tally;
    private long saidAtNanos;

    /**
     * @param watched is shown every bar and what became of it before strategies are asked
     * @param stopped hears of strategies, and of bars, that failed
     */
    Brain(BarWalk walk, StrategyFloor floor, BiConsumer<Bar, MarketOutcome> watched, MessageBus bus,
            FeedPositions positions, WallTime time, StageTimes stages, Consumer<RulesStopped> stopped) {
        this.walk = walk;
        this.floor = floor;
        this.watched = watched;
        this.bus = bus;
        this.positions = positions;
        this.time = time;
        this.stages = stages;
        this.stopped = stopped;
    }

    /** Takes one frame from the market event address. */
    public synchronized void onFrame(String body) {
        MarketFrame frame = Json.read(body, MarketFrame.class);
        JudgedTally counts = tally(frame.feed());
        long started = time.stopwatchNanos();
        for (Bar bar : frame.bars()) {
            try {
                onBar(bar, frame, counts);
            } catch (RuntimeException failed) {
                // the frame holds a minute of every instrument: one that fails must not take the others along
                LOG.error("the bar of {} at {} could not be walked", bar.instrument(), bar.openTimeMs(), failed);
                stopped.accept(new RulesStopped("brain", bar.instrument(), bar.closeTimeMs(),
                        String.valueOf(failed.getMessage())));
                counts.add(bar.instrument(), bar.openTimeMs(), NoTradeReason.RULES_STOPPED.name());
            }
        }
        if (!frame.bars().isEmpty()) {
            stages.record("brain", (time.stopwatchNanos() - started) / NANOS_PER_MICRO / frame.bars().size());
        }
        sayCounts(counts, frame.bars().isEmpty());
    }

    private void onBar(Bar bar, MarketFrame frame, JudgedTally counts) {
        MarketOutcome outcome = walk.onBar(bar, Math.max(frame.closeTimeMs(), bar.closeTimeMs()));
        sayGap(outcome);
        watched.accept(bar, outcome);
        if (!frame.warmUp()) {
            think(outcome, frame.receivedMicros(), counts);
        }
    }

    /** Takes over what others have walked of the time before; nothing is proposed on it (S3-17). */
    synchronized void warm(List<BarWalk> walked, Collection<MarketOutcome.Formed> newest) {
        walked.forEach(walk::adopt);
        newest.forEach(floor::remember);
    }

    /** Takes one signal from its address: strategies that follow signals say what it means at the last price. */
    public synchronized void onSignal(String body) {
        TradingSignal received = Json.read(body, TradingSignal.class);
        Optional<Mark> mark = walk.mark(received.instrument());
        TradingSignal signal = mark.map(last -> inMarketTime(received, last)).orElse(received);
        for (StrategyOutcome outcome : floor.onSignal(signal, mark)) {
            if (outcome instanceof StrategyOutcome.Proposed proposed) {
                propose(proposed, received.receivedAtMs() * MICROS_PER_MS);
            } else if (outcome instanceof StrategyOutcome.Idle idle) {
                LOG.info("signal {} of {} for {}: nothing proposed, {}: {}", signal.signalId(), signal.source(),
                        signal.instrument(), idle.noTrade().reason(), idle.noTrade().nearest());
            }
        }
    }

    /**
     * A signal is followed in the time of the market that it meets: at most a bar after the last price. In a replay
     * that is the replayed time, whatever the clock of the sender says.
     */
    private static TradingSignal inMarketTime(TradingSignal signal, Mark last) {
        long atMs = Math.max(last.eventTimeMs(),
                Math.min(signal.receivedAtMs(), last.eventTimeMs() + Bar.INTERVAL_MS));
        return new TradingSignal(signal.signalId(), signal.source(), signal.strategy(), signal.instrument(),
                signal.interval(), signal.barTimeMs(), signal.firedAtMs(), atMs, signal.side(), signal.target(),
                signal.quantityE8(), signal.priceE8(), signal.alertId());
    }

    /** Told in the order in which it is to be judged: what closes risk goes before what opens it. */
    private void propose(StrategyOutcome.Proposed proposed, long receivedMicros) {
        propose(proposed.proposal(), receivedMicros);
        proposed.after().forEach(next -> propose(next, receivedMicros));
    }

    private void propose(Proposal proposal, long receivedMicros) {
        bus.send(Addresses.STRATEGY_PROPOSED, proposal.proposalId(), new StrategyProposed(proposal, receivedMicros));
    }

    private void think(MarketOutcome market, long receivedMicros, JudgedTally counts) {
        StrategyOutcome outcome = floor.onMarket(market);
        if (outcome instanceof StrategyOutcome.Proposed proposed) {
            propose(proposed, receivedMicros);
            counts.add(market.instrument(), market.barOpenTimeMs(), JudgedTally.PROPOSED);
        } else if (outcome instanceof StrategyOutcome.Idle idle) {
            counts.add(market.instrument(), market.barOpenTimeMs(), idle.noTrade().reason().name());
        }
    }

    private void sayCounts(JudgedTally counts, boolean feedEnded) {
        long now = time.stopwatchNanos();
        if (!counts.isEmpty() && (feedEnded || now - saidAtNanos >= SAY_EVERY_NANOS)) {
            saidAtNanos = now;
            var judged = counts.take();
            bus.send(Addresses.STRATEGY_JUDGED, judged.feed() + "/" + judged.upToMs() + "/" + time.micros(), judged);
        }
    }

    static void sayGap(MarketOutcome outcome) {
        SeriesGap gap = outcome instanceof MarketOutcome.Flagged flagged ? flagged.gap()
                : outcome instanceof MarketOutcome.Warming warming ? warming.gap() : null;
        if (gap != null) {
            LOG.warn("{}: minutes missing from {} to {}: {}; its series starts anew and forms nothing across the hole",
                    gap.instrument(), java.time.Instant.ofEpochMilli(gap.fromMs()),
                    java.time.Instant.ofEpochMilli(gap.toMs()), gap.missingMinutes());
        }
    }

    private JudgedTally tally(String feed) {
        JudgedTally known = tally;
        if (known == null || !known.feed().equals(feed)) {
            known = new JudgedTally(feed, positions.judgedUpTo(feed).orElse(-1));
            tally = known;
        }
        return known;
    }
}
