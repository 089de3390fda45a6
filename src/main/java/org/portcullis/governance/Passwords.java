package org.portcullis.governance;

/** How passwords are made and kept. */
public interface Passwords {

    /** The salted, slow hash of the password, prefixed with its method. */
    String hash(String password);

    /** Whether the password belongs to the hash; takes the same time either way. */
    boolean matches(String password, String hash);

    /** A new password that nobody can guess. */
    String generate();
}
