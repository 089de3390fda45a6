package org.portcullis.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portcullis.engine.rules.sandbox.ClassCheck;
import org.portcullis.engine.rules.sandbox.SandboxClassLoader;
import samples.rules.Bar;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RuleSandboxTest {

    private static final String BAR = "$bar : Bar()";
    private static final String SAY = "insert( new Proposal( \"a\", \"b\" ) );";

    @TempDir
    Path folder;

    static List<String> consequences() throws IOException {
        return payloads("consequences");
    }

    static List<String> conditions() throws IOException {
        return payloads("conditions");
    }

    static List<String> headers() throws IOException {
        return payloads("headers");
    }

    /** One payload a line; the sign for a line break stands for one. */
    private static List<String> payloads(String kind) throws IOException {
        List<String> lines = Files.readAllLines(RulesOnDisk.SAMPLES.resolve("payloads/" + kind + ".txt"));
        assertThat(lines).hasSizeGreaterThan(10);
        return lines.stream().map(line -> line.replace('\u23CE', '\n')).toList();
    }

    @ParameterizedTest
    @MethodSource("consequences")
    @DisplayName("R3: a consequence cannot leave the sandbox")
    void a_consequence_cannot_leave_the_sandbox(String payload) {
        assertRefused("", BAR, payload);
    }

    @ParameterizedTest
    @MethodSource("conditions")
    @DisplayName("R3: a condition cannot leave the sandbox")
    void a_condition_cannot_leave_the_sandbox(String payload) {
        assertRefused("", payload, SAY);
    }

    @ParameterizedTest
    @MethodSource("headers")
    @DisplayName("R3: the head of a file cannot leave the sandbox")
    void the_head_of_a_file_cannot_leave_the_sandbox(String payload) {
        assertRefused(payload, BAR, SAY);
    }

    @Test
    void the_payloads_are_refused_for_what_they_say_and_not_for_their_frame() {
        try (RuleLibrary library = new RulesOnDisk(folder).rule("", BAR, SAY).open()) {
            assertThat(library.base("market").rules()).hasSize(1);
        }
    }

    @Test
    void plain_values_and_text_are_allowed() {
        try (RuleLibrary library = new RulesOnDisk(folder).rule("import org.portcullis.kernel.Money",
                "$bar : Bar( close > average && ! ( symbol in ( \"A\", \"B\" ) ), symbol.length() > 0, aboveAverage )\n"
                        + "        not Bar( symbol == $bar.symbol, close < $bar.close )",
                "long cents = Math.round( $bar.close() ) + 1;\n"
                        + "        insert( new Proposal( String.valueOf( Money.ZERO ), \"at \" + cents + $bar ) );")
                .open(); RuleRun run = library.base("market").open(null)) {
            run.insert(new Bar("C", 2, 1));
            assertThat(run.fire("market.flags")).isEqualTo(1);
        }
    }

    @Test
    void refusals_name_file_and_line() {
        RulesBroken broken = broken("", BAR, "System.exit( 1 );");
        assertThat(broken.problems()).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("market/flags.drl");
            assertThat(problem.line()).isEqualTo(13);
            assertThat(problem.message()).contains("System");
        });
    }

    @Test
    void compiled_classes_are_judged_by_what_they_touch() throws Exception {
        byte[] ours = Files.readAllBytes(Path.of("target/test-classes/samples/rules/Bar.class"));
        assertThat(ClassCheck.violations(RulesOnDisk.SANDBOX, ours))
                .anySatisfy(text -> assertThat(text).contains("java.lang.System"))
                .anySatisfy(text -> assertThat(text).contains("java.lang.Thread"))
                .anySatisfy(text -> assertThat(text).contains("loops"))
                .anySatisfy(text -> assertThat(text).contains("declares the method sleepy"));
    }

    @Test
    void the_class_loader_of_rules_gives_listed_types_only() throws Exception {
        ClassLoader loader = new SandboxClassLoader(
                RuleSandboxTest.class.getClassLoader(), RulesOnDisk.SANDBOX);
        assertThat(loader.loadClass("samples.rules.Bar")).isEqualTo(Bar.class);
        for (String refused : new String[] {"java.lang.System", "java.lang.Runtime", "java.lang.Thread", "java.io.File",
            "java.lang.ProcessBuilder", "java.lang.reflect.Method", "org.portcullis.engine.rules.RuleLibrary"}) {
            assertThat(catchThrowableOfType(ClassNotFoundException.class, () -> loader.loadClass(refused))).isNotNull();
        }
    }

    @Test
    void the_engine_and_technical_adapters_stay_closed_whatever_is_listed() {
        RuleSandbox wide = RuleSandbox.allowing("org.portcullis.");
        assertThat(wide.allowsType("org.portcullis.risk.Limits")).isTrue();
        assertThat(wide.allowsType("org.portcullis.risk.adapter.rules.Checks")).isTrue();
        assertThat(wide.allowsType("org.portcullis.risk.adapter.store.RiskStore")).isFalse();
        assertThat(wide.allowsType("org.portcullis.engine.rules.RuleLibrary")).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> RuleSandbox.allowing("org.portcullis"));
    }

    private void assertRefused(String imports, String when, String then) {
        RulesBroken broken = broken(imports, when, then);
        assertThat(broken).as("is refused").isNotNull();
        assertThat(broken.problems()).allSatisfy(problem ->
                assertThat(problem.file()).isEqualTo("market/flags.drl"));
    }

    private RulesBroken broken(String imports, String when, String then) {
        RulesOnDisk disk = new RulesOnDisk(folder).rule(imports, when, then);
        return catchThrowableOfType(RulesBroken.class, () -> disk.open().close());
    }
}
