package org.portcullis.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing in the checkout opens a door or only works on one machine. Samples are put together here, never kept. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SecretsTest {

    private static final Map<Pattern, String> FORBIDDEN = new LinkedHashMap<>();

    static {
        String env = "; name an environment variable instead";
        FORBIDDEN.put(Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"), "holds a private key" + env);
        FORBIDDEN.put(Pattern.compile("\\bAKIA[0-9A-Z]{16}\\b"), "holds a cloud access key" + env);
        FORBIDDEN.put(Pattern.compile("\\bgh[pousr]_[A-Za-z0-9]{30,}|\\bxox[bapr]-[A-Za-z0-9-]{10,}"),
                "holds an access token" + env);
        FORBIDDEN.put(Pattern.compile("(?i)\\b(api[_-]?key|api[_-]?secret|secret[_-]?key|private[_-]?key)\\b"
                + "\\s*[:=]\\s*[\"']?(?=[A-Za-z0-9+/]*\\d)[A-Za-z0-9+/]{20,}"), "holds a key" + env);
        FORBIDDEN.put(Pattern.compile("(?i)://[^/\\s:@\"'${]+:[^/\\s:@\"'${]+@"), "holds a password in an address"
                + env);
        FORBIDDEN.put(Pattern.compile("(?<![\\w.$}~/-])/(home|Users|root|work|private)/[A-Za-z][\\w.-]*"),
                "names a folder of one machine; use a path relative to the checkout or a setting");
        FORBIDDEN.put(Pattern.compile("\\b[A-Z]:\\\\\\\\?(Users|Documents)\\b"),
                "names a folder of one machine; use a path relative to the checkout or a setting");
        FORBIDDEN.put(Pattern.compile("(?i)https?://[^/\\s\"']*"
                + "(nexus|artifactory|mirror|registry|packagecloud)[^/\\s\"']*"),
                "names a package host; Maven's settings choose where packages come from");
        FORBIDDEN.put(Pattern.compile("\\b(10\\.\\d{1,3}|192\\.168|"
                + "172\\.(1[6-9]|2\\d|3[01]))\\.\\d{1,3}\\.\\d{1,3}\\b"),
                "names a private address; use a setting");
    }

    @Test
    @DisplayName("S3-21 no credentials, machine paths or package hosts stand in the checkout")
    void no_credentials_machine_paths_or_package_hosts_stand_in_the_checkout() {
        assertThat(faults(Repository.HERE)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void each_of_them_is_named_with_the_way_out(String line, String sentence, @TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("sample.yaml"), "good: true\n" + line + "\n");
        assertThat(faults(folder)).singleElement().asString().contains("sample.yaml:2").contains(sentence);
    }

    static Stream<Arguments> secrets() {
        return Stream.of(
                sample("-----BEGIN EC " + "PRIVATE KEY-----", "private key"),
                sample("key: AKIA" + "ABCDEFGHIJKLMNOP", "cloud access key"),
                sample("token: ghp" + "_" + "a1".repeat(18), "access token"),
                sample("api" + "_secret: " + "Zm9vYmFyYmF6MTIz" + "NDU2Nzg5MDEy", "holds a key"),
                sample("url: postgres://" + "user:pa55@" + "host/db", "password in an address"),
                sample("data: /ho" + "me/trader/bars", "folder of one machine"),
                sample("url: https://nex" + "us.example.org/maven", "package host"),
                sample("host: 192" + ".168.1.7", "private address"));
    }

    private static Arguments sample(String line, String sentence) {
        return Arguments.of(line, sentence);
    }

    private static List<String> faults(Path root) {
        List<String> faults = new ArrayList<>();
        for (Path file : Repository.files(root, ".java", ".drl", ".csv", ".yaml", ".yml", ".xml", ".md", ".bpmn",
                ".html",
                ".js", ".css", ".sql", ".sh", ".properties", ".txt", "run", "portcullis", "chaos", "Dockerfile")) {
            int number = 0;
            for (String line : new String(bytes(file), StandardCharsets.UTF_8).split("\n")) {
                number++;
                for (Map.Entry<Pattern, String> rule : FORBIDDEN.entrySet()) {
                    Matcher hit = rule.getKey().matcher(line);
                    if (hit.find()) {
                        faults.add(root.relativize(file) + ":" + number + " " + rule.getValue());
                    }
                }
            }
        }
        return faults;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException("cannot read " + file, unreadable);
        }
    }
}
