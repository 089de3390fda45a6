package org.portcullis.risk.domain.universe;

/**
 * How an instrument stands in the universe at the moment of the judgement (SX-03, S2-REQ-U1).
 *
 * @param asked    whether the universe decides at all; in a replay only bans do
 * @param ageMs    moment of the judgement minus that of the universe, in milliseconds; 0 when it is not asked, the
 *                 largest number when it is asked and was never judged
 * @param ageMsMax oldest universe that may be judged on, in milliseconds
 * @param known    whether the instrument was among the symbols that were judged
 * @param banned   whether a red flag holds on it
 * @param out      whether it broke another limit of its tier
 * @param said     every limit that it broke, or how it stands, in words
 */
public record UniverseMember(boolean asked, long ageMs, long ageMsMax, boolean known, boolean banned, boolean out,
        String said) {
}
