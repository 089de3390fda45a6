package org.portcullis.risk.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.policy.PolicyBroken;
import org.portcullis.kernel.Percent;
import org.portcullis.strategy.FloorParts;
import org.portcullis.strategy.MarketWalks;
import org.portcullis.strategy.StrategyBook;
import org.portcullis.strategy.StrategyBudget;
import org.portcullis.strategy.StrategyFloor;

/** Budgets of strategies against the total limit, from both sides, at the start and at an edit. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BudgetSanityTest {

    @TempDir
    private Path folder;
    private Path policyFile;

    @BeforeEach
    void copy() throws IOException {
        policyFile = Files.copy(Path.of("rules/policy.yaml"), folder.resolve("policy.yaml"));
    }

    @Test
    @DisplayName("S2-CS1: one budget may be as large as the total limit, one step more is refused")
    void one_budget_fits_into_the_total_limit() {
        start("15");
        assertThatIllegalArgumentException().isThrownBy(() -> start("15.00000001"))
                .withMessageContaining("max-at-risk-pct (15.00000001 %) of s0 is more than "
                        + "risk.exposure-total-pct-max (15 %)");
    }

    @Test
    @DisplayName("S2-CS1: enabled budgets add up to the permitted multiple of the total limit, one step more is "
            + "refused; disabled ones do not count")
    void budgets_add_up_to_the_permitted_multiple() {
        start("15", "15", "15", "15");
        assertThatIllegalArgumentException().isThrownBy(() -> start("15", "15", "15", "15", "0.00000001"))
                .withMessageContaining("add up to 60.00000001 %, more than risk.budgets-total-factor-max (4) times "
                        + "risk.exposure-total-pct-max (15 %)");
    }

    @Test
    @DisplayName("S2-CS1: an edit of the limits that the budgets no longer fit is refused, the limits before stay")
    void an_edit_of_the_limits_is_refused() throws IOException {
        PolicyBook policies = start("15", "15", "15", "15");
        edit(policies, "risk.budgets-total-factor-max: {type: number, value: 4,",
                "risk.budgets-total-factor-max: {type: number, value: 3.99,");
        assertThat(policies.refused()).singleElement().asString().contains("add up to 60 %");
        assertThat(policies.current().number("risk.budgets-total-factor-max")).isEqualTo(400_000_000L);
        edit(policies, "value: 3.99,", "value: 4.01,");
        assertThat(policies.refused()).isEmpty();
    }

    @Test
    @DisplayName("S2-CS1: an edit of the strategies that the limits no longer fit is refused, the strategies before "
            + "stay; so is a start with it")
    void an_edit_of_the_strategies_is_refused() throws IOException {
        Path rules = folder.resolve("rules");
        copyTree(Path.of("rules"), rules);
        Path file = rules.resolve("strategies.yaml");
        FloorParts parts = FloorParts.of(rules, MarketWalks.library()::base);
        StrategyFloor floor = StrategyFloor.live(Set.of("momentum-core"), parts);
        PolicyBook policies = PolicyBook.open(policyFile, null);
        new BudgetSanity(policies, floor);
        Files.writeString(file, Files.readString(file).replace("max-at-risk-pct: 15", "max-at-risk-pct: 16"));
        floor.refresh();
        assertThat(floor.budget("momentum-core").orElseThrow().atRiskMax()).isEqualTo(Percent.of("15"));
        StrategyFloor next = StrategyFloor.live(Set.of("momentum-core"), parts);
        assertThatThrownBy(() -> new BudgetSanity(policies, next)).hasMessageContaining("16 %");
    }

    @Test
    @DisplayName("S2-CS1: in the shipped rules every strategy can be enabled at once, in every profile")
    void every_shipped_strategy_can_be_enabled_at_once() {
        for (String profile : new String[] {"conservative", "s2-live", "demo"}) {
            StrategyBook book = StrategyBook.read(Path.of("rules/strategies.yaml"), Set.of("momentum-core",
                    "pool-reversal", "smc-scalper", "false-breakout", "alert-follower"));
            new BudgetSanity(PolicyBook.open(policyFile, profile), floor(book));
        }
    }

    @Test
    void the_check_of_the_policy_names_its_file() {
        PolicyBook policies = start("15");
        assertThatThrownBy(() -> policies.require(policy -> List.of("no")))
                .isInstanceOf(PolicyBroken.class).hasMessageContaining("policy.yaml: no");
    }

    private PolicyBook start(String... budgets) {
        TreeMap<String, StrategyBudget> book = new TreeMap<>();
        for (int i = 0; i < budgets.length; i++) {
            book.put("s" + i, new StrategyBudget("s" + i, true, Percent.of(budgets[i]), 1, "A test."));
        }
        book.put("idle", new StrategyBudget("idle", false, Percent.of("100"), 1, "Not enabled."));
        PolicyBook policies = PolicyBook.open(policyFile, "conservative");
        new BudgetSanity(policies, floor(new StrategyBook(book)));
        return policies;
    }

    private static StrategyFloor floor(StrategyBook book) {
        return new StrategyFloor(book, List.of());
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private void edit(PolicyBook policies, String from, String to) throws IOException {
        String text = Files.readString(policyFile);
        assertThat(text).contains(from);
        Files.writeString(policyFile, text.replace(from, to));
        policies.refresh();
    }
}
