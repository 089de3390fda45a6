package org.portcullis.risk.breaker;

import java.util.List;

/** The question of the breakers to the tripping rules in force. */
@FunctionalInterface
public interface TrippingRules {

    /**
     * What every tripping rule that concerns these facts compared.
     *
     * @param facts measures and their limits
     * @throws RuntimeException when the rules could not be run to their end
     */
    List<Reading> read(List<Record> facts);
}
