package org.portcullis.engine.rules.host;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.drools.base.definitions.InternalKnowledgePackage;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.rule.JavaDialectRuntimeData;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieContainerSessionsPool;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.KeepReferenceOption;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.engine.rules.RuleLimits;
import org.portcullis.engine.rules.RuleRecorder;
import org.portcullis.engine.rules.RuleRun;
import org.portcullis.engine.rules.RuleRunFailed;
import org.portcullis.engine.rules.RuleText;
import org.portcullis.engine.rules.TriggerSession;
import org.portcullis.engine.rules.gate.GateRun;
import org.portcullis.engine.rules.gate.GroupGate;
import org.portcullis.engine.rules.gate.RecordingGate;
import org.portcullis.engine.rules.source.RuleFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One compiled version of one folder. It is dropped, not disposed, after a swap: runs under way end on it. */
public final class CompiledRules implements RuleBook {

    private static final int POOLED_SESSIONS = 2;
    private static final Logger LOG = LoggerFactory.getLogger(CompiledRules.class);

    private final RuleFolder source;
    private final String version;
    private final List<RuleText> rules;
    private final KieContainer container;
    private final KieContainerSessionsPool pool;
    private final KieSessionConfiguration configuration;
    private final RuleLimits limits;
    private final Watchdog watchdog;
    private final Map<String, Class<?>> globals = new TreeMap<>();
    private final Map<Class<?>, Set<String>> globalsOf = new ConcurrentHashMap<>();
    private final Map<String, String> recorderOfGroup = new HashMap<>();
    private final Map<String, JoinBound> bounds = new HashMap<>();
    private final Map<String, String> files = new HashMap<>();
    private final Map<String, GroupGate> gates;
    private volatile boolean superseded;
    private final RecordingGate recordings;

    CompiledRules(RuleFolder source, List<RuleText> rules, KieContainer container, RuleLimits limits,
                  Watchdog watchdog, Map<String, GroupGate> gates, RecordingGate recordings) {
        this.gates = Map.copyOf(gates);
        this.recordings = recordings;
        this.source = source;
        this.version = source.version();
        this.rules = List.copyOf(rules);
        this.container = container;
        this.limits = limits;
        this.watchdog = watchdog;
        this.pool = container.newKieSessionsPool(POOLED_SESSIONS);
        this.configuration = KieServices.get().newKieSessionConfiguration();
        this.configuration.setOption(KeepReferenceOption.NO);
        for (InternalKnowledgePackage part : packages()) {
            learn(part);
        }
        rules.forEach(rule -> files.put(rule.name(), rule.file()));
        rules.forEach(rule -> files.put(rule.agendaGroup(), rule.file()));
    }

    private void learn(InternalKnowledgePackage part) {
        List<RuleImpl> ruleImpls = part.getRules().stream().map(RuleImpl.class::cast).toList();
        if (ruleImpls.isEmpty()) {
            return;
        }
        String group = ruleImpls.get(0).getAgendaGroup();
        bounds.put(group, new JoinBound(ruleImpls, limits.comparisonsMax()));
        part.getGlobals().forEach((name, type) -> {
            globals.put(name, type instanceof Class<?> plain ? plain : Object.class);
            recorderOfGroup.put(group, name);
        });
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
        String name = recorderOfGroup.get(agendaGroup);
        return name == null ? null : globals.get(name);
    }

    @Override
    public RuleRun open(@Nullable RuleRecorder recorder) {
        return limited(recorder);
    }

    @Override
    public Foresight foresight(String agendaGroup) {
        GroupGate gate = gates.get(agendaGroup);
        if (gate == null) {
            return facts -> null;
        }
        GateRun run = gate.run();
        return facts -> known(run, facts);
    }

    private @Nullable List<Object> known(GateRun run, List<?> facts) {
        GroupGate.Formed formed = facts.size() > limits.factsMax() ? null : run.asked(facts);
        return formed == null || facts.size() + formed.facts().size() > limits.factsMax() ? null : formed.facts();
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
        return new LimitedSession(this, () -> container.getKieBase().newKieSession(configuration, null), null, limits,
                watchdog);
    }

    /** Loads the generated classes and takes every group once through a session, so that no judgement pays for it. */
    void warmUp() {
        for (InternalKnowledgePackage part : packages()) {
            if (part.getDialectRuntimeRegistry().getDialectData("java") instanceof JavaDialectRuntimeData java) {
                java.getStore().keySet().forEach(name -> load(name, java.getClassLoader()));
            }
        }
        for (String group : bounds.keySet()) {
            try (LimitedSession run = limited(null)) {
                run.fireUnchecked(group);
            } catch (RuleRunFailed withoutFactsAndRecorder) {
                // a rule about the absence of facts fires here and misses its recorder: judgements have one
                LOG.debug("warm-up of {} ended early", group, withoutFactsAndRecorder);
            }
        }
    }

    private static void load(String resource, ClassLoader loader) {
        try {
            Class.forName(resource.replaceFirst("\\.class$", "").replace('/', '.'), true, loader);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException("a compiled rule class is missing", missing);
        }
    }

    Collection<InternalKnowledgePackage> packages() {
        return ((InternalRuleBase) container.getKieBase()).getPackagesMap().values();
    }

    private Set<String> globalsFor(RuleRecorder recorder) {
        Set<String> names = globalsOf.computeIfAbsent(recorder.getClass(), this::globalsFor);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("no rule file in " + folder() + " declares a global of "
                    + recorder.getClass().getName() + "; declared are " + globals);
        }
        return names;
    }

    private Set<String> globalsFor(Class<?> recorder) {
        Set<String> names = new TreeSet<>();
        globals.forEach((name, type) -> {
            if (type.isAssignableFrom(recorder)) {
                names.add(name);
            }
        });
        return Set.copyOf(names);
    }

    void checkCanFire(String agendaGroup, boolean hasRecorder) {
        if (!bounds.containsKey(agendaGroup)) {
            throw new IllegalArgumentException("no agenda group " + agendaGroup + " in " + folder() + "; it has "
                    + new TreeSet<>(bounds.keySet()));
        }
        String recorder = recorderOfGroup.get(agendaGroup);
        if (recorder != null && !hasRecorder) {
            throw new IllegalStateException("the rules of " + agendaGroup + " record into " + recorder
                    + ": open the run with a " + globals.get(recorder));
        }
    }

    @Nullable JoinBound bound(String agendaGroup) {
        return bounds.get(agendaGroup);
    }

    /** What is known of the group without the engine; null when nothing is. */
    @Nullable GroupGate gate(String agendaGroup) {
        return gates.get(agendaGroup);
    }

    /** What is known without the engine of the groups that record. */
    RecordingGate recordings() {
        return recordings;
    }

    String fileOf(String ruleOrGroup) {
        return files.getOrDefault(ruleOrGroup, folder());
    }

    private LimitedSession limited(@Nullable RuleRecorder recorder) {
        Set<String> names = recorder == null ? Set.of() : globalsFor(recorder);
        return new LimitedSession(this, () -> {
            KieSession session = pool.newKieSession(configuration);
            names.forEach(name -> session.setGlobal(name, recorder));
            return session;
        }, recorder == null ? null : new RecordedGroups(this, recorder), limits, watchdog);
    }
}
