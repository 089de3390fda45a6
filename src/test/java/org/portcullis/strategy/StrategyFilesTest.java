package org.portcullis.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.kernel.Percent;
import org.portcullis.engine.yaml.EditedFile;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StrategyFilesTest {

    private static final String BUDGET = "strategies:\n  one:\n    max-at-risk-pct: 7.5\n    max-trades-per-cycle: 2\n"
            + "    meaning: a sentence\n";
    private static final String PARAMETER =
            "parameters:\n  stop-atr: {value: 4, min: 1, max: 9, unit: ATR, meaning: m}\n";

    @TempDir
    private Path folder;

    @Test
    @DisplayName("S2-REQ-STR2 a strategy that does not say so is not enabled")
    void a_strategy_is_disabled_unless_it_says_otherwise() throws IOException {
        StrategyBook book = book(BUDGET, Set.of());
        assertThat(book.enabled()).isEmpty();
        assertThat(book.budget("one")).contains(new StrategyBudget("one", false, Percent.of("7.5"), 2, "a sentence"));
        assertThat(StrategyBook.read(Path.of("rules", "strategies.yaml"), Set.of()).enabled()).isEmpty();
    }

    @Test
    @DisplayName("S2-REQ-STR2 strategies are enabled one by one, by file or by name")
    void strategies_are_enabled_by_file_or_by_name() throws IOException {
        assertThat(book(BUDGET + "    enabled: true\n", Set.of()).enabled()).hasSize(1);
        assertThat(book(BUDGET, Set.of("one")).enabled()).extracting(StrategyBudget::strategy).containsExactly("one");
    }

    @Test
    void enabling_a_strategy_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> book(BUDGET, Set.of("two"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no strategy two to enable; listed are [one]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "max-at-risk-pct: 7.5|max-at-risk-pct: 100.1|:2: one: max-at-risk-pct must be 0 to 100",
        "max-trades-per-cycle: 2|max-trades-per-cycle: -1|:2: one: max-trades-per-cycle must be 0 to 1000",
        "max-trades-per-cycle: 2|max-trades-per-cycle: many|:4: ",
        "meaning: a sentence|mening: a sentence|meaning is missing",
        "  one:|  ONE:|:2: ONE: a strategy is named"})
    void a_fault_in_a_budget_names_file_and_line(String good, String bad, String says) {
        assertThatThrownBy(() -> book(BUDGET.replace(good, bad), Set.of())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("strategies.yaml:").hasMessageContaining(says);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "value: 4|value: 9.01|:2: stop-atr: is 9.01, permitted is 1.0 to 9.0 ATR",
        "value: 4|value: 0.99|:2: stop-atr: is 0.99, permitted is 1.0 to 9.0 ATR",
        "value: 4|value: .nan|:2: ",
        "value: 4|value: four|:2: ",
        "value: 4, |''|:2: value is missing"})
    void a_parameter_outside_its_bounds_names_file_and_line(String good, String bad, String says) {
        assertThatThrownBy(() -> PackParameters.read(file("strategy.yaml", PARAMETER.replace(good, bad))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("strategy.yaml")
                .hasMessageContaining(says);
    }

    @Test
    void a_parameter_on_its_bound_is_good() throws IOException {
        assertThat(PackParameters.read(file("strategy.yaml", PARAMETER.replace("value: 4", "value: 9")))
                .number("stop-atr"))
                .isEqualTo(9);
    }

    @Test
    void an_edit_comes_into_force_and_a_broken_one_does_not() throws IOException {
        Path file = file("strategy.yaml", PARAMETER);
        EditedFile<PackParameters> book = new EditedFile<>(file, PackParameters::read);
        assertThat(book.get().number("stop-atr")).isEqualTo(4);
        file("strategy.yaml", PARAMETER.replace("value: 4", "value: 5"));
        book.refresh();
        assertThat(book.get().number("stop-atr")).isEqualTo(5);
        file("strategy.yaml", PARAMETER.replace("value: 4", "value: 50"));
        book.refresh();
        assertThat(book.get().number("stop-atr")).isEqualTo(5);
    }

    @Test
    void the_shipped_parameters_make_the_facts_of_their_rules() {
        MomentumParameters parameters = MomentumParameters.from(PackParameters.read(
                Path.of("rules", "strategy", "momentum-core", "strategy.yaml")));
        assertThat(parameters.stopAtr()).isPositive().isLessThan(parameters.targetAtr());
        assertThat(parameters.reversionZMax()).isNegative();
    }

    private StrategyBook book(String text, Set<String> enabledToo) throws IOException {
        return StrategyBook.read(file("strategies.yaml", text), enabledToo);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
