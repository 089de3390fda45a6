package org.portcullis.research.backtest;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.portcullis.market.Bar;
import org.portcullis.market.BarStream;
import org.portcullis.market.MarketOutcome;
import org.portcullis.strategy.Proposal;

/** Walks one share of the bars in a thread of its own and hands them over in blocks; it waits while they lie there. */
final class Walker {

    private static final int BLOCKS_WAITING = 4;
    private static final long LOOK_MS = 50;

    private final BarSource source;
    private final BarStream stream;
    private final Brain brain;
    private final boolean thinking;
    private final BlockingQueue<Block> blocks = new ArrayBlockingQueue<>(BLOCKS_WAITING);
    private volatile boolean stopping;
    private volatile @Nullable Throwable failure;
    private @Nullable Block reading;
    private int at;

    /** @param thinking whether strategies are asked here; otherwise whoever reads asks them */
    Walker(BarSource source, BarStream stream, Brain brain, boolean thinking) {
        this.thinking = thinking;
        this.source = source;
        this.stream = stream;
        this.brain = brain;
    }

    Brain brain() {
        return brain;
    }

    boolean thinking() {
        return thinking;
    }

    /** The loop of the walking thread. */
    void run() {
        try (BarStream bars = stream) {
            Block block = new Block();
            Bar bar = source.next(bars);
            while (bar != null && !stopping) {
                MarketOutcome outcome = brain.walk(bar);
                block.add(bar, outcome, thinking ? brain.think(outcome) : null);
                if (block.full()) {
                    hand(block);
                    block = new Block();
                }
                bar = source.next(bars);
            }
            if (block.size > 0) {
                hand(block);
            }
        } catch (RuntimeException | Error broken) {
            failure = broken;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            failure = new IllegalStateException("the walk was interrupted", interrupted);
        } finally {
            end();
        }
    }

    private void hand(Block block) throws InterruptedException {
        while (!stopping && !blocks.offer(block, LOOK_MS, TimeUnit.MILLISECONDS)) {
            continue;
        }
    }

    /** An empty block says that no other comes. */
    private void end() {
        try {
            hand(new Block());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    /** Ends the walk early. */
    void stop() {
        stopping = true;
        blocks.clear();
    }

    /** Whether there is a bar to read; waits for it. Called by the reading thread, like all below. */
    boolean ready() {
        Block block = reading;
        if (block == null || at == block.size && block.size > 0) {
            block = take();
            reading = block;
            at = 0;
        }
        return block.size > 0;
    }

    private Block take() {
        try {
            Block next = blocks.poll(LOOK_MS, TimeUnit.MILLISECONDS);
            while (next == null && !stopping) {
                next = blocks.poll(LOOK_MS, TimeUnit.MILLISECONDS);
            }
            Block taken = next == null ? new Block() : next;
            Throwable broken = failure;
            if (taken.size == 0 && broken != null) {
                throw new IllegalStateException("walking the bars failed: " + broken.getMessage(), broken);
            }
            return taken;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for bars", interrupted);
        }
    }

    Bar bar() {
        return block().bars[at];
    }

    MarketOutcome outcome() {
        return block().outcomes[at];
    }

    @Nullable List<Proposal> proposals() {
        return thinking ? block().proposals[at] : null;
    }

    void advance() {
        at++;
    }

    private Block block() {
        Block block = reading;
        if (block == null) {
            throw new IllegalStateException("nothing was read yet");
        }
        return block;
    }
}
