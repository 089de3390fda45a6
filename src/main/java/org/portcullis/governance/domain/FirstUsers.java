package org.portcullis.governance.domain;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portcullis.governance.Passwords;
import org.portcullis.governance.Role;
import org.portcullis.governance.User;
import org.portcullis.governance.UserStore;

/**
 * Makes the first two users of an empty installation: one who administers and, because that one cannot approve, one who
 * does.
 */
public final class FirstUsers {

    private static final int PASSWORD_BYTES_MIN = 8;
    private static final int PASSWORD_BYTES_MAX = 72;

    private final UserStore store;
    private final Passwords passwords;

    public FirstUsers(UserStore store, Passwords passwords) {
        this.store = store;
        this.passwords = passwords;
    }

    /**
     * Creates {@code admin} and {@code approver} when nobody is kept yet.
     *
     * @param givenPassword the administrator's password, or nothing to generate one
     * @return the passwords to hand over once; nothing when there were users already
     * @throws IllegalArgumentException when the given password is too short or too long
     */
    public Optional<Handover> create(@Nullable String givenPassword) {
        if (!store.all().isEmpty()) {
            return Optional.empty();
        }
        if (givenPassword != null) {
            requireGood(givenPassword);
        }
        String admin = givenPassword != null ? givenPassword : passwords.generate();
        String approver = passwords.generate();
        boolean kept = store.addFirst(List.of(
                user("admin", admin, EnumSet.of(Role.VIEWER, Role.TRADER, Role.RISK_OFFICER, Role.ADMIN)),
                user("approver", approver, EnumSet.of(Role.VIEWER, Role.APPROVER))));
        return kept ? Optional.of(new Handover(givenPassword == null ? admin : null, approver)) : Optional.empty();
    }

    private User user(String name, String password, Set<Role> roles) {
        return new User(name, passwords.hash(password), true, roles);
    }

    private static void requireGood(String password) {
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < PASSWORD_BYTES_MIN || bytes > PASSWORD_BYTES_MAX) {
            throw new IllegalArgumentException("PORTCULLIS_ADMIN_PASSWORD has " + bytes + " bytes; use "
                    + PASSWORD_BYTES_MIN + " to " + PASSWORD_BYTES_MAX + ", or leave it out to have one generated");
        }
    }

    /**
     * Passwords that are shown once and kept nowhere.
     *
     * @param admin the generated password of {@code admin}; nothing when it was given
     * @param approver the generated password of {@code approver}
     */
    public record Handover(@Nullable String admin, String approver) {

        /** Without the passwords. */
        @Override
        public String toString() {
            return "Handover";
        }
    }
}
