package org.portcullis.order;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.portcullis.engine.policy.PolicyBook;

/** The shipped policy with limits of a test. */
final class ScenePolicy {

    private ScenePolicy() {
    }

    /** @param limits lines such as {@code risk.positions-max: 2} */
    static PolicyBook with(String... limits) throws IOException {
        Path file = Files.createTempFile("policy", ".yaml");
        // limits of a test may contradict each other; what must hold between them has a test of its own
        String shipped = Files.readString(Path.of("rules/policy.yaml"))
                .replaceFirst("(?s)\\nsanity:\\n.*?\\n\\n", "\n\n");
        Files.writeString(file, shipped + "\n  test:\n    " + String.join("\n    ", limits)
                + "\n    risk.cooldown-after-fill: 0s\n    orders.duplicate-window: 0s\n");
        return PolicyBook.open(file, "test");
    }
}
