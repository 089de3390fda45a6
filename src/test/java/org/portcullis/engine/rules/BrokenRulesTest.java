package org.portcullis.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.engine.rules.source.DrlFile;
import org.portcullis.engine.rules.source.RuleFiles;
import org.portcullis.engine.rules.source.RuleFolder;

/** R1: what is wrong in a rule file is said with its line, before anything is in force. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BrokenRulesTest {

    private static final String GOOD = RulesOnDisk.ruleText("", "$bar : Bar( close > 0 )",
            "insert( new Proposal( $bar.symbol(), \"b\" ) );");

    @TempDir
    Path folder;

    private List<RuleProblem> problems(String text) {
        RulesOnDisk disk = new RulesOnDisk(folder).write("market/flags.drl", text);
        RulesBroken broken = catchThrowableOfType(RulesBroken.class, () -> disk.open().close());
        assertThat(broken).as("is refused").isNotNull();
        return broken.problems();
    }

    private List<String> findings(String text) {
        new RulesOnDisk(folder).write("market/flags.drl", text);
        RuleFolder market = new RuleFiles(folder, 1 << 20).read().get("market");
        return RuleLint.findings(market.files().stream().map(DrlFile::read).toList()).stream()
                .map(finding -> (finding.refusesReload() ? "refused " : "style ") + finding.problem()).toList();
    }

    @Test
    void the_frame_of_these_tests_is_good() {
        assertThat(findings(GOOD)).isEmpty();
    }

    @Test
    @DisplayName("R1: syntax error")
    void a_syntax_error_has_its_line() {
        assertThat(problems(GOOD.replace("close > 0 )", "close > )"))).first()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(11));
        assertThat(problems(GOOD.replace("when", "whem"))).first()
                .satisfies(problem -> assertThat(problem.line()).isBetween(8, 10));
        assertThat(problems(GOOD.substring(0, GOOD.indexOf("then")))).isNotEmpty();
    }

    @Test
    @DisplayName("R1: unknown type")
    void an_unknown_type_has_its_line() {
        assertThat(problems(GOOD.replace("$bar : Bar(", "$bar : Candle("))).first().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(11);
            assertThat(problem.message()).contains("Candle");
        });
        assertThat(problems(GOOD.replace("rules.Bar", "rules.Candle"))).first()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(3));
        assertThat(problems(GOOD.replace("new Proposal(", "new Proposl("))).first()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(13));
    }

    @Test
    void a_consequence_that_does_not_compile_names_the_file() {
        assertThat(problems(GOOD.replace("$bar.symbol()", "$bar.simbol()"))).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("market/flags.drl");
            assertThat(problem.line()).isBetween(7, 13);
            assertThat(problem.message()).contains("simbol");
        });
    }

    @Test
    @DisplayName("R1: empty file, comment only, byte order mark, not text, too large")
    void files_that_hold_no_rules_are_refused() throws Exception {
        assertThat(problems("")).singleElement().asString().contains("market/flags.drl:1: holds no rules");
        assertThat(problems("// nothing\n")).singleElement().asString().contains(":1: holds no rules");
        assertThat(problems("package rules.market.flags\n")).singleElement().asString().contains("holds no rules");
        assertThat(problems("\uFEFF" + GOOD)).singleElement().asString().contains(":1: begins with a byte order mark");
        assertThat(problems(GOOD + "x".repeat(1 << 20))).singleElement().asString().contains("split it by question");
        Files.write(folder.resolve("market/flags.drl"), "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(catchThrowableOfType(RulesBroken.class, () -> new RulesOnDisk(folder).open().close()).problems())
                .singleElement().asString().contains("not UTF-8");
    }

    @Test
    void text_outside_english_belongs_into_comments_and_texts_only() {
        assertThat(problems(GOOD.replace("$bar", "$b\u00e4r"))).singleElement().asString().contains("U+00E4");
        RulesOnDisk disk = new RulesOnDisk(folder).write("market/flags.drl",
                GOOD.replace("A rule under test.", "Eine Regel f\u00fcr B\u00e4ume.").replace("\"b\"", "\"b\u00e4\""));
        disk.open().close();
    }

    @Test
    @DisplayName("R1: duplicate rule name")
    void a_duplicate_rule_name_names_both_places() {
        String second = GOOD.substring(GOOD.indexOf("// A rule"));
        assertThat(problems(GOOD + "\n" + second)).anySatisfy(problem -> {
            assertThat(problem.line()).isEqualTo(17);
            assertThat(problem.message()).contains("stands already at market/flags.drl:8");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            salience 10
            no-loop true
            lock-on-active true
            auto-focus true
            activation-group "x"
            enabled false
            timer ( 5 )
            date-effective "1-Jan-2026"
            """)
    void order_between_rules_is_refused(String attribute) {
        String text = GOOD.replace("agenda-group", attribute.strip() + "\n    agenda-group");
        assertThat(findings(text))
                .anySatisfy(finding -> assertThat(finding).startsWith("refused market/flags.drl:9: "));
        assertThat(problems(text)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            modify( $bar ) { explode() }; | modify changes facts
            update( $bar );               | update changes facts
            delete( $bar );               | delete changes facts
            long x = now();               | now reads a clock
            """)
    void changed_facts_and_clocks_are_refused(String statement, String expected) {
        String text = GOOD.replace("insert(", statement + "\n        insert(");
        assertThat(findings(text)).anySatisfy(finding ->
                assertThat(finding).startsWith("refused market/flags.drl:13: " + expected));
        assertThat(problems(text)).isNotEmpty();
    }

    @Test
    void names_that_disagree_with_the_path_are_found() {
        assertThat(findings(GOOD.replace("package rules.market.flags", "package rules.market.flag")))
                .anySatisfy(finding -> assertThat(finding).startsWith("refused market/flags.drl:1: package"));
        assertThat(findings(GOOD.replace("agenda-group \"market.flags\"", "agenda-group \"market.flag\"")))
                .anySatisfy(finding -> assertThat(finding).startsWith("refused market/flags.drl:8: ")
                        .contains("write agenda-group \"market.flags\""));
        assertThat(findings(GOOD.replace("\"market.flags.sample\"", "\"market.flags.Sample\"")))
                .singleElement().asString().startsWith("style market/flags.drl:8: ");
        assertThat(findings(GOOD.replace("package rules.market.flags\n", "")))
                .anySatisfy(finding -> assertThat(finding).contains("exactly one package line"));
    }

    @Test
    void a_limit_in_the_text_is_style_and_still_runs() {
        String text = GOOD.replace("close > 0", "close > 2.5");
        assertThat(findings(text)).singleElement().asString()
                .startsWith("style market/flags.drl:11: the number 2.5").contains("policy.yaml");
        assertThat(findings(GOOD.replace("\"b\"", "\"450\""))).singleElement().asString().contains("450");
        new RulesOnDisk(folder).write("market/flags.drl", text).open().close();
        assertThat(RulesCheck.check(folder, RulesOnDisk.SANDBOX).exitCode()).isEqualTo(1);
    }

    @Test
    void a_rule_without_a_comment_directly_above_it_is_style() {
        assertThat(findings(GOOD.replace("// A rule under test.\n", ""))).singleElement().asString()
                .startsWith("style market/flags.drl:7: ").contains("no comment line");
        assertThat(findings(GOOD.replace("// A rule under test.\n", "// A rule under test.\n\n"))).hasSize(1);
    }

    @Test
    void a_file_outside_every_folder_is_refused() {
        RulesOnDisk disk = new RulesOnDisk(folder).write("flags.drl", GOOD);
        assertThat(catchThrowableOfType(RulesBroken.class, () -> disk.open().close()).problems())
                .singleElement().asString().contains("move it into the folder of its room");
    }

    @Test
    void every_problem_of_every_file_is_reported_at_once() {
        new RulesOnDisk(folder).write("market/other.drl", "");
        assertThat(problems(GOOD.replace("$bar : Bar(", "$bar : Candle("))).extracting(RuleProblem::file)
                .contains("market/flags.drl", "market/other.drl");
    }
}
