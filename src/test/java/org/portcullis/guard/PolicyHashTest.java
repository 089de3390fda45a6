package org.portcullis.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;

/** The hash of what is configured: what it is made of, what changes it, and that no audit entry goes without it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PolicyHashTest {

    private static final Path SHIPPED = Repository.HERE.resolve("rules/policy.yaml");
    private static final Pattern ENTRY = Pattern.compile("new AuditEntry\\([^;]*;");

    @TempDir
    Path folder;

    @Test
    @DisplayName("S2-CH1 S2-CS1: the hash is the first 16 digits of SHA-256 over profile and every effective value")
    void the_hash_can_be_made_again_by_hand() throws Exception {
        for (String profile : List.of("conservative", "s2-live", "demo")) {
            Policy policy = PolicyBook.open(SHIPPED, profile).current();
            StringBuilder text = new StringBuilder("profile=" + profile + "\n");
            policy.parameters().values().stream().sorted((a, b) -> a.key().compareTo(b.key()))
                    .forEach(each -> text.append(each.key()).append('=').append(each.value()).append('\n'));
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(text.toString().getBytes(StandardCharsets.UTF_8));
            assertThat(policy.hash()).isEqualTo(HexFormat.of().formatHex(digest).substring(0, 16));
        }
    }

    @Test
    @DisplayName("S2-CH1: one step of one value changes the hash; a comment and the order of lines do not")
    void one_value_changes_the_hash_and_a_comment_does_not() throws Exception {
        String text = Files.readString(SHIPPED);
        String hash = hash(text);
        assertThat(hash(text.replace("\nparameters:", "\n# a word\nparameters:"))).isEqualTo(hash);
        String edited = text.replace("risk.positions-max:          {type: integer, value: 3",
                "risk.positions-max:          {type: integer, value: 2");
        assertThat(edited).isNotEqualTo(text);
        assertThat(hash(edited)).isNotEqualTo(hash).matches("[0-9a-f]{16}");
        assertThat(hash(text.replace("profile: conservative", "profile: s2-live"))).isNotEqualTo(hash);
    }

    @Test
    @DisplayName("S2-CH1: every audit entry that is written names the policy in force")
    void every_audit_entry_names_the_policy_in_force() {
        List<String> without = new ArrayList<>();
        int entries = 0;
        for (Path file : Repository.files(Repository.HERE.resolve("src/main/java"), ".java")) {
            for (Matcher entry = ENTRY.matcher(Repository.text(file)); entry.find(); entries++) {
                if (!entry.group().contains("current().hash()")) {
                    without.add(Repository.name(file) + ": " + entry.group());
                }
            }
        }
        assertThat(without).isEmpty();
        assertThat(entries).as("entries that are written").isPositive();
    }

    private String hash(String text) throws Exception {
        return PolicyBook.open(Files.writeString(folder.resolve("policy.yaml"), text), null).current().hash();
    }
}
