package org.portcullis.operations;

import java.nio.file.Path;
import java.util.List;

/**
 * What a rehearsal does.
 *
 * @param kills how often the process is killed, 1 or more
 * @param seed decides the bars, the moments and what is killed; how fast the machine is decides what is hit
 * @param minutes length of the generated market, 60 or more
 * @param speed how many times faster than life the replay runs, 1 or more
 * @param work folder of everything the rehearsal writes; emptied at its start
 * @param settings further settings of the application, written {@code key=value}
 */
public record RehearsalPlan(int kills, long seed, int minutes, int speed, Path work, List<String> settings) {

    private static final int MINUTES_MIN = 60;

    public RehearsalPlan {
        settings = List.copyOf(settings);
        if (kills < 1 || minutes < MINUTES_MIN || speed < 1) {
            throw new IllegalArgumentException("a rehearsal needs 1 kill, " + MINUTES_MIN + " minutes and speed 1 or"
                    + " more, not " + kills + ", " + minutes + " and " + speed);
        }
    }

    /** Home folder of the killed application. */
    public Path home() {
        return work.resolve("home");
    }

    /** Folder of the bars that it replays. */
    public Path bars() {
        return work.resolve("bars");
    }
}
