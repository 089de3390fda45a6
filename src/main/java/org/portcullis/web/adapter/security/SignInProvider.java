package org.portcullis.web.adapter.security;

import java.time.Instant;
import java.util.List;
import org.portcullis.governance.SignIn;
import org.portcullis.governance.SignInOutcome;
import org.portcullis.governance.User;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Asks the governance room whether a name and a password belong together. */
public final class SignInProvider implements AuthenticationProvider {

    private final SignIn signIn;

    public SignInProvider(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String password = attempt.getCredentials() == null ? "" : attempt.getCredentials().toString();
        SignInOutcome outcome = signIn.attempt(attempt.getName(), password);
        if (outcome instanceof SignInOutcome.Accepted accepted) {
            return signedIn(accepted.user());
        }
        if (outcome instanceof SignInOutcome.Throttled throttled) {
            throw new Throttled(throttled.until());
        }
        throw new BadCredentialsException("The name or the password is wrong.");
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static Authentication signedIn(User user) {
        List<SimpleGrantedAuthority> roles = user.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name())).toList();
        return UsernamePasswordAuthenticationToken.authenticated(user.username(), null, roles);
    }

    /** Too many failures; says until when. */
    static final class Throttled extends LockedException {

        private static final long serialVersionUID = 1L;

        private final transient Instant until;

        Throttled(Instant until) {
            super("Too many failed attempts. Try again after " + until + ".");
            this.until = until;
        }

        Instant until() {
            return until;
        }
    }
}
