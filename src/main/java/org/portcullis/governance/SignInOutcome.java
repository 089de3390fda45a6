package org.portcullis.governance;

import java.time.Instant;

/** What came of an attempt to sign in. */
public sealed interface SignInOutcome {

    /** The password was right. */
    record Accepted(User user) implements SignInOutcome {
    }

    /** No such user, a wrong password or a disabled user; which one is not said. */
    record Refused() implements SignInOutcome {
    }

    /** Too many failures in a row: the password was not looked at. */
    record Throttled(Instant until) implements SignInOutcome {
    }
}
