package org.portcullis.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.governance.domain.SignInThrottle;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SignInTest {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final CountingPasswords passwords = new CountingPasswords();
    private Instant now = START;
    private final SignIn signIn = new SignIn(new TwoUsers(), passwords,
            new SignInThrottle(5, Duration.ofMinutes(15), clock()));

    @Test
    void the_right_password_is_accepted_whatever_the_case_of_the_name() {
        assertThat(signIn.attempt(" Ada ", "right")).isInstanceOfSatisfying(SignInOutcome.Accepted.class,
                accepted -> assertThat(accepted.user().roles()).containsExactly(Role.VIEWER));
    }

    @Test
    void a_wrong_password_an_unknown_user_and_a_disabled_one_look_the_same_and_cost_the_same() {
        for (String name : List.of("ada", "nobody", "gone")) {
            int before = passwords.looked;
            String password = name.equals("gone") ? "right" : "wrong";
            assertThat(signIn.attempt(name, password)).isEqualTo(new SignInOutcome.Refused());
            assertThat(passwords.looked - before).as("hashes for " + name).isEqualTo(1);
        }
    }

    @Test
    void after_four_failures_the_right_password_still_works_and_clears_them() {
        fail(4);
        assertThat(signIn.attempt("ada", "right")).isInstanceOf(SignInOutcome.Accepted.class);
        fail(4);
        assertThat(signIn.attempt("ada", "right")).isInstanceOf(SignInOutcome.Accepted.class);
    }

    @Test
    void after_five_failures_even_the_right_password_waits_until_the_oldest_is_fifteen_minutes_old() {
        fail(5);
        int before = passwords.looked;
        assertThat(signIn.attempt("ada", "right"))
                .isEqualTo(new SignInOutcome.Throttled(START.plus(Duration.ofMinutes(15))));
        assertThat(passwords.looked - before).as("a closed account costs a hash as well").isEqualTo(1);
        now = START.plus(Duration.ofMinutes(15)).minusMillis(1);
        assertThat(signIn.attempt("ada", "right")).isInstanceOf(SignInOutcome.Throttled.class);
        now = START.plus(Duration.ofMinutes(15));
        assertThat(signIn.attempt("ada", "right")).isInstanceOf(SignInOutcome.Accepted.class);
    }

    @Test
    void one_account_closed_leaves_the_others_open() {
        fail(5);
        assertThat(signIn.attempt("bob", "right")).isInstanceOf(SignInOutcome.Accepted.class);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(signIn.attempt("ada", "wrong")).isInstanceOf(SignInOutcome.Refused.class);
        }
    }

    private InstantSource clock() {
        return () -> now;
    }

    private static final class CountingPasswords implements Passwords {
        private int looked;

        @Override
        public String hash(String password) {
            return "{x}" + password;
        }

        @Override
        public boolean matches(String password, String hash) {
            looked++;
            return hash.equals("{x}" + password);
        }

        @Override
        public String generate() {
            return "unguessable";
        }
    }

    private static final class TwoUsers implements UserStore {
        @Override
        public Optional<User> find(String username) {
            return all().stream().filter(user -> user.username().equals(username)).findFirst();
        }

        @Override
        public List<User> all() {
            return List.of(new User("ada", "{x}right", true, EnumSet.of(Role.VIEWER)),
                    new User("bob", "{x}right", true, EnumSet.of(Role.VIEWER)),
                    new User("gone", "{x}right", false, EnumSet.of(Role.VIEWER)));
        }

        @Override
        public boolean addFirst(List<User> users) {
            return false;
        }
    }
}
