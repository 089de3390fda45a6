package org.portcullis.engine.rules.gate;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.gate.RecordingGate.Group;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Groups that are asked together, in their order, about the same facts. Their rules are written as code, so that what
 * is asked for every order costs little more than its comparisons. Safe to share between threads.
 */
public final class RecordingPanel {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingPanel.class);
    private static final int NOT_ASKED_FOR = -1;
    private static final int SUBTYPE = -2;

    private final Class<?>[] types;
    private final String[] names;
    private final Group[] groups;
    private final @Nullable RecordingProgram[] programs;
    /** For whoever asks next; who asks meanwhile makes another. */
    private final AtomicReference<@Nullable FactTable> table = new AtomicReference<>();
    /** The slot of each type of fact. */
    private final ClassValue<Integer> slotOf = new ClassValue<>() {
        @Override
        protected Integer computeValue(Class<?> type) {
            return slot(type);
        }
    };

    RecordingPanel(Class<?>[] types, List<String> names, List<Group> groups) {
        this.types = types;
        this.names = names.toArray(String[]::new);
        this.groups = groups.toArray(Group[]::new);
        this.programs = new RecordingProgram[this.groups.length];
        for (int i = 0; i < programs.length; i++) {
            programs[i] = RecordingWriter.of(types, this.groups[i].recorder(), this.groups[i].rules());
        }
    }

    /**
     * Records what the rules of all groups say.
     *
     * @param fired takes the name of each rule that fires, once for each firing
     * @return false when only the engine knows: what was recorded so far has to be taken back
     */
    public boolean record(List<?> facts, Object recorder, List<String> fired) {
        FactTable spare = table.getAndSet(null);
        FactTable taken = spare == null ? new FactTable(types) : spare;
        boolean known = record(facts, taken, recorder, fired);
        taken.clear();
        table.set(taken);
        return known;
    }

    private boolean record(List<?> facts, FactTable table, Object recorder, List<String> fired) {
        for (int i = 0; i < facts.size(); i++) {
            Object fact = facts.get(i);
            int slot = slotOf.get(fact.getClass());
            if (slot >= 0) {
                table.lay(slot, fact);
            } else if (slot == SUBTYPE) {
                return false;
            }
        }
        try {
            for (int i = 0; i < groups.length; i++) {
                if (!record(i, table, recorder, fired)) {
                    return false;
                }
            }
        } catch (RuntimeException | StackOverflowError refused) {
            LOG.debug("{} are left to the engine", names, refused);
            return false;
        }
        return true;
    }

    private boolean record(int place, FactTable table, Object recorder, List<String> fired) {
        Group group = groups[place];
        RecordingProgram program = programs[place];
        if (!group.recorder().isInstance(recorder)) {
            return false;
        }
        if (program != null && !(table.hasSeveral() && group.meetsSeveral(table))) {
            return program.record(table.slots(), recorder, fired);
        }
        RecordingRun run = new RecordingRun(table);
        List<String> known = run.ask(names[place], group, recorder);
        if (known == null) {
            return false;
        }
        run.record(recorder);
        fired.addAll(known);
        return true;
    }

    private int slot(Class<?> type) {
        int found = NOT_ASKED_FOR;
        for (int slot = 0; slot < types.length; slot++) {
            if (types[slot] == type) {
                return slot;
            }
            found = types[slot].isAssignableFrom(type) ? SUBTYPE : found;
        }
        return found;
    }
}
