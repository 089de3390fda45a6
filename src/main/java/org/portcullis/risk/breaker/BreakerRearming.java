package org.portcullis.risk.breaker;

/** What came of the wish to let a breaker go. */
public sealed interface BreakerRearming {

    /** It stops nothing any more; {@code was} tells why it had. */
    record Rearmed(Trip was) implements BreakerRearming {
    }

    /** It was not tripped. */
    record NotTripped() implements BreakerRearming {
    }

    /** The person who tripped it, or asked for it, cannot be the one who lets it go. */
    record SecondPersonNeeded(String first) implements BreakerRearming {
    }

    /** It cannot be let go by this person, or not now. */
    record Refused(String why) implements BreakerRearming {
    }
}
