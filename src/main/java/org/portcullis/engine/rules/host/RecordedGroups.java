package org.portcullis.engine.rules.host;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.RuleRecorder;
import org.portcullis.engine.rules.gate.RecordingRun;

/**
 * Carries out the groups of one run that do nothing but record, where that is certain without the engine. A group is
 * carried out once, as the engine fires no match twice.
 */
final class RecordedGroups {

    private final CompiledRules rules;
    private final RuleRecorder recorder;
    private final Set<String> done = new HashSet<>();
    private final Set<String> byEngine = new HashSet<>(2);
    private @Nullable RecordingRun run;

    RecordedGroups(CompiledRules rules, RuleRecorder recorder) {
        this.rules = rules;
        this.recorder = recorder;
    }

    /** The facts are no longer those that were laid out. */
    void factsChanged() {
        run = null;
    }

    /** The next item begins. */
    void clear() {
        run = null;
        done.clear();
        byEngine.clear();
    }

    /**
     * Records what the rules of the group have to say.
     *
     * @param firingsLeft how many firings the run may still have
     * @return names of the rules that fired; null when the engine has to be asked, and nothing is recorded yet
     */
    @Nullable List<String> fire(String group, List<Object> facts, int firingsLeft) {
        if (done.contains(group)) {
            return List.of();
        }
        List<String> known = byEngine.contains(group) ? null : known(group, facts);
        RecordingRun asked = run;
        if (asked == null || known == null || known.size() > firingsLeft) {
            byEngine.add(group);
            return null;
        }
        done.add(group);
        asked.record(recorder);
        return known;
    }

    private @Nullable List<String> known(String group, List<Object> facts) {
        if (!rules.recordings().knows(group)) {
            return null;
        }
        if (run == null) {
            run = rules.recordings().about(facts);
        }
        return run == null ? null : run.ask(group, recorder);
    }
}
