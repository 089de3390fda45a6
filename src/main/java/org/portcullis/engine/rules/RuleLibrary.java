package org.portcullis.engine.rules;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.ReloadReport.FolderReload;
import org.portcullis.engine.rules.RulesState.FolderState;
import org.portcullis.engine.rules.RulesState.RefusedEdit;
import org.portcullis.engine.rules.host.CompiledRules;
import org.portcullis.engine.rules.host.FolderWatch;
import org.portcullis.engine.rules.host.ProvenRules;
import org.portcullis.engine.rules.host.RuleCompiler;
import org.portcullis.engine.rules.host.Versions;
import org.portcullis.engine.rules.host.Watchdog;
import org.portcullis.engine.rules.source.RuleFiles;
import org.portcullis.engine.rules.source.RuleFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All rule bases in force. The versions in force are one immutable snapshot, so that a reader never sees half a swap; a
 * broken edit leaves its folder's running version untouched.
 */
public final class RuleLibrary implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RuleLibrary.class);

    private final RuleOpening opening;
    private final RuleFiles files;
    private final InstantSource clock;
    private final Watchdog watchdog;
    private final RuleCompiler compiler;
    private final List<Consumer<ReloadReport>> listeners = new CopyOnWriteArrayList<>();
    private volatile Versions inForce = Versions.none();
    private volatile Map<String, RefusedEdit> refused = Map.of();
    private @Nullable FolderWatch watch;

    private RuleLibrary(RuleOpening opening) {
        RuleLimits limits = opening.limits();
        this.opening = opening;
        this.files = new RuleFiles(opening.rules(), limits.fileBytesMax());
        this.clock = opening.clock();
        this.watchdog = new Watchdog(limits.timeMax());
        ClassLoader application = RuleLibrary.class.getClassLoader();
        this.compiler = new RuleCompiler(application, opening.sandbox(), limits, watchdog,
                ProvenRules.in(opening.proofs(), application, opening.sandbox()));
    }

    /** Compiles every folder that holds rule files, with {@link RuleLimits#standard()} and the system's clock. */
    public static RuleLibrary open(Path rulesFolder, RuleSandbox sandbox) {
        return open(RuleOpening.of(rulesFolder, sandbox));
    }

    /** Compiles every folder that holds rule files, under other limits and by another clock. */
    public static RuleLibrary open(Path rulesFolder, RuleSandbox sandbox, RuleLimits limits, InstantSource clock) {
        return open(RuleOpening.of(rulesFolder, sandbox).within(limits).at(clock));
    }

    /**
     * Puts the rules of a folder in force.
     *
     * @throws RulesBroken                  when any wanted file cannot be put in force
     * @throws java.io.UncheckedIOException when the folder cannot be read
     */
    public static RuleLibrary open(RuleOpening opening) {
        RuleLibrary library = new RuleLibrary(opening);
        try {
            List<RuleProblem> problems = new ArrayList<>(library.load(library.compiler::open).problems());
            opening.wanted().stream().filter(folder -> !library.inForce.bases().containsKey(folder)).sorted()
                    .filter(folder -> problems.stream().noneMatch(problem -> problem.file().startsWith(folder + "/")))
                    .forEach(folder -> problems.add(new RuleProblem(folder, 1, "there are no such rule files")));
            if (!problems.isEmpty()) {
                throw new RulesBroken(problems);
            }
            return library;
        } catch (RuntimeException broken) {
            library.close();
            throw broken;
        }
    }

    /**
     * The version of a folder in force now; cheap enough to ask for every item.
     *
     * @param folder such as {@code risk} or {@code strategy/momentum-core}
     * @throws IllegalArgumentException when there is no such rule base
     */
    public RuleBook base(String folder) {
        return inForce.base(folder);
    }

    /** Names of the rule bases in force, sorted. */
    public List<String> folders() {
        return inForce.folders();
    }

    /** One hash over all rule files in force: 16 hexadecimal digits. */
    public String version() {
        return inForce.version();
    }

    /**
     * Compiles what changed and swaps the good folders in one step. A folder that lost all its files, or has a broken
     * one, keeps its running version and is reported.
     *
     * @return what changed; listeners are told the same unless nothing did
     */
    public ReloadReport reload() {
        return load(compiler::compile);
    }

    private synchronized ReloadReport load(Function<RuleFolder, CompiledRules> compilation) {
        SortedMap<String, RuleFolder> found = files.read();
        found.keySet().removeIf(folder -> !opening.wants(folder));
        Versions before = inForce;
        Map<String, CompiledRules> next = new TreeMap<>(before.bases());
        Map<String, RefusedEdit> refusedNow = new TreeMap<>();
        List<FolderReload> changed = new ArrayList<>();
        for (String folder : before.folders()) {
            found.computeIfAbsent(folder, gone -> new RuleFolder(gone, List.of(), List.of(new RuleProblem(gone, 1,
                    "all rule files are gone; the running version goes on: restore them, or restart without them"))));
        }
        for (RuleFolder folder : found.values()) {
            CompiledRules running = before.bases().get(folder.name());
            String version = folder.version();
            if (running != null && running.version().equals(version)) {
                continue;
            }
            List<RuleProblem> problems = problemsOf(folder, version, next, compilation);
            changed.add(new FolderReload(folder.name(), running == null ? null : running.version(), version, problems));
            if (!problems.isEmpty()) {
                refusedNow.put(folder.name(), refusedEdit(folder.name(), version, problems));
            }
        }
        Map<String, RefusedEdit> refusedBefore = refused;
        inForce = before.with(next, clock.instant());
        before.bases().forEach((folder, base) -> {
            if (next.get(folder) != base) {
                base.supersede();
            }
        });
        refused = Map.copyOf(refusedNow);
        ReloadReport report = new ReloadReport(clock.instant(), inForce.version(), changed);
        if (report.swapped() || !refusedBefore.equals(refused)) {
            tell(report);
        }
        return report;
    }

    /**
     * Has every engine ready that was left for later: for whom a judgement must not wait. Takes seconds of one
     * processor the first time; a folder that does not compile after all is reported in the log, and no run of it that
     * needs the engine comes to an end.
     */
    public void warmUp() {
        for (CompiledRules base : inForce.bases().values()) {
            if (!base.hasEngine() && !base.superseded()) {
                try {
                    base.warmUp();
                } catch (RuntimeException | LinkageError broken) {
                    LOG.error("rules of {} do not compile any more, though they did before: edit them, or delete {}",
                            base.folder(), opening.proofs(), broken);
                }
            }
        }
    }

    /** Looks at the folder in the background as often as the limits say. */
    public void watch() {
        watch(opening.limits().poll());
    }

    /**
     * Looks at the folder in the background until {@link #close()}. A change is taken when the files rested for one
     * period, so that half a save is not compiled.
     *
     * @param every the period; an edit is in force within two periods and its compilation
     */
    public synchronized void watch(Duration every) {
        if (watch == null) {
            watch = new FolderWatch(every, files::stamp, this::reload);
        }
    }

    /** Tells the listener of every swap and every refused edit from now on, on the thread that reloads. */
    public void onReload(Consumer<ReloadReport> listener) {
        listeners.add(listener);
    }

    /** Every folder with its version and the edit refused last. */
    public RulesState state() {
        Versions now = inForce;
        Map<String, RefusedEdit> refusals = refused;
        Map<String, FolderState> folders = new TreeMap<>();
        refusals.forEach((folder, edit) -> folders.put(folder, new FolderState(folder, null, 0, null, edit)));
        now.bases().forEach((folder, base) -> folders.put(folder, new FolderState(folder, base.version(),
                base.rules().size(), now.loadedAt(folder), refusals.get(folder))));
        return new RulesState(now.version(), List.copyOf(folders.values()));
    }

    /** Stops watching. Runs that are open end as they would have. */
    @Override
    public synchronized void close() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
        inForce.bases().values().forEach(CompiledRules::supersede);
        watchdog.close();
    }

    private List<RuleProblem> problemsOf(RuleFolder folder, String version, Map<String, CompiledRules> next,
                                         Function<RuleFolder, CompiledRules> compilation) {
        RefusedEdit last = refused.get(folder.name());
        if (last != null && last.version().equals(version)) {
            return last.problems();
        }
        try {
            next.put(folder.name(), compilation.apply(folder));
            return List.of();
        } catch (RulesBroken broken) {
            return broken.problems();
        }
    }

    private RefusedEdit refusedEdit(String folder, String version, List<RuleProblem> problems) {
        RefusedEdit last = refused.get(folder);
        if (last != null && last.version().equals(version)) {
            return last;
        }
        return new RefusedEdit(version, clock.instant(), problems);
    }

    private void tell(ReloadReport report) {
        for (FolderReload folder : report.folders()) {
            if (folder.swapped()) {
                LOG.info("rules of {} in force: version {} after {}", folder.folder(), folder.to(), folder.from());
            } else {
                LOG.error("rules of {} refused, {}: {}", folder.folder(), folder.from() == null
                        ? "nothing is in force" : "version " + folder.from() + " goes on", folder.problems());
            }
        }
        for (Consumer<ReloadReport> listener : listeners) {
            try {
                listener.accept(report);
            } catch (RuntimeException listenerFailed) {
                LOG.error("a listener of rule reloads failed; the rules are in force all the same", listenerFailed);
            }
        }
    }
}
