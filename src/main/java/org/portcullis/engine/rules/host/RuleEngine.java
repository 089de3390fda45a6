package org.portcullis.engine.rules.host;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** What Drools compiled of one folder, and the sessions it gives. */
final class RuleEngine {

    private static final int POOLED_SESSIONS = 2;

    private final KieContainer container;
    private final KieContainerSessionsPool pool;
    private final KieSessionConfiguration configuration;
    private final Map<String, JoinBound> bounds = new HashMap<>();

    RuleEngine(KieContainer container, long comparisonsMax) {
        this.container = container;
        this.pool = container.newKieSessionsPool(POOLED_SESSIONS);
        this.configuration = KieServices.get().newKieSessionConfiguration();
        this.configuration.setOption(KeepReferenceOption.NO);
        for (InternalKnowledgePackage part : packages()) {
            List<RuleImpl> rules = part.getRules().stream().map(RuleImpl.class::cast).toList();
            if (!rules.isEmpty()) {
                bounds.put(rules.get(0).getAgendaGroup(), new JoinBound(rules, comparisonsMax));
            }
        }
    }

    KieSession pooledSession() {
        return pool.newKieSession(configuration);
    }

    KieSession ownedSession() {
        return container.getKieBase().newKieSession(configuration, null);
    }

    @Nullable JoinBound bound(String agendaGroup) {
        return bounds.get(agendaGroup);
    }

    Collection<InternalKnowledgePackage> packages() {
        return ((InternalRuleBase) container.getKieBase()).getPackagesMap().values();
    }

    /** Loads the classes that were made of the rules. */
    void loadClasses() {
        for (InternalKnowledgePackage part : packages()) {
            if (part.getDialectRuntimeRegistry().getDialectData("java") instanceof JavaDialectRuntimeData java) {
                java.getStore().keySet().forEach(name -> load(name, java.getClassLoader()));
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
}
