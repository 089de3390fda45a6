package org.portcullis.governance;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.portcullis.governance.domain.SignInThrottle;

/**
 * The door of sign-in: says whether a name and a password belong together. Every answer costs one hash, so that timing
 * tells neither whether a user exists nor whether the account is throttled.
 */
public final class SignIn {

    private final UserStore users;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final String hashOfNobody;

    public SignIn(UserStore users, Passwords passwords, SignInThrottle throttle) {
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
        this.hashOfNobody = passwords.hash(passwords.generate());
    }

    /** Tries one name and password; a name is not case-sensitive. */
    public SignInOutcome attempt(String name, String password) {
        String username = name.strip().toLowerCase(Locale.ROOT);
        Optional<Instant> until = throttle.closedUntil(username);
        Optional<User> user = until.isPresent() ? Optional.empty() : users.find(username);
        boolean right = passwords.matches(password, user.map(User::passwordHash).orElse(hashOfNobody));
        if (until.isPresent()) {
            return new SignInOutcome.Throttled(until.get());
        }
        if (right && user.isPresent() && user.get().enabled()) {
            throttle.succeeded(username);
            return new SignInOutcome.Accepted(user.get());
        }
        throttle.failed(username);
        return new SignInOutcome.Refused();
    }
}
