package org.portcullis.engine.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One folder of rules in one version; immutable and safe to share between threads. */
public interface RuleBook {

    /** Path relative to the rules folder, such as {@code risk} or {@code strategy/momentum-core}. */
    String folder();

    /** Hash over the folder's rule files: 16 hexadecimal digits. */
    String version();

    /** Its rules in the order of files and lines. */
    List<RuleText> rules();

    /**
     * Takes a session for one judgement.
     *
     * @param recorder what the rules write into; set as every global whose declared class it is
     * @throws IllegalArgumentException when a recorder is given and no group declares a global of its class
     */
    RuleRun open(@Nullable RuleRecorder recorder);

    /**
     * What the rules of a group insert, given these facts, when that is certain without asking the engine; null when
     * it is not.
     */
    default @Nullable List<Object> known(String agendaGroup, List<?> facts) {
        return null;
    }

    /** Opens a session that the calling thread keeps; no other thread may use it. */
    TriggerSession ownedSession();
}
