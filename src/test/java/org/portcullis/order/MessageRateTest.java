package org.portcullis.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Side;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;

/** Cancellations are messages to the venue too. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MessageRateTest {

    private static final int MESSAGES = 4;

    @Test
    @DisplayName("B-R4 B-R10: cancellations count against the rate of the second; at the limit an entry still leaves, "
            + "one more is denied, and no cancellation ever is")
    void cancellations_count(@TempDir Path home) throws Exception {
        try (OrderScene scene = new OrderScene(home, 1_000, "order.gating: none", "risk.positions-max: 100",
                "orders.value-max: 90.09", "orders.per-second-max: " + MESSAGES)) {
            propose(scene, 1);
            propose(scene, 2);
            scene.settle();
            assertThat(scene.desk.cancelAll(OrderScene.ACCOUNT, "tidy", "ada")).isEqualTo(2);
            scene.settle();
            assertThat(scene.cancelled).hasSize(2);

            propose(scene, 3);
            assertThat(scene.desk.newest(9)).as("two orders and two cancellations fill the second").hasSize(2);
        }
        try (OrderScene scene = new OrderScene(Files.createDirectory(home.resolve("other")), 1_000,
                "order.gating: none",
                "risk.positions-max: 100", "orders.value-max: 90.09", "orders.per-second-max: " + (MESSAGES + 1))) {
            propose(scene, 1);
            propose(scene, 2);
            scene.settle();
            scene.desk.cancelAll(OrderScene.ACCOUNT, "tidy", "ada");
            scene.settle();
            propose(scene, 3);
            assertThat(scene.desk.newest(9)).hasSize(3);
        }
    }

    private static void propose(OrderScene scene, int number) {
        long atMs = scene.now.toEpochMilli();
        scene.desk.onProposal(new Proposal("p-" + number, "momentum-core", "rule", Intent.ENTER,
                new InstrumentId("COIN" + number), Side.BUY, atMs - 60_000, atMs, FixedPoint.parse("100"),
                FixedPoint.parse("30"), 0, 0.5, "v", new TreeMap<>()), 0);
    }
}
