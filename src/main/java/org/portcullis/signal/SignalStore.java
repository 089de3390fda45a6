package org.portcullis.signal;

import java.util.List;

/** Where signals are kept. Every method throws a {@link RuntimeException} when the store does not answer. */
public interface SignalStore {

    /**
     * Keeps one signal for good; it is on the disk when this returns.
     *
     * @param repeatMs two signals that say neither when they were fired nor which bar they are about are one when they
     *                 say the same within this time, in milliseconds; 0 for a signal that says one of both
     * @return whether it is new; a known one changes nothing
     */
    boolean keep(KeptSignal signal, long repeatMs);

    /** Keeps what was refused. */
    void park(ParkedSignal parked);

    /** Signals that wait to be sent and came before that moment, oldest first. */
    List<TradingSignal> unsent(long receivedBeforeMs, int limit);

    /** That signal has been sent. */
    void sent(String signalId, long atMs);

    /** That signal has become too old while it waited, and is not sent any more. */
    void overtaken(String signalId);

    /** Removes what came before that moment; returns how many rows. */
    int forget(long receivedBeforeMs);
}
