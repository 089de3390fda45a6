package org.portcullis.engine.rules;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.engine.rules.source.DrlFile;
import org.portcullis.engine.rules.source.RuleFiles;

/**
 * What {@code rules check} and {@code rules test} answer, without a running system.
 *
 * @param exitCode 0 pass, 1 the rules failed, 2 the rules could not be read
 * @param lines    one line per finding, beginning with file and line, then a summary line
 */
public record RulesCheck(int exitCode, List<String> lines) {

    /** Nothing to object to. */
    public static final int PASS = 0;
    /** The rules are not fit. */
    public static final int FAILED = 1;
    /** There was nothing that could be judged. */
    public static final int UNREADABLE = 2;

    public RulesCheck {
        lines = List.copyOf(lines);
    }

    /** Compiles, applies the sandbox and lints every rule file of a folder. */
    public static RulesCheck check(Path rulesFolder, RuleSandbox sandbox) {
        List<RuleProblem> problems = new ArrayList<>(lint(rulesFolder));
        int rules = 0;
        try (RuleLibrary library = RuleLibrary.open(rulesFolder, sandbox)) {
            rules = library.state().folders().stream().mapToInt(RulesState.FolderState::rules).sum();
        } catch (RulesBroken broken) {
            problems.addAll(broken.problems());
        } catch (UncheckedIOException unreadable) {
            return new RulesCheck(UNREADABLE, List.of(String.valueOf(unreadable.getMessage())));
        }
        if (problems.isEmpty() && rules == 0) {
            return new RulesCheck(UNREADABLE, List.of(rulesFolder + ": no rule files"));
        }
        List<String> lines = new ArrayList<>(lines(rulesFolder, problems));
        lines.add(problems.isEmpty() ? rules + " rules, no problems" : lines.size() + " problems");
        return new RulesCheck(problems.isEmpty() ? PASS : FAILED, lines);
    }

    /** Runs every case table of a folder; rules that cannot be compiled fail it too. */
    public static RulesCheck test(Path rulesFolder, RuleSandbox sandbox) {
        try (RuleLibrary library = RuleLibrary.open(rulesFolder, sandbox)) {
            if (library.folders().isEmpty()) {
                return new RulesCheck(UNREADABLE, List.of(rulesFolder + ": no rule files"));
            }
            CaseReport report = RuleCases.run(library, rulesFolder);
            List<String> lines = new ArrayList<>(lines(rulesFolder, report.unreadable()));
            report.failed().forEach(failed -> lines.add(rulesFolder.resolve(failed.file()) + ":" + failed.line() + ": "
                    + failed.name() + ": expected " + failed.expected() + " but " + failed.actual()));
            lines.addAll(lines(rulesFolder, report.uncovered()));
            lines.add(report.cases().size() + " cases, " + report.failed().size() + " failed, "
                    + report.unreadable().size() + " could not run, " + report.uncovered().size() + " gaps");
            return new RulesCheck(report.passed() ? PASS : FAILED, lines);
        } catch (RulesBroken broken) {
            return new RulesCheck(FAILED, lines(rulesFolder, broken.problems()));
        } catch (UncheckedIOException unreadable) {
            return new RulesCheck(UNREADABLE, List.of(String.valueOf(unreadable.getMessage())));
        }
    }

    private static List<RuleProblem> lint(Path rulesFolder) {
        try {
            List<DrlFile> files = new RuleFiles(rulesFolder, RuleLimits.standard().fileBytesMax()).read().values()
                    .stream().flatMap(folder -> folder.files().stream()).map(DrlFile::read).toList();
            return RuleLint.findings(files).stream().map(LintFinding::problem).toList();
        } catch (UncheckedIOException reportedWhenOpening) {
            return List.of();
        }
    }

    private static List<String> lines(Path rulesFolder, List<RuleProblem> problems) {
        return problems.stream().distinct().sorted().map(problem -> rulesFolder.resolve(problem.file()) + ":"
                + problem.line() + ": " + problem.message()).toList();
    }
}
