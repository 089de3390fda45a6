package org.portcullis.guard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Nothing reaches a venue unjudged: one caller of the venue port, one room that approves. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OneDoorTest {

    @Test
    void only_the_order_desk_submits() {
        onlyTheOrderDeskSubmits(Rooms.ROOT).check(Rooms.product());
    }

    @Test
    void another_caller_of_the_venue_port_is_named() {
        assertThatThrownBy(() -> onlyTheOrderDeskSubmits(Rooms.sampleRoot("onedoor")).check(Rooms.samples("onedoor")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Shortcut").hasMessageContaining("unjudged");
    }

    @Test
    void only_the_risk_room_approves() {
        onlyRiskApproves(Rooms.ROOT).check(Rooms.product());
    }

    @Test
    void an_approval_made_elsewhere_is_named() {
        assertThatThrownBy(() -> onlyRiskApproves(Rooms.sampleRoot("onedoor")).check(Rooms.samples("onedoor")))
                .isInstanceOf(AssertionError.class).hasMessageContaining("Shortcut").hasMessageContaining("RiskDesk");
    }

    static ArchRule onlyTheOrderDeskSubmits(String root) {
        String port = root + ".order.VenuePort";
        return noClasses().that().resideInAPackage(root + "..")
                .and(DescribedPredicate.not(DescribedPredicate.describe("the order desk",
                        type -> type.getName()
                        .matches(java.util.regex.Pattern.quote(root) + "\\.order\\.OrderDesk(\\$.*)?"))))
                .should().accessTargetWhere(DescribedPredicate.<JavaAccess<?>>describe("the target is VenuePort.submit",
                        access -> access.getName().equals("submit") && access.getTargetOwner().isAssignableTo(port)))
                .allowEmptyShould(true)
                .because("an order that goes around OrderDesk leaves unjudged; hand OrderDesk a step instead");
    }

    static ArchRule onlyRiskApproves(String root) {
        return noClasses().that().resideInAPackage(root + "..").and().resideOutsideOfPackage(root + ".risk..")
                .should().accessTargetWhere(DescribedPredicate.<JavaAccess<?>>describe(
                "the target makes Verdict.Approved",
                        access -> access.getName().equals("<init>")
                                && access.getTargetOwner().getName().equals(root + ".risk.Verdict$Approved")))
                .allowEmptyShould(true)
                .because("an approval is a fold of checks and is made where the checks are; ask RiskDesk for a "
                        + "verdict");
    }
}
