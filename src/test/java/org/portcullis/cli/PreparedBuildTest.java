package org.portcullis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/portcullis prepare} over an archive whose classes tell how they were started. */
@DisabledOnOs(OS.WINDOWS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PreparedBuildTest {

    private static final String MAIN = "org/portcullis/PortcullisApplication";
    /** What runs commands alone, once the archive is unpacked. */
    private static final String COMMANDS = "org/portcullis/cli/CommandLineTool";

    @TempDir
    Path folder;
    private Path script;
    private Path war;

    private record Answer(int exitCode, String text) {
    }

    @BeforeEach
    void build() throws IOException {
        script = folder.resolve("with space/bin/portcullis");
        Files.createDirectories(script.getParent());
        Files.copy(Path.of("bin/portcullis"), script);
        war = folder.resolve("with space/target/portcullis.war");
        Files.createDirectories(war.getParent());
        compile(MAIN, """
                package org.portcullis;
                public class PortcullisApplication {
                    public static void main(String[] words) {
                        System.out.println(System.getProperty("java.class.path") + " " + String.join("|", words));
                        System.exit(words[0].equals("three") ? 3 : 0);
                    }
                }
                """);
        compile(COMMANDS, """
                package org.portcullis.cli;
                public class CommandLineTool {
                    public static void main(String[] words) {
                        System.out.print("commands alone: ");
                        org.portcullis.PortcullisApplication.main(words);
                    }
                }
                """);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, MAIN.replace('/', '.'));
        try (JarOutputStream archive = new JarOutputStream(Files.newOutputStream(war), manifest)) {
            for (String each : List.of(MAIN, "WEB-INF/classes/" + MAIN, "WEB-INF/classes/" + COMMANDS)) {
                archive.putNextEntry(new JarEntry(each + ".class"));
                archive.write(Files.readAllBytes(folder.resolve(each.replace("WEB-INF/classes/", "") + ".class")));
            }
            for (String library : List.of("WEB-INF/lib/a.jar", "WEB-INF/lib-provided/b.jar")) {
                archive.putNextEntry(new JarEntry(library));
                archive.write(emptyJar());
            }
        }
    }

    private void compile(String name, String text) throws IOException {
        Path source = folder.resolve(name + ".java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, text);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "--release", "17", "-cp",
                folder.toString(), source.toString())).isZero();
    }

    private byte[] emptyJar() throws IOException {
        Path jar = Files.createTempFile(folder, "empty", ".jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return Files.readAllBytes(jar);
    }

    private Answer run(String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of("sh", script.toString()),
                Stream.of(words)).toList()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", Objects.requireNonNull(System.getProperty("java.home")));
        builder.environment().remove("PORTCULLIS_WAR");
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }

    @Test
    void commands_run_unpacked_until_the_archive_is_newer_and_serve_never_does() throws Exception {
        assertThat(run("rules", "check", "two words").text()).endsWith("portcullis.war rules|check|two words\n");

        Answer prepared = run("prepare");
        assertThat(prepared.exitCode()).as(prepared.text()).isZero();
        String unpacked = folder.resolve("with space/target/portcullis-prepared") + "/";
        assertThat(run("rules", "check", "two words").text()).isEqualTo("commands alone: " + unpacked
                + "portcullis.jar:" + unpacked
                + "lib/a.jar:" + unpacked + "lib/b.jar rules|check|two words\n");
        assertThat(run("three").exitCode()).isEqualTo(3);
        assertThat(run("serve").text()).endsWith("portcullis.war serve\n");

        Files.setLastModifiedTime(war, FileTime.fromMillis(System.currentTimeMillis() + 10_000));
        assertThat(run("rules").text()).endsWith("portcullis.war rules\n");
    }

    @Test
    void an_archive_that_cannot_be_unpacked_leaves_what_was_prepared() throws Exception {
        assertThat(run("prepare").exitCode()).isZero();
        FileTime built = Files.getLastModifiedTime(war);
        Path kept = folder.resolve("kept.war");
        Files.move(war, kept);
        Files.writeString(war, "no archive");
        Files.setLastModifiedTime(war, built);
        assertThat(run("prepare").exitCode()).isEqualTo(2);
        Files.move(kept, war, StandardCopyOption.REPLACE_EXISTING);
        assertThat(run("rules").text()).contains("portcullis-prepared/portcullis.jar");
        try (Stream<Path> beside = Files.list(war.getParent())) {
            assertThat(beside.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("portcullis.war", "portcullis-prepared");
        }
    }
}
