package org.portcullis.governance;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A person or program that may sign in.
 *
 * @param username lower-case name, 2 to 40 letters, digits, dots, dashes
 * @param passwordHash the password's hash with the name of its method; never the password
 * @param enabled whether the user may sign in
 * @param roles what the user may do; at least one
 */
public record User(String username, String passwordHash, boolean enabled, Set<Role> roles) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9.-]{1,39}");

    public User {
        if (!FORM.matcher(username).matches()) {
            throw new IllegalArgumentException(
                    "a user name is 2 to 40 lower-case letters, digits, dots or dashes, not: " + username);
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("user " + username + " needs at least one role");
        }
        roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }

    /** Without the hash, so that no log ever holds one. */
    @Override
    public String toString() {
        return username + roles + (enabled ? "" : " (disabled)");
    }
}
