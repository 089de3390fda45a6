package org.portcullis.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SignalRefusalTest {

    @Test
    void the_page_of_webhooks_lists_every_code_with_its_status() throws IOException {
        String table = Arrays.stream(SignalRefusal.values())
                .map(code -> "| `" + code + "` | " + code.status() + " |").collect(Collectors.joining("\n"));
        assertThat(Files.readString(Path.of("docs/webhooks.md"))).contains("| code | status |\n|---|---|\n" + table
                + "\n\n");
    }

    @Test
    void no_refusal_makes_a_sender_try_again() {
        assertThat(SignalRefusal.values()).allSatisfy(code -> assertThat(code.status()).isLessThan(500));
    }
}
