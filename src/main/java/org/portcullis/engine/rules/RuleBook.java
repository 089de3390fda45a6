package org.portcullis.engine.rules;

import java.util.List;
import java.util.Set;
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

    /** Groups that are asked together again and again, in this order. */
    default RulePanel panel(List<String> agendaGroups) {
        return (facts, recorder) -> {
            try (RuleRun run = open(recorder)) {
                facts.forEach(run::insert);
                agendaGroups.forEach(run::fire);
                return run.firedRules();
            }
        };
    }

    /** What is known of a group without asking the engine; one thread at a time may ask. */
    interface Foresight {

        /**
         * What its rules insert, given these facts, when that is certain; null when the engine has to be asked.
         *
         * @param facts holds the facts in its first places; may be used again afterwards
         * @param count how many facts there are
         */
        @Nullable List<Object> known(Object[] facts, int count);
    }

    /** Where nothing is known. */
    Foresight NOTHING_KNOWN = (facts, count) -> null;

    /** What is known of that group; nothing of a group that does not exist. */
    default Foresight foresight(String agendaGroup) {
        return NOTHING_KNOWN;
    }

    /**
     * What the rules of that group say, however they are written, see
     * {@link org.portcullis.engine.rules.source.RuleWording}; empty when that is not known. Whoever knows what exactly
     * these words do need not ask the rules what they would say of facts about which it is certain.
     */
    default Set<String> wording(String agendaGroup) {
        return Set.of();
    }

    /**
     * Whether another version has taken its place: then the rules in force are to be asked for anew. What was begun
     * may be ended with these.
     */
    default boolean superseded() {
        return false;
    }

    /** Opens a session that the calling thread keeps; no other thread may use it. */
    TriggerSession ownedSession();
}
