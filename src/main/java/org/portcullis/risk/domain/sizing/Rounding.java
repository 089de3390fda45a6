package org.portcullis.risk.domain.sizing;

/**
 * What becomes of an entry that is sized below the venue's minimum (S2-N1).
 *
 * @param upToMinimum whether it is raised to the minimum, for the caps to judge; otherwise it is not traded
 */
public record Rounding(boolean upToMinimum) {
}
