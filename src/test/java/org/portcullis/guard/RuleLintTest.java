package org.portcullis.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.engine.rules.RuleLimits;
import org.portcullis.engine.rules.RuleLint;
import org.portcullis.engine.rules.source.DrlFile;
import org.portcullis.engine.rules.source.RuleFiles;

/** Shipped rules are written as rules are written here, and each file has its cases beside it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RuleLintTest {

    @Test
    void every_shipped_rule_is_well_written_and_has_its_cases() {
        assertThat(faults(Repository.HERE.resolve("rules"))).isEmpty();
    }

    @Test
    void there_are_rules_to_read() {
        assertThat(Repository.files(Repository.HERE.resolve("rules"), ".drl")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"salience is not for rules", "the number 500 is a limit", "now reads a clock",
        "modify changes facts", "has no comment line", "is not named after its group", "does not follow the path",
        "has no cases beside it"})
    void each_badly_written_rule_is_named_with_the_way_out(String sentence) {
        assertThat(faults(Repository.sample("rules")))
                .anySatisfy(fault -> assertThat(fault).contains("risk/bad.drl").contains(sentence));
    }

    private static List<String> faults(Path folder) {
        List<String> faults = new ArrayList<>();
        List<DrlFile> files = new RuleFiles(folder, RuleLimits.standard().fileBytesMax()).read().values().stream()
                .flatMap(base -> base.files().stream()).map(DrlFile::read).toList();
        files.forEach(file -> file.problems().forEach(problem -> faults.add(problem.toString())));
        RuleLint.findings(files).forEach(finding -> faults.add(finding.problem().toString()));
        for (Path file : Repository.files(folder, ".drl")) {
            String cases = file.getFileName().toString().replace(".drl", ".cases.csv");
            if (!file.resolveSibling(cases).toFile().exists()) {
                faults.add(folder.relativize(file).toString().replace('\\', '/') + " has no cases beside it; write "
                        + cases
                        + " with a row in which each rule fires and one in which it stays silent");
            }
        }
        return faults;
    }
}
