package org.portcullis.risk.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Side;
import org.portcullis.risk.domain.exit.TrailingStop;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExitPolicyTest {

    private static Policy policy(String profile) {
        return PolicyBook.open(Path.of("rules/policy.yaml"), profile).current();
    }

    @Test
    @DisplayName("S2-PR1: profile s2-live permits 25 % at risk, 5 positions and a stop of 10 %")
    void profile_s2_live() {
        Policy live = policy("s2-live");
        assertThat(live.percent("risk.exposure-total-pct-max")).isEqualTo(Percent.of("25"));
        assertThat(live.integer("risk.positions-max")).isEqualTo(5);
        assertThat(new ExitPolicy(live).limits().lossPctMax()).isEqualTo(Percent.of("10"));
        assertThat(new ExitPolicy(live).limits().trimPctMax()).isEqualTo(Percent.of("25"));
        assertThat(new ExitPolicy(live).defaultStop(Side.BUY, Price.of("100"))).isEqualTo(Price.of("90"));
        assertThat(new ExitPolicy(live).defaultStop(Side.SELL, Price.of("100"))).isEqualTo(Price.of("110"));
    }

    @Test
    @DisplayName("S3-15, S3-16: 2 h and 30 min are the defaults; half of a position is sold at 1R")
    void defaults() {
        assertThat(new ExitPolicy(policy("conservative")).limits()).satisfies(limits -> {
            assertThat(limits.holdMsMax()).isEqualTo(7_200_000);
            assertThat(limits.stagnationMsMax()).isEqualTo(1_800_000);
            assertThat(limits.partAtRE8()).isEqualTo(FixedPoint.ONE);
            assertThat(limits.partShare()).isEqualTo(Percent.of("50"));
        });
    }

    @Test
    void the_stop_follows_by_three_average_ranges_and_not_while_nobody_knows_them() {
        ExitPolicy policy = new ExitPolicy(policy("conservative"));
        assertThat(policy.trailing(Price.of("200"), Optional.of(Percent.of("0.5"))))
                .contains(new TrailingStop(Money.of("3"), FixedPoint.ONE));
        assertThat(policy.trailing(Price.of("200"), Optional.empty())).isEmpty();
    }

    @Test
    @DisplayName("B-E7: a target in times the first risk, for positions whose strategy named none")
    void a_default_target() {
        Policy house = policy("conservative");
        assertThat(new ExitPolicy(house).defaultTarget(Side.BUY, Price.of("100"), Price.of("96")))
                .isEqualTo(new Price(0));
        Policy said = house.with("test", Map.of("risk.exit.target-at-r", "2.5"));
        ExitPolicy own = new ExitPolicy(said, house);
        assertThat(own.defaultTarget(Side.BUY, Price.of("100"), Price.of("96"))).isEqualTo(Price.of("110"));
        assertThat(own.defaultTarget(Side.SELL, Price.of("100"), Price.of("104"))).isEqualTo(Price.of("90"));
        assertThat(own.defaultTarget(Side.SELL, Price.of("100"), Price.of("150"))).isEqualTo(new Price(1));
        assertThat(own.defaultTarget(Side.BUY, Price.of("100"), Price.of("101"))).isEqualTo(new Price(0));
        assertThat(own.version()).isEqualTo(", exits " + said.hash());
        assertThat(new ExitPolicy(house).version()).isEmpty();
    }
}
