package org.portcullis.risk.exit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.Price;

/** The question of the watch to the exit rules in force. */
@FunctionalInterface
public interface ExitRules {

    /**
     * What every exit rule that concerns these facts said.
     *
     * @param facts the position, its surroundings and the limits
     * @throws RuntimeException when the rules could not be run to their end
     */
    Said read(List<Record> facts);

    /**
     * The version of the rules in force when they are the shipped ones, so that {@link ExitBand} knows what they do;
     * null when only they themselves can say.
     */
    default @Nullable String foreseen() {
        return null;
    }

    /**
     * What they said.
     *
     * @param version version of the rules
     * @param readings what was compared
     * @param stops where the stop could be moved to
     */
    record Said(String version, List<ExitReading> readings, List<Price> stops) {

        public Said {
            readings = List.copyOf(readings);
            stops = List.copyOf(stops);
        }
    }
}
