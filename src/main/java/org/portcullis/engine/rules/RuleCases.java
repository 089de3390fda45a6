package org.portcullis.engine.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.engine.rules.cases.QuestionCases;
import org.portcullis.engine.rules.host.CompiledRules;
import org.portcullis.engine.rules.source.DrlFile;
import org.portcullis.engine.rules.source.RuleFile;

/**
 * Runs {@code <question>.cases.csv} beside every rule file. Columns: {@code case} (a sentence), {@code fires} (rules
 * without their group, separated by {@code |}; empty when all stay silent), {@code records} (what the recorder holds,
 * or the formed facts as text, separated by {@code |}; empty when not compared), then {@code FactType.component}. Row
 * {@code *} gives defaults and an empty cell takes them; {@code -} in the column {@code FactType} leaves that fact out,
 * {@code +} brings one back that the defaults leave out; {@code -} in a component's column means null. A second fact of
 * a type has columns {@code FactType#2.component}.
 */
public final class RuleCases {

    /** How case tables end. */
    public static final String SUFFIX = ".cases.csv";

    private RuleCases() {
    }

    /**
     * Runs the tables of every rule base in force.
     *
     * @param library     the rules, as compiled
     * @param rulesFolder the folder they and the tables lie in
     */
    public static CaseReport run(RuleLibrary library, Path rulesFolder) {
        List<CaseReport.CaseOutcome> cases = new ArrayList<>();
        List<RuleProblem> uncovered = new ArrayList<>();
        List<RuleProblem> unreadable = new ArrayList<>();
        for (String folder : library.folders()) {
            CompiledRules rules = (CompiledRules) library.base(folder);
            for (RuleFile file : rules.source().files()) {
                String table = file.name().replaceFirst("\\.drl$", SUFFIX);
                Path path = rulesFolder.resolve(table);
                if (!Files.isRegularFile(path)) {
                    uncovered.add(new RuleProblem(file.name(), 1, "has no cases: write " + table));
                    continue;
                }
                CaseReport report = new QuestionCases(rules, DrlFile.read(file), table).run(read(path));
                cases.addAll(report.cases());
                uncovered.addAll(report.uncovered());
                unreadable.addAll(report.unreadable());
            }
        }
        return new CaseReport(cases, uncovered, unreadable);
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
