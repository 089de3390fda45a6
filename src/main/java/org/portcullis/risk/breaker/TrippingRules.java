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

    /**
     * Whether the rules in force are the shipped ones, so that no measure that is short of its limit trips anything:
     * then they need not be asked about it.
     */
    default boolean foreseen() {
        return false;
    }
}
