package org.portcullis.market.domain.structure;

/** What the break of a swing level means (SMC A3). */
public enum Break {
    /** No pattern: the pullback ended exactly where the leg began. */
    NONE,
    /** Break of structure: the pullback held above where the leg began, the move goes on. */
    OF_STRUCTURE,
    /** Change of character: the pullback went beyond where the leg began, the move turns. */
    OF_CHARACTER;

    /**
     * Which of them it is when {@code x} is broken.
     *
     * @param direction 1 when a swing high is broken upwards, -1 when a swing low is broken downwards
     * @param w         the opposite swing before x
     * @param x         the swing level that is broken
     * @param y         the farthest point of the pullback from x
     */
    public static Break of(int direction, double w, double x, double y) {
        double start = direction * w;
        double level = direction * x;
        double pullback = direction * y;
        if (start < pullback && pullback < level) {
            return OF_STRUCTURE;
        }
        return level > start && start > pullback ? OF_CHARACTER : NONE;
    }
}
