package org.portcullis.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.risk.domain.DenialCodes;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DenialCodesTest {

    private static final Path PAGE = Path.of("docs/denial-codes.md");

    @Test
    @DisplayName("B-R2: every reason for a denial stands on the page of codes, with the checks that give it")
    void the_page_of_denial_codes_equals_the_enum() throws IOException {
        if (Boolean.getBoolean("portcullis.docs.write")) {
            Files.writeString(PAGE, DenialCodes.page());
        }
        assertThat(Files.readString(PAGE)).as("run once with -Dportcullis.docs.write=true")
                .isEqualTo(DenialCodes.page());
        assertThat(DenialCodes.page()).contains("`KILL_SWITCH_ON`").contains("`exposure.total`");
    }
}
