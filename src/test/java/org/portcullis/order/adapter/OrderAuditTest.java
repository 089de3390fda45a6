package org.portcullis.order.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.journal.AuditEntry;
import org.portcullis.journal.AuditReceipt;
import org.portcullis.order.OrderAudit;
import org.portcullis.risk.RiskRules;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderAuditTest {

    @Test
    @DisplayName("S2-CH1: every audit entry of the desk names the rules and, in 16 digits, the policy in force")
    void every_entry_names_the_rules_and_the_policy_in_force() {
        PolicyBook policies = PolicyBook.open(Path.of("rules/policy.yaml"), "conservative");
        List<AuditEntry> written = new ArrayList<>();
        try (RiskRules rules = RiskRules.shipped()) {
            OrderAudit audit = new OrderConfiguration().orderAudit(entry -> {
                written.add(entry);
                return new AuditReceipt(entry.writer(), written.size(), "0".repeat(64));
            }, rules.library(), policies);
            audit.append("order.submitted", "o-1", "desk", "sent", 1_000);
            assertThat(written).singleElement().satisfies(entry -> {
                assertThat(entry.policyHash()).isEqualTo(policies.current().hash()).matches("[0-9a-f]{16}");
                assertThat(entry.rulesVersion()).isEqualTo(rules.library().version());
                assertThat(entry.action()).isEqualTo("ORDER_SUBMITTED");
            });
        }
    }
}
