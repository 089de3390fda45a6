package org.portcullis.governance;

import java.util.List;
import java.util.Optional;

/** Where users are kept. */
public interface UserStore {

    /** The user of that name, or nothing. */
    Optional<User> find(String username);

    /** Every user, by name. */
    List<User> all();

    /**
     * Keeps the first users, all or none, and only while nobody else is kept.
     *
     * @return whether they were kept; false when there were users already
     */
    boolean addFirst(List<User> users);
}
