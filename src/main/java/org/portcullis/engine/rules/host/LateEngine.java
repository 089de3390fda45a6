package org.portcullis.engine.rules.host;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The engine of one version: compiled once, by whoever asks first; others wait for it. */
final class LateEngine {

    private final Supplier<RuleEngine> compilation;
    private volatile @Nullable RuleEngine engine;

    /** @param compilation makes the engine; when it throws, the next to ask tries again */
    LateEngine(Supplier<RuleEngine> compilation) {
        this.compilation = compilation;
    }

    /**
     * The engine.
     *
     * @throws org.portcullis.engine.rules.RulesBroken when the files do not compile after all
     */
    RuleEngine get() {
        RuleEngine there = engine;
        return there == null ? compiled() : there;
    }

    private synchronized RuleEngine compiled() {
        RuleEngine there = engine;
        if (there == null) {
            there = compilation.get();
            engine = there;
        }
        return there;
    }

    boolean isThere() {
        return engine != null;
    }
}
