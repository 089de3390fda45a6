package org.portcullis.engine.rules.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.gate.RecordingGate.Group;
import org.portcullis.engine.rules.gate.RuleGate.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks groups about the facts of one run; for one thread. */
public final class RecordingRun {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingRun.class);

    private final Map<String, Group> groups;
    private final FactTable table;
    private final @Nullable Object[] slots;
    private final List<Object> given = new ArrayList<>();
    private final List<Statement> made = new ArrayList<>();
    private final List<String> fired = new ArrayList<>();

    /** A run whose groups are given with the question. */
    RecordingRun(FactTable table) {
        this(Map.of(), table);
    }

    RecordingRun(Map<String, Group> groups, FactTable table) {
        this.groups = groups;
        this.table = table;
        this.slots = table.slots();
    }

    /**
     * What the rules of a group would record; nothing is recorded yet.
     *
     * @return names of the rules, one for each firing, until the next question; null when the engine has to be asked,
     *     which then answers, or fails, in its own words
     */
    public @Nullable List<String> ask(String name, Object recorder) {
        fired.clear();
        made.clear();
        given.clear();
        Group group = groups.get(name);
        return group == null ? null : ask(name, group, recorder);
    }

    @Nullable List<String> ask(String name, Group group, Object recorder) {
        if (!group.recorder().isInstance(recorder)) {
            return null;
        }
        try {
            for (RecordingRule rule : group.rules()) {
                if (!askAll(rule)) {
                    return null;
                }
            }
        } catch (RuntimeException | StackOverflowError refused) {
            LOG.debug("{} is left to the engine", name, refused);
            return null;
        }
        return fired;
    }

    /** Records what was answered last, in the order of the rules. */
    public void record(Object recorder) {
        for (int i = 0; i < made.size(); i++) {
            made.get(i).make(recorder, (Object[]) given.get(i));
        }
    }

    /** False when only the engine knows, as it does with several facts at which other rules look, too. */
    private boolean askAll(RecordingRule rule) {
        int many = -1;
        for (Pattern pattern : rule.patterns()) {
            if (table.several(pattern.slot()) != null) {
                if (pattern.slot() != rule.ownSlot()) {
                    return false;
                }
                many = pattern.slot();
            }
        }
        List<Object> all = many < 0 ? null : table.several(many);
        if (all == null) {
            return ask(rule, 0);
        }
        Object first = slots[many];
        try {
            for (Object each : all) {
                slots[many] = each;
                if (!ask(rule, 0)) {
                    return false;
                }
            }
            return true;
        } finally {
            slots[many] = first;
        }
    }

    private boolean ask(RecordingRule rule, int place) {
        if (place == rule.patterns().length) {
            return fire(rule);
        }
        Pattern pattern = rule.patterns()[place];
        return slots[pattern.slot()] == null || !pattern.mayHold(slots)
                || pattern.surelyHolds(slots) && ask(rule, place + 1);
    }

    private boolean fire(RecordingRule rule) {
        for (int i = 0; i < rule.statements().size(); i++) {
            Statement statement = rule.statements().get(i);
            Object[] with = statement.about(slots);
            if (with == null) {
                return false;
            }
            made.add(statement);
            given.add(with);
        }
        fired.add(rule.name());
        return true;
    }
}
