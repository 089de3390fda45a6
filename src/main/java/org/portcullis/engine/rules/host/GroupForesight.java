package org.portcullis.engine.rules.host;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.engine.rules.gate.GateRun;

/** What a gate knows of its group, as long as a run of the engine could hold as many facts. One thread at a time. */
final class GroupForesight implements RuleBook.Foresight {

    private final GateRun run;
    private final int factsMax;

    GroupForesight(GateRun run, int factsMax) {
        this.run = run;
        this.factsMax = factsMax;
    }

    @Override
    public @Nullable List<Object> known(Object[] facts, int count) {
        if (count > factsMax) {
            return null;
        }
        List<Object> formed = run.formed(facts, count);
        return formed == null || count + formed.size() > factsMax ? null : formed;
    }
}
