package org.portcullis.signal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of the inbox.
 *
 * @param signalId     its name; unique
 * @param contentHash  hash of what the source said: the same as {@code signalId} when the source says when it fired
 * @param state        what is to become of it
 * @param delivery     the call it came with
 * @param strategy     the strategy it names; empty for a notification
 * @param mapping      name of the mapping that knew its shape
 * @param journalSequence number of the raw record in the journal
 * @param signal       the signal; nothing for a notification
 */
public record KeptSignal(String signalId, String contentHash, State state, Delivery delivery, String strategy,
        String mapping, long journalSequence, @Nullable TradingSignal signal) {

    /** What is to become of a kept signal, or became of it. */
    public enum State {
        /** To be sent to the strategies. */
        RECEIVED,
        /** Sent to the strategies. */
        SENT,
        /** Too old to be traded. */
        STALE,
        /** For people; not to be traded. */
        NOTIFICATION
    }

    public KeptSignal {
        Objects.requireNonNull(signalId, "signalId");
        Objects.requireNonNull(contentHash, "contentHash");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(delivery, "delivery");
        Objects.requireNonNull(strategy, "strategy");
        Objects.requireNonNull(mapping, "mapping");
        if ((signal == null) != (state == State.NOTIFICATION)) {
            throw new IllegalArgumentException("a notification has no signal, everything else has one");
        }
    }
}
