package org.portcullis.risk;

/** What came of the wish to trade again. */
public sealed interface Rearming {

    /** The switch is off; {@code was} tells who had thrown it and why. */
    record Rearmed(KillState.On was) implements Rearming {
    }

    /** It was not on. */
    record NotOn() implements Rearming {
    }

    /** The person who threw it cannot take it back: a second person must look. */
    record SecondPersonNeeded(String thrownBy) implements Rearming {
    }
}
