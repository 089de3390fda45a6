package org.portcullis.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RuleSandboxTest {

    private static final String BAR = "$bar : Bar()";
    private static final String SAY = "insert( new Proposal( \"a\", \"b\" ) );";

    @TempDir
    Path folder;

    static Stream<Arguments> consequences() {
        return Stream.of(
                "System.exit( 1 );",
                "java.lang.System.exit( 1 );",
                "System.out.println( \"x\" );",
                "Runtime.getRuntime().exec( \"touch /tmp/x\" );",
                "java.lang.Runtime.getRuntime().halt( 1 );",
                "new ProcessBuilder( \"sh\" ).start();",
                "Class.forName( \"java.lang.System\" );",
                "$bar.getClass().forName( \"java.lang.System\" );",
                "String.class.getMethods();",
                "\"a\".getClass().getClassLoader();",
                "Object o = Bar.class;",
                "new Thread( null, null, \"x\" ).start();",
                "Thread.sleep( 10 );",
                "new java.io.File( \"/tmp/x\" ).delete();",
                "java.nio.file.Files.delete( java.nio.file.Path.of( \"/tmp/x\" ) );",
                "new java.net.URL( \"http://localhost\" ).openStream();",
                "new java.net.Socket( \"localhost\", 1 );",
                "java.time.Instant.now();",
                "Math.random();",
                "Long.getLong( \"user.home\" );",
                "java.util.UUID.randomUUID();",
                "java.util.concurrent.Executors.newCachedThreadPool();",
                "new Object() { { System.exit( 1 ); } };",
                "} static { System.exit( 1 ); } public static void other() {",
                "} } class Evil { static { System.exit( 1 ); } } class Other { void other() {",
                "for ( int i = 0; i < 1; i++ ) " + SAY,
                "while ( true );",
                "java.util.List.of( 1 ).forEach( x -> System.exit( 1 ) );",
                "Runnable r = System::gc;",
                "drools.halt();",
                "kcontext.getKieRuntime().halt();",
                "drools.getKnowledgeRuntime().getEnvironment();",
                "throw new IllegalStateException( \"x\" );",
                "synchronized ( $bar ) { }",
                "modify( $bar ) { explode() }",
                "update( $bar );",
                "delete( $bar );",
                "insertLogical( $bar );",
                "org.portcullis.engine.ids.ContentHash.hex( \"a\" );",
                "org.drools.util.ClassUtils.canonicalName( null );",
                "javax.script.ScriptEngineManager m = null;",
                "\\u0053ystem.exit( 1 );",
                "// \\u000a System.exit( 1 );\n" + SAY,
                "var m = $bar; m.getClass();",
                "Proposal[] a = { null };",
                "synchronized ( Bar.class ) { }",
                "$bar.symbol().matches( \"(a+)+b\" );",
                "$bar.symbol().repeat( 1 );",
                "new java.math.BigDecimal( \"1e999999999\" ).add( java.math.BigDecimal.ONE );",
                "Object o = new String[] { $bar.symbol() };",
                "this.toString();").map(text -> Arguments.of(text));
    }

    static Stream<Arguments> conditions() {
        return Stream.of(
                "Bar( System.exit( 1 ) == null )",
                "Bar( java.lang.System.exit( 1 ) == null )",
                "Bar( Runtime.getRuntime() != null )",
                "Bar( Runtime.getRuntime().exec( \"touch /tmp/x\" ) != null )",
                "Bar( symbol.class != null )",
                "Bar( symbol.getClass() != null )",
                "Bar( class != null )",
                "Bar( this.class.classLoader != null )",
                "Bar( getClass().forName( \"java.lang.System\" ) != null )",
                "Bar( symbol.getBytes().getClass() != null )",
                "Bar( new java.io.File( \"/tmp/x\" ) != null )",
                "Bar( eval( true ) )",
                "eval( true )",
                "Bar() from System.getProperties()",
                "Bar( symbol matches \"(a+)+b\" )",
                "Bar( close > Math.random() )",
                "Bar( java.time.Instant.now() != null )",
                "Bar( Thread.currentThread() != null )",
                "Bar( symbol == \"\\u0061\" )",
                "Bar( { 1, 2 } contains 1 )",
                "Bar( ( x = 1 ) == 1 )",
                "Bar( close > 0 ; System.exit( 1 ) )",
                "java.lang.Thread()",
                "Object()",
                "accumulate( Bar( $c : close ); $s : sum( $c ) )",
                "forall( Bar( close > 0 ) )",
                "Bar( \"x\"; )",
                "$list : java.util.List() from collect( Bar() )",
                "Bar( symbol.chars() != null )",
                "Bar( symbol.describeConstable() != null, symbol.getDeclaringClass() != null )")
                .map(text -> Arguments.of(text));
    }

    static Stream<Arguments> headers() {
        return Stream.of(
                "import java.io.File",
                "import java.lang.System",
                "import java.lang.reflect.Method",
                "import java.util.*",
                "import static java.lang.System.exit",
                "import function java.lang.System.exit",
                "import org.portcullis.engine.rules.RuleLibrary",
                "import no.such.Type",
                "import org.drools.core.common.InternalAgenda",
                "global java.util.concurrent.ExecutorService pool;",
                "global Object anything;",
                "function void evil() { System.exit( 1 ); }",
                "declare Evil\n name : String\nend",
                "query \"bars\"\n Bar()\nend",
                "dialect \"mvel\"",
                "unit Evil;",
                "declare window Last @window:length( 5 ) from entry-point e end").map(text -> Arguments.of(text));
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
            run.insert(new samples.rules.Bar("C", 2, 1));
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
        assertThat(org.portcullis.engine.rules.sandbox.ClassCheck.violations(RulesOnDisk.SANDBOX, ours))
                .anySatisfy(text -> assertThat(text).contains("java.lang.System"))
                .anySatisfy(text -> assertThat(text).contains("java.lang.Thread"))
                .anySatisfy(text -> assertThat(text).contains("loops"))
                .anySatisfy(text -> assertThat(text).contains("declares the method sleepy"));
    }

    @Test
    void the_class_loader_of_rules_gives_listed_types_only() throws Exception {
        ClassLoader loader = new org.portcullis.engine.rules.sandbox.SandboxClassLoader(
                RuleSandboxTest.class.getClassLoader(), RulesOnDisk.SANDBOX);
        assertThat(loader.loadClass("samples.rules.Bar")).isEqualTo(samples.rules.Bar.class);
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
