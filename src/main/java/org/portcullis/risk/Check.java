package org.portcullis.risk;

/**
 * One comparison that a judging rule made.
 *
 * @param code stable name of the check, {@code exposure.total}
 * @param actualE8 what was found, in 10<sup>-8</sup> of {@code unit}
 * @param limitE8 what it was compared with, in 10<sup>-8</sup> of {@code unit}
 * @param relation how they must relate
 * @param unit such as {@code %}, {@code positions}, {@code ms} or the account currency; {@code flag} for yes (1) and
 * no (0)
 * @param hard a failed hard check denies; a failed soft one asks a person
 * @param reason why it denies or asks, from the closed list
 */
public record Check(String code, long actualE8, long limitE8, Relation relation, String unit, boolean hard,
        ReasonCode reason) {

    /** How the actual value must relate to the limit. */
    public enum Relation { AT_MOST, AT_LEAST, EQUAL, ABOVE }

    /** Whether the comparison holds; standing exactly on the limit passes, unless it must be above it. */
    public boolean pass() {
        return switch (relation) {
            case AT_MOST -> actualE8 <= limitE8;
            case AT_LEAST -> actualE8 >= limitE8;
            case EQUAL -> actualE8 == limitE8;
            case ABOVE -> actualE8 > limitE8;
        };
    }

    /**
     * How far the actual value may still move before the check fails, in 10<sup>-8</sup> of the unit; negative when it
     * failed.
     */
    public long headroomE8() {
        return switch (relation) {
            case AT_MOST -> limitE8 - actualE8;
            case AT_LEAST, ABOVE -> actualE8 - limitE8;
            case EQUAL -> -Math.abs(limitE8 - actualE8);
        };
    }
}
