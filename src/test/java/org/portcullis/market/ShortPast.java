package org.portcullis.market;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.portcullis.engine.policy.PolicyBook;

/** The shipped policy for tests that show a universe a few bars only: how much they move cannot be told by then. */
public final class ShortPast {

    private static final String REQUIRED = "market.universe.volatility-required: {type: flag, value: true,";

    private ShortPast() {
    }

    /** Under a profile, without asking for a volatility. */
    public static PolicyBook policy(String profile) {
        try {
            String shipped = Files.readString(Path.of("rules", "policy.yaml"));
            if (!shipped.contains(REQUIRED)) {
                throw new AssertionError("rules/policy.yaml has no line " + REQUIRED);
            }
            Path file = Files.createTempFile("policy", ".yaml");
            file.toFile().deleteOnExit();
            Files.writeString(file, shipped.replace(REQUIRED, REQUIRED.replace("true", "false")));
            return PolicyBook.open(file, profile);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }
}
