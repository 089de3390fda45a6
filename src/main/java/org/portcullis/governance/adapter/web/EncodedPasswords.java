package org.portcullis.governance.adapter.web;

import java.util.Base64;
import org.portcullis.governance.Passwords;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.keygen.BytesKeyGenerator;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Passwords by Spring Security: bcrypt today, and the method stands in front of each hash, so that it can change. */
public final class EncodedPasswords implements Passwords {

    private static final int GENERATED_BYTES = 15;

    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final BytesKeyGenerator random = KeyGenerators.secureRandom(GENERATED_BYTES);

    @Override
    public String hash(String password) {
        return encoder.encode(password);
    }

    @Override
    public boolean matches(String password, String hash) {
        return encoder.matches(password, hash);
    }

    /** Twenty characters, 120 random bits. */
    @Override
    public String generate() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random.generateKey());
    }
}
