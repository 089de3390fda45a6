package org.portcullis.engine.rules.host;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.ErasableRecorder;
import org.portcullis.engine.rules.RuleLimits;
import org.portcullis.engine.rules.RulePanel;
import org.portcullis.engine.rules.RuleRecorder;
import org.portcullis.engine.rules.RuleRun;
import org.portcullis.engine.rules.gate.RecordingPanel;

/** Asks groups without the engine where that is certain for all of them; else a run of its own asks each. */
final class GroupPanel implements RulePanel {

    /** About as many rules of a group fire. */
    private static final int FIRINGS = 4;

    private final CompiledRules rules;
    private final List<String> groups;
    private final RuleLimits limits;
    private volatile @Nullable Known known;

    /** What is known of the groups; nothing when some have to be asked of the engine. */
    private record Known(@Nullable RecordingPanel panel) {
    }

    GroupPanel(CompiledRules rules, List<String> groups, RuleLimits limits) {
        this.rules = rules;
        this.groups = List.copyOf(groups);
        this.limits = limits;
    }

    @Override
    public List<String> ask(List<?> facts, RuleRecorder recorder) {
        RecordingPanel panel = panel();
        if (panel != null && facts.size() <= limits.factsMax() && recorder instanceof ErasableRecorder erasable) {
            List<String> fired = new ArrayList<>(FIRINGS * groups.size());
            if (panel.record(facts, recorder, fired) && fired.size() <= limits.firingsMax()) {
                return fired;
            }
            erasable.erase();
        }
        try (RuleRun run = rules.open(recorder)) {
            facts.forEach(run::insert);
            groups.forEach(run::fire);
            return run.firedRules();
        }
    }

    /** Read from the texts when it is first needed. */
    private @Nullable RecordingPanel panel() {
        Known read = known;
        if (read == null) {
            boolean once = new HashSet<>(groups).size() == groups.size();
            read = new Known(once ? rules.recordings().panel(groups) : null);
            known = read;
        }
        return read.panel();
    }
}
