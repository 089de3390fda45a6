package org.portcullis.portfolio.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.policy.PolicyBroken;
import org.portcullis.market.InstrumentCatalogue;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccountSanityTest {

    private static final Path POLICY = Path.of("rules/policy.yaml");
    private static final InstrumentCatalogue CATALOGUE = InstrumentCatalogue.read(Path.of("rules/instruments.yaml"));

    @TempDir
    Path folder;

    @Test
    @DisplayName("S2-CS1: three orders of 5 fit into 15 % of 100, and not of one step less")
    void the_smallest_orders_must_fit_into_the_total_limit() {
        assertThat(new AccountSanity(PolicyBook.open(POLICY, "conservative"), CATALOGUE, "100")
                .faults(PolicyBook.open(POLICY, "conservative").current())).isEmpty();
        assertThatThrownBy(() -> new AccountSanity(PolicyBook.open(POLICY, "conservative"), CATALOGUE, "99.99999999"))
                .isInstanceOf(PolicyBroken.class).hasMessageContaining("risk.positions-max (3) positions of at least 5")
                .hasMessageContaining("risk.exposure-total-pct-max (15 %) of portcullis.account.cash (99.99999999)");
    }

    @Test
    @DisplayName("S2-CS1: an edit that no longer fits is refused and the policy before it goes on")
    void an_edit_that_no_longer_fits_is_refused() throws IOException {
        String text = Files.readString(POLICY);
        Path file = Files.writeString(folder.resolve("policy.yaml"), text);
        PolicyBook book = PolicyBook.open(file, "conservative");
        new AccountSanity(book, CATALOGUE, "100");
        Files.writeString(file, text.replace("type: integer, value: 3, min: 0, max: 100, unit: positions",
                "type: integer, value: 4, min: 0, max: 100, unit: positions"));
        book.refresh();
        assertThat(book.current().integer("risk.positions-max")).isEqualTo(3);
        assertThat(book.refused()).singleElement().asString().contains("risk.positions-max (4)");
    }
}
