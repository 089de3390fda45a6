package org.portcullis.risk;

import org.portcullis.kernel.InstrumentId;

/** The question of the desk to the market: may this instrument be traded at all, now? (S2-REQ-U1, SX-03) */
@FunctionalInterface
public interface UniverseMembership {

    /**
     * How the instrument stands.
     *
     * @param atMs event time of the judgement, UTC milliseconds
     * @throws RuntimeException when it cannot be known; the proposal is then denied
     */
    Standing standing(InstrumentId instrument, long atMs);

    /**
     * How an instrument stands.
     *
     * @param asked whether the universe decides at all; in a replay, which names its instruments itself, only bans do
     * @param judgedAtMs when the universe was judged, event time, UTC milliseconds; {@link #NEVER} when it never was
     * @param known whether it was among the symbols that were judged
     * @param banned whether a red flag holds on it: a ban for a time, or for good
     * @param out whether it broke another limit of its tier
     * @param said every limit that it broke, with both numbers; otherwise how it stands, in words
     */
    record Standing(boolean asked, long judgedAtMs, boolean known, boolean banned, boolean out, String said) {

        /** No universe was judged yet. */
        public static final long NEVER = Long.MIN_VALUE;

        /** How an instrument stands where only bans are asked. */
        public static Standing notAsked(boolean banned) {
            return new Standing(false, NEVER, true, banned, false,
                    banned ? "BANNED" : "not asked: a replay names its instruments itself");
        }
    }
}
