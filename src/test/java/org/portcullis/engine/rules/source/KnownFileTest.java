package org.portcullis.engine.rules.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.rules.RuleSandbox;
import org.portcullis.engine.rules.sandbox.SourceCheck;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KnownFileTest {

    private static final RuleSandbox SANDBOX = RuleSandbox.allowing("org.portcullis.");
    private static final String HEADER = """
            package rules.room.question;
            import org.portcullis.market.Regime
            import org.portcullis.market.RegimeMeasures;
            import org.portcullis.risk.adapter.rules.Checks
            global Checks checks;
            """;
    private static final String RULE = """
            rule "room.question.say"
                agenda-group "room.question"
            when
                $seen : RegimeMeasures( shockZ < 0 )
            then
                insert( Regime.CRASH );
            end
            """;

    private static RuleFile file(String text) {
        return new RuleFile("room/question.drl", "room", text);
    }

    private static boolean allowed(DrlFile known) {
        return SourceCheck.namesOnlyWhatIsAllowed(SANDBOX, KnownFileTest.class.getClassLoader(), known);
    }

    @Test
    void every_shipped_file_says_by_its_words_alone_what_the_parser_reads() {
        List<RuleFile> files = new RuleFiles(Path.of("rules"), 1 << 20).read().values().stream()
                .flatMap(folder -> folder.files().stream()).toList();
        assertThat(files).hasSizeGreaterThan(30);
        for (RuleFile file : files) {
            DrlFile read = DrlFile.read(file);
            DrlFile known = DrlFile.known(file);
            assertThat(known).as(file.name()).isNotNull();
            assertThat(known.header()).as(file.name()).isEqualTo(read.header());
            assertThat(known.rules()).as(file.name()).isEqualTo(read.rules());
            assertThat(known.words()).as(file.name()).isEqualTo(read.words());
            assertThat(known.syntax()).isNull();
            assertThat(allowed(known)).as(file.name()).isTrue();
        }
    }

    @Test
    void package_imports_and_globals_are_read_with_and_without_semicolons() {
        DrlFile known = DrlFile.known(file(HEADER + RULE));
        assertThat(known).isNotNull();
        assertThat(known.header()).isEqualTo(new DrlHeader("rules.room.question",
                List.of("org.portcullis.market.Regime", "org.portcullis.market.RegimeMeasures",
                        "org.portcullis.risk.adapter.rules.Checks"),
                List.of(new DrlHeader.Global("Checks", "checks"))));
        assertThat(known.header()).isEqualTo(DrlFile.read(file(HEADER + RULE)).header());
        assertThat(allowed(known)).isTrue();
    }

    @Test
    void what_is_more_than_that_is_left_to_the_parser() {
        for (String more : List.of("import function java.lang.Math.abs", "import static java.lang.Math.abs",
                "import org.portcullis.market.*", "function int two() { return 2; }", "dialect \"mvel\"",
                "declare Fact\nend", "query \"all\" Regime() end", "rule \"room.question.cut\" when Regime() then")) {
            assertThat(DrlFile.known(file(HEADER + more + "\n" + RULE.repeat(more.startsWith("rule") ? 0 : 1))))
                    .as(more).isNull();
        }
        assertThat(DrlFile.known(file("\uFEFF" + HEADER + RULE))).isNull();
        assertThat(DrlFile.known(file(HEADER + RULE + "// \\u0041"))).isNull();
        assertThat(DrlFile.known(file(HEADER + RULE + "/* no end"))).isNull();
        assertThat(DrlFile.known(file(HEADER))).isNull();
    }

    @Test
    void words_that_rules_may_not_say_are_noticed_in_conditions_and_consequences() {
        for (List<String> edit : List.of(List.of("insert( Regime.CRASH );", "System.exit( 1 );"),
                List.of("insert( Regime.CRASH );", "Regime.CRASH.getClass();"),
                List.of("insert( Regime.CRASH );", "while ( true ) insert( Regime.CRASH );"),
                List.of("shockZ < 0", "getClass() != null"), List.of("shockZ < 0", "shockZ < Runtime.version"),
                List.of("org.portcullis.market.Regime\n", "java.lang.Runtime\n"),
                List.of("org.portcullis.market.Regime\n", "org.portcullis.market.NoSuchThing\n"),
                List.of("global Checks", "global Unknown"), List.of("agenda-group \"room.question\"", "salience 1"),
                List.of("agenda-group \"room.question\"", "agenda-group \"room.other\""),
                List.of("package rules.room.question", "package rules.room.other"))) {
            String text = (HEADER + RULE).replace(edit.get(0), edit.get(1));
            assertThat(text).as("%s", edit).isNotEqualTo(HEADER + RULE);
            DrlFile known = DrlFile.known(file(text));
            assertThat(known == null || !allowed(known)).as("%s", edit).isTrue();
        }
    }
}
