package org.portcullis.engine.rules.host;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.engine.rules.RuleLimits;
import org.portcullis.engine.rules.RulePanel;
import org.portcullis.engine.rules.RuleRecorder;
import org.portcullis.engine.rules.RuleRun;
import org.portcullis.engine.rules.RuleRunFailed;
import org.portcullis.engine.rules.RuleText;
import org.portcullis.engine.rules.TriggerSession;
import org.portcullis.engine.rules.gate.GroupGate;
import org.portcullis.engine.rules.gate.RecordingGate;
import org.portcullis.engine.rules.source.RuleFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One version of one folder. Its engine may be compiled late, when it was compiled before without a problem: what most
 * judgements need is read from the texts. It is dropped, not disposed, after a swap: runs under way end on it.
 */
public final class CompiledRules implements RuleBook {

    private static final Logger LOG = LoggerFactory.getLogger(CompiledRules.class);

    private final RuleFolder source;
    private final String version;
    private final List<RuleText> rules;
    private final LateEngine engine;
    private final RuleLimits limits;
    private final Watchdog watchdog;
    private final RecorderTypes recorders;
    private final Map<Class<?>, Set<String>> globalsOf = new ConcurrentHashMap<>();
    private final Map<String, String> files = new HashMap<>();
    private final Set<String> groups = new TreeSet<>();
    private final LateGates gates;
    /** What was written for groups that are asked together serves whoever asks for the same ones. */
    private final Map<List<String>, GroupPanel> panels = new ConcurrentHashMap<>();
    private volatile boolean superseded;

    /**
     * @param texts  what its files say
     * @param engine compiled already, or when it is first asked for
     */
    CompiledRules(RuleFolder source, Texts texts, LateEngine engine, RuleLimits limits, Watchdog watchdog) {
        this.source = source;
        this.version = source.version();
        this.rules = List.copyOf(texts.rules());
        this.recorders = texts.recorders();
        this.gates = texts.gates();
        this.engine = engine;
        this.limits = limits;
        this.watchdog = watchdog;
        rules.forEach(rule -> files.put(rule.name(), rule.file()));
        rules.forEach(rule -> files.put(rule.agendaGroup(), rule.file()));
        rules.forEach(rule -> groups.add(rule.agendaGroup()));
    }

    /**
     * What the texts of a folder say by themselves.
     *
     * @param rules     its rules in order
     * @param recorders what its groups write into
     * @param gates     what is known of its groups without the engine
     */
    record Texts(List<RuleText> rules, RecorderTypes recorders, LateGates gates) {
    }

    @Override
    public String folder() {
        return source.name();
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public List<RuleText> rules() {
        return rules;
    }

    /** The files this version was compiled from. */
    public RuleFolder source() {
        return source;
    }

    /** The declared class of the group's recorder; null when the group records nothing. */
    public @Nullable Class<?> recorderType(String agendaGroup) {
        return recorders.typeOf(agendaGroup);
    }

    @Override
    public RuleRun open(@Nullable RuleRecorder recorder) {
        return limited(recorder);
    }

    @Override
    public RulePanel panel(List<String> agendaGroups) {
        return panels.computeIfAbsent(List.copyOf(agendaGroups), asked -> new GroupPanel(this, asked, limits));
    }

    @Override
    public Foresight foresight(String agendaGroup) {
        GroupGate gate = gates.of(agendaGroup);
        return gate == null ? NOTHING_KNOWN : new GroupForesight(gate.run(), limits.factsMax());
    }

    @Override
    public Set<String> wording(String agendaGroup) {
        return gates.wording(agendaGroup);
    }

    @Override
    public boolean superseded() {
        return superseded;
    }

    /** Another version has taken its place, or its library was closed. */
    public void supersede() {
        superseded = true;
    }

    @Override
    public TriggerSession ownedSession() {
        return new LimitedSession(this, () -> engine.get().ownedSession(), null, limits, watchdog);
    }

    /** Has the engine ready and takes every group once through a session, so that no judgement pays for it. */
    public void warmUp() {
        engine.get().loadClasses();
        gates.recordings();
        for (String group : groups) {
            try (LimitedSession run = limited(null)) {
                run.fireUnchecked(group);
            } catch (RuleRunFailed withoutFactsAndRecorder) {
                // a rule about the absence of facts fires here and misses its recorder: judgements have one
                LOG.debug("warm-up of {} ended early", group, withoutFactsAndRecorder);
            }
        }
    }

    /** Whether the engine's side of these rules has been compiled. */
    public boolean hasEngine() {
        return engine.isThere();
    }

    private Set<String> globalsFor(RuleRecorder recorder) {
        Set<String> names = globalsOf.computeIfAbsent(recorder.getClass(), recorders::namesFor);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("no rule file in " + folder() + " declares a global of "
                    + recorder.getClass().getName() + "; declared are " + recorders.declared());
        }
        return names;
    }

    void checkCanFire(String agendaGroup, boolean hasRecorder) {
        if (!groups.contains(agendaGroup)) {
            throw new IllegalArgumentException("no agenda group " + agendaGroup + " in " + folder() + "; it has "
                    + groups);
        }
        Class<?> recorder = hasRecorder ? null : recorders.typeOf(agendaGroup);
        if (recorder != null) {
            throw new IllegalStateException("the rules of " + agendaGroup + " record into "
                    + recorders.nameOf(agendaGroup) + ": open the run with a " + recorder);
        }
    }

    @Nullable JoinBound bound(String agendaGroup) {
        return engine.get().bound(agendaGroup);
    }

    /** What is known of the group without the engine; null when nothing is. */
    @Nullable GroupGate gate(String agendaGroup) {
        return gates.of(agendaGroup);
    }

    /** What is known without the engine of the groups that record. */
    RecordingGate recordings() {
        return gates.recordings();
    }

    String fileOf(String ruleOrGroup) {
        return files.getOrDefault(ruleOrGroup, folder());
    }

    private LimitedSession limited(@Nullable RuleRecorder recorder) {
        Set<String> names = recorder == null ? Set.of() : globalsFor(recorder);
        return new LimitedSession(this, () -> {
            KieSession session = engine.get().pooledSession();
            names.forEach(name -> session.setGlobal(name, recorder));
            return session;
        }, recorder == null ? null : new RecordedGroups(this, recorder), limits, watchdog);
    }
}
