package org.portcullis.engine.rules.host;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.drools.base.definitions.InternalKnowledgePackage;
import org.drools.compiler.kie.builder.impl.DrlProject;
import org.drools.core.rule.JavaDialectRuntimeData;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;
import org.kie.internal.builder.conf.PropertySpecificOption;
import org.portcullis.engine.rules.LintFinding;
import org.portcullis.engine.rules.RuleLimits;
import org.portcullis.engine.rules.RuleLint;
import org.portcullis.engine.rules.RuleProblem;
import org.portcullis.engine.rules.RuleSandbox;
import org.portcullis.engine.rules.RuleText;
import org.portcullis.engine.rules.RulesBroken;
import org.portcullis.engine.rules.sandbox.ClassCheck;
import org.portcullis.engine.rules.sandbox.SandboxClassLoader;
import org.portcullis.engine.rules.sandbox.SourceCheck;
import org.portcullis.engine.rules.source.DrlFile;
import org.portcullis.engine.rules.source.DrlRule;
import org.portcullis.engine.rules.source.RuleFile;
import org.portcullis.engine.rules.source.RuleFolder;

/** Turns the files of a folder into a version that can run, or says with file and line why not. */
public final class RuleCompiler {

    private static final String LANGUAGE_LEVEL = "drools.dialect.java.compiler.lnglevel";
    private static final AtomicLong RELEASES = new AtomicLong();

    static {
        if (System.getProperty(LANGUAGE_LEVEL) == null) {
            System.setProperty(LANGUAGE_LEVEL, "17");
        }
        // facts never change, so no rule has to know which of their fields a pattern looks at
        if (System.getProperty(PropertySpecificOption.PROPERTY_NAME) == null) {
            System.setProperty(PropertySpecificOption.PROPERTY_NAME, PropertySpecificOption.DISABLED.name());
        }
    }

    private final ClassLoader application;
    private final RuleSandbox sandbox;
    private final RuleLimits limits;
    private final Watchdog watchdog;
    private final ProvenRules proven;

    /**
     * A compiler.
     *
     * @param application the class loader that knows the facts and Drools
     * @param proven      which folders were compiled before
     */
    public RuleCompiler(ClassLoader application, RuleSandbox sandbox, RuleLimits limits, Watchdog watchdog,
                        ProvenRules proven) {
        this.application = application;
        this.sandbox = sandbox;
        this.limits = limits;
        this.watchdog = watchdog;
        this.proven = proven;
    }

    /**
     * Compiles a folder and warms it up.
     *
     * @throws RulesBroken with every problem found, in the order of files and lines
     */
    public CompiledRules compile(RuleFolder folder) {
        CompiledRules compiled = read(folder);
        compiled.warmUp();
        proven.learn(folder);
        return compiled;
    }

    /**
     * Compiles a folder like {@link #compile}, but leaves the engine for later when this very product has compiled
     * these very files before. That they name only what rules may name is checked now, as always; everything else that
     * is said of their texts, before the engine compiles them.
     *
     * @throws RulesBroken with every problem found, in the order of files and lines
     */
    public CompiledRules open(RuleFolder folder) {
        return proven.knows(folder) ? known(folder) : compile(folder);
    }

    private CompiledRules known(RuleFolder folder) {
        List<DrlFile> files = new ArrayList<>();
        for (RuleFile file : folder.files()) {
            DrlFile known = DrlFile.known(file);
            if (known == null || !SourceCheck.namesOnlyWhatIsAllowed(sandbox, application, known)) {
                return read(folder);
            }
            files.add(known);
        }
        return of(folder, files, () -> {
            refuse(textProblems(folder, folder.files().stream().map(DrlFile::read).toList()));
            return engine(folder);
        });
    }

    private CompiledRules read(RuleFolder folder) {
        List<DrlFile> files = folder.files().stream().map(DrlFile::read).toList();
        refuse(textProblems(folder, files));
        return of(folder, files, () -> engine(folder));
    }

    private CompiledRules of(RuleFolder folder, List<DrlFile> files, Supplier<RuleEngine> engine) {
        List<RuleText> rules = new ArrayList<>();
        files.forEach(file -> file.rules().forEach(rule -> rules.add(text(file, rule))));
        CompiledRules.Texts texts = new CompiledRules.Texts(rules, new RecorderTypes(files, application),
                new LateGates(files, application));
        return new CompiledRules(folder, texts, new LateEngine(engine), limits, watchdog);
    }

    /** Drools shares tables between compilations, so there is one at a time. */
    private synchronized RuleEngine engine(RuleFolder folder) {
        RuleEngine engine = new RuleEngine(build(folder), limits.comparisonsMax());
        refuse(classProblems(engine, folder));
        return engine;
    }

    private List<RuleProblem> textProblems(RuleFolder folder, List<DrlFile> files) {
        List<RuleProblem> problems = new ArrayList<>(folder.problems());
        for (DrlFile file : files) {
            problems.addAll(file.problems());
            if (file.problems().isEmpty()) {
                problems.addAll(SourceCheck.problems(sandbox, application, file));
            }
        }
        RuleLint.findings(files).stream().filter(LintFinding::refusesReload).map(LintFinding::problem)
                .forEach(problems::add);
        return problems;
    }

    private KieContainer build(RuleFolder folder) {
        SandboxClassLoader loader = new SandboxClassLoader(application, sandbox);
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("org.portcullis.rules", folder.name().replace('/', '.'),
                folder.version() + "-" + RELEASES.incrementAndGet());
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        Map<String, String> names = new TreeMap<>();
        for (RuleFile file : folder.files()) {
            String path = file.drlPackage().replace('.', '/') + "/question.drl";
            names.put(path, file.name());
            files.write("src/main/resources/" + path, services.getResources()
                    .newByteArrayResource(file.text().getBytes(StandardCharsets.UTF_8)));
        }
        KieBuilder builder = services.newKieBuilder(files, loader).buildAll(DrlProject.class);
        refuse(builder.getResults().getMessages(Message.Level.ERROR).stream()
                .map(message -> problem(message, names, folder)).toList());
        KieContainer container = services.newKieContainer(release, loader);
        services.getRepository().removeKieModule(release);
        return container;
    }

    private static RuleProblem problem(Message message, Map<String, String> names, RuleFolder folder) {
        String path = String.valueOf(message.getPath()).replace("src/main/resources/", "");
        String text = message.getText().replaceAll("\\s+", " ").strip();
        return new RuleProblem(names.getOrDefault(path, folder.name()), message.getLine(), text);
    }

    private List<RuleProblem> classProblems(RuleEngine engine, RuleFolder folder) {
        Map<String, String> files = new TreeMap<>();
        folder.files().forEach(file -> files.put(file.drlPackage(), file.name()));
        List<RuleProblem> problems = new ArrayList<>();
        for (InternalKnowledgePackage part : engine.packages()) {
            if (part.getRules().isEmpty()) {
                continue;
            }
            JavaDialectRuntimeData java =
                    (JavaDialectRuntimeData) part.getDialectRuntimeRegistry().getDialectData("java");
            String file = files.getOrDefault(part.getName(), folder.name());
            int consequences = 0;
            for (Map.Entry<String, byte[]> generated : java.getStore().entrySet()) {
                String name = generated.getKey().replaceFirst(".*/", "").replaceFirst("\\.class$", "");
                if (name.matches("Rule_.*DefaultConsequenceInvoker")) {
                    continue;
                }
                consequences++;
                ClassCheck.violations(sandbox, generated.getValue()).forEach(what ->
                        problems.add(new RuleProblem(file, 1, "compiled, " + name + " " + what)));
            }
            if (consequences > part.getRules().size()) {
                problems.add(new RuleProblem(file, 1, "compiles to more classes than it has rules"));
            }
        }
        return problems;
    }

    private static RuleText text(DrlFile file, DrlRule rule) {
        return new RuleText(rule.name(), rule.agendaGroup(), file.file().name(), rule.line(), rule.comment(),
                rule.source());
    }

    private static void refuse(List<RuleProblem> problems) {
        if (!problems.isEmpty()) {
            throw new RulesBroken(problems.stream().distinct().sorted().toList());
        }
    }
}
