package org.portcullis.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** Rotation through everything, from bars to fills: broker, desk, workflow engine, gateway and paper venue. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RotationWalkTest {

    private static final int MINUTES = 900;

    @TempDir
    static Path folder;

    private static List<String> states;
    private static long overtaken;
    private static long audited;
    private static long entriesOfNothing;
    private static long unknownEntries;

    @BeforeAll
    static void replay() throws IOException {
        Path rules = folder.resolve("rules");
        FileSystemUtils.copyRecursively(Path.of("rules"), rules);
        Files.writeString(rules.resolve("policy.yaml"), """

                  walk:
                    order.gating: none
                    risk.positions-max: 1
                    risk.breaker.losing-streak.ends: cool-off
                    rotation.enabled: true
                    rotation.confidence-over: 0.5
                    venue.paper.maker-bps: 0
                    venue.paper.taker-bps: 0
                """, StandardOpenOption.APPEND);
        // without fees the small moves of the generated market leave some positions in profit
        Path instruments = rules.resolve("instruments.yaml");
        Files.writeString(instruments, Files.readString(instruments)
                .replaceAll("(maker|taker)-basis-points: *\\d+", "$1-basis-points: 0"));
        try (RunningPortcullis portcullis = RunningPortcullis.start(folder.resolve("home"),
                "portcullis.rules-path=" + rules, "portcullis.policy.profile=walk", "portcullis.feed.replay.path="
                + Bars.generated(folder.resolve("bars"), 7, MINUTES), "portcullis.feed.replay.speed=max",
                "portcullis.feed.replay.lock-step=true")) {
            portcullis.awaitReplayEnd();
            look(portcullis.jdbc());
        }
    }

    private static void look(JdbcClient jdbc) {
        states = jdbc.sql("SELECT state FROM orders.rotations ORDER BY started_at").query(String.class).list();
        overtaken = count(jdbc, "orders.rotations r JOIN orders.orders o ON o.proposal_id = r.entry_proposal_id"
                + " JOIN orders.orders e ON e.proposal_id = r.exit_proposal_id"
                + " JOIN orders.transitions_log born ON born.client_order_id = o.client_order_id AND born.seq = 1"
                + " WHERE NOT EXISTS (SELECT 1 FROM orders.transitions_log done WHERE done.to_state = 'FILLED'"
                + " AND done.client_order_id = e.client_order_id AND done.recorded_at <= born.recorded_at)");
        audited = count(jdbc, "journal.audit_log WHERE action = 'ROTATION_STARTED'");
        entriesOfNothing = count(jdbc, "risk.position_entries n WHERE NOT EXISTS (SELECT 1 FROM portfolio.positions p"
                + " WHERE p.account = n.account AND p.instrument = n.instrument AND p.strategy = n.strategy"
                + " AND p.quantity_e8 = n.quantity_e8 AND p.cost_e8 = n.cost_e8 AND p.entry_fees_e8 = n.fees_e8)");
        unknownEntries = count(jdbc, "portfolio.positions p WHERE p.quantity_e8 > 0 AND NOT EXISTS (SELECT 1 FROM"
                + " risk.position_entries n WHERE p.account = n.account AND p.instrument = n.instrument"
                + " AND p.strategy = n.strategy)");
    }

    private static long count(JdbcClient jdbc, String from) {
        return jdbc.sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }

    @Test
    @DisplayName("S1-24: positions are rotated, each closed before the other one is ordered")
    void positions_are_rotated_in_order() {
        assertThat(states).as("%s", states).contains("ROTATED");
        assertThat(states.subList(0, states.size() - 1)).doesNotContain("CLOSING", "OPENING");
        assertThat(overtaken).isZero();
        assertThat(audited).isEqualTo(states.size());
    }

    @Test
    @DisplayName("S1-17: what positions were entered with agrees with the ledger")
    void entries_agree_with_the_ledger() {
        assertThat(entriesOfNothing).isZero();
        assertThat(unknownEntries).isZero();
    }
}
