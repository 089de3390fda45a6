package org.portcullis.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two real kills and a checker that finds nothing; then its home is tampered with, and the checker names each change.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KillRehearsalTest {

    private static final String FULL_DISKS_ARE_FINE = "portcullis.broker.max-disk-usage-pct=-1";
    private static final long SEED = Long.getLong("seed", 5);

    @TempDir
    static Path folder;

    private static RehearsalPlan plan;
    private static RehearsalOutcome outcome;
    private static Tampering tampering;

    @BeforeAll
    static void rehearse() {
        plan = new RehearsalPlan(2, SEED, 300, 6000, folder.resolve("work"), List.of(FULL_DISKS_ARE_FINE));
        outcome = new KillRehearsal(plan, System.out::println).run();
        tampering = new Tampering(plan.home(), folder.resolve("saved"));
    }

    @AfterAll
    static void stopDatabase() {
        tampering.close();
    }

    @AfterEach
    void undo() {
        tampering.undo();
        assertThat(check()).as("the checker is content once the change is taken back").allMatch(Finding::ok);
    }

    @Test
    void two_kills_lose_double_and_change_nothing() {
        assertThat(outcome.breaches()).as("seed %s", SEED).isEmpty();
        assertThat(outcome.findings()).hasSize(8).allMatch(Finding::ok);
        assertThat(outcome.kills()).isEqualTo(2);
        assertThat(outcome.line()).startsWith("2 kills").endsWith("0 breaches");
    }

    @Test
    void something_was_at_stake() {
        assertThat(finding("I3 fills").counts()).doesNotStartWith("0 at the venue");
    }

    @Test
    @Tag("chaos")
    void twenty_kills_lose_double_and_change_nothing(@TempDir Path work) {
        RehearsalPlan twenty = new RehearsalPlan(20, SEED, 1500, 3000, work.resolve("work"),
                List.of(FULL_DISKS_ARE_FINE));
        RehearsalOutcome done = new KillRehearsal(twenty, System.out::println).run();
        assertThat(done.breaches()).as("seed %s", SEED).isEmpty();
        assertThat(done.kills()).isEqualTo(20);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
            a fill is removed         ; I3 fills           ; is not booked
            a fee is one unit off     ; I3 fills           ; is booked as
            a fill was invented       ; I3 fills           ; never happened at the venue
            cash is one unit off      ; cash and positions ; difference 1 units
            a position is one unit off; cash and positions ; quantity of
            an order is removed       ; I1 no lost order   ; has 0 orders
            an order is open for ever ; I1 no lost order   ; at the venue FILLED
            an end is missing         ; I1 no lost order   ; has ended 0 times
            a decision is removed     ; bars once          ; decisions were made
            a bar was decided twice   ; I2 no duplicate    ; is there 2 times
            bars are counted twice    ; bars once          ; bars judged
            a time is not the bars   ; event time         ; the bars end at
            an audit entry is removed ; audit complete     ; is there 0 times
            an audit entry is changed ; hash chains        ; audit trail: BROKEN
            """)
    void each_change_in_the_database_is_named(String change, String invariant, String words) {
        assertThat(tampering.rows(statement(change))).as("rows changed").isPositive();

        assertThat(finding(invariant).breaches()).anySatisfy(breach -> assertThat(breach).contains(words));
    }

    private static String statement(String change) {
        return switch (change) {
            case "a fill is removed" -> "DELETE FROM portfolio.fills_log WHERE venue_trade_id ="
                    + " (SELECT min(venue_trade_id) FROM portfolio.fills_log)";
            case "a fee is one unit off" -> "UPDATE portfolio.fills_log SET fee_e8 = fee_e8 + 1";
            case "a fill was invented" -> "UPDATE portfolio.fills_log SET venue_trade_id = 'never-1' WHERE"
                    + " venue_trade_id = (SELECT min(venue_trade_id) FROM portfolio.fills_log)";
            case "cash is one unit off" -> "UPDATE portfolio.accounts SET cash_e8 = cash_e8 + 1";
            case "a position is one unit off" -> "UPDATE portfolio.positions SET quantity_e8 = quantity_e8 + 1";
            case "an order is removed" -> "WITH one AS (SELECT min(client_order_id) AS id FROM orders.orders), "
                    + "changes AS"
                    + " (DELETE FROM orders.transitions_log WHERE client_order_id = (SELECT id FROM one)), twin AS"
                    + " (DELETE FROM orders.shadow_trades WHERE client_order_id = (SELECT id FROM one))"
                    + " DELETE FROM orders.orders WHERE client_order_id = (SELECT id FROM one)";
            case "an order is open for ever" -> "UPDATE orders.orders SET state = 'OPEN', ended_at = NULL"
                    + " WHERE state = 'FILLED'";
            case "an end is missing" -> "DELETE FROM orders.transitions_log WHERE to_state = 'FILLED'";
            case "a decision is removed" -> "DELETE FROM risk.decisions_log WHERE outcome = 'DENIED'";
            case "a bar was decided twice" -> "INSERT INTO risk.decisions_log SELECT (jsonb_populate_record(d,"
                    + " '{\"decision_id\": \"again\", \"proposal_id\": \"again\"}')).* FROM risk.decisions_log d "
                    + "LIMIT 1";
            case "bars are counted twice" -> "UPDATE strategy.judged_bars SET bars = bars + 1";
            case "a time is not the bars" -> "UPDATE orders.orders SET updated_at = '2099-01-01T00:00:00Z'";
            case "an audit entry is removed" -> "DELETE FROM journal.audit_log WHERE action = 'ORDER_FILLED'";
            case "an audit entry is changed" -> "UPDATE journal.audit_log SET actor = 'nobody' WHERE seq = 3";
            default -> throw new IllegalArgumentException(change);
        };
    }

    @Test
    void an_order_that_the_venue_took_twice_is_named() {
        tampering.append("paper-venue", "\"taken\":{", "\"seen\"", "\"seen\"");

        assertThat(finding("I2 no duplicate").breaches())
                .anySatisfy(breach -> assertThat(breach).contains("order at the venue").contains("2 times"));
        assertThat(new RehearsalCheck(plan.home(), plan.bars()).files().ok()).isFalse();
    }

    @Test
    void an_order_that_we_never_had_is_named() {
        tampering.append("paper-venue", "\"taken\":{", "\"clientOrderId\":\"", "\"clientOrderId\":\"f00d");

        assertThat(finding("I1 no lost order").breaches())
                .anySatisfy(breach -> assertThat(breach).contains("at the venue and not in our books"));
    }

    @Test
    void an_order_that_was_sent_and_forgotten_is_named() {
        tampering.append("gateway", "SENDING", "\"clientOrderId\":\"", "\"clientOrderId\":\"f00d");

        assertThat(finding("I1 no lost order").breaches())
                .anySatisfy(breach -> assertThat(breach).contains("the venue does not know it"));
    }

    @Test
    void an_execution_that_we_did_not_hear_of_is_named() {
        tampering.append("paper-venue", "FILLED", "\"venueTradeId\":\"", "\"venueTradeId\":\"f00d");

        assertThat(finding("I3 fills").breaches())
                .anySatisfy(breach -> assertThat(breach).contains("f00d").contains("is not booked"));
    }

    @Test
    void a_bar_that_was_kept_twice_is_named() {
        tampering.append("journal", "BTCUSDT,", "BTCUSDT,", "BTCUSDT,");

        assertThat(finding("bars once").breaches()).anySatisfy(breach -> assertThat(breach).contains("2 times in the"));
    }

    @Test
    void a_bar_that_was_not_kept_is_named() throws IOException {
        Path file = plan.bars().resolve("BTCUSDT-1m.csv");
        String before = Files.readString(file);
        Files.writeString(file, before + "1893456000000,1,1,1,1,1\n");
        try {
            assertThat(finding("bars once").breaches())
                    .anySatisfy(breach -> assertThat(breach).contains("1893456000000").contains("not in the journal"));
        } finally {
            Files.writeString(file, before);
        }
    }

    @ParameterizedTest
    @CsvSource({"journal, false", "gateway, false", "paper-venue, false", "journal, true", "gateway, true",
        "paper-venue, true"})
    void a_cut_or_changed_record_is_named(String journal, boolean cut) {
        if (cut) {
            tampering.cut(journal, 40);
        } else {
            tampering.flip(journal);
        }

        assertThat(finding("hash chains").breaches())
                .anySatisfy(breach -> assertThat(breach).contains(journal).contains("BROKEN"));
        assertThat(check()).as("nothing is proved from broken files").hasSize(1);
    }

    @Test
    void a_folder_with_something_else_in_it_is_left_alone() throws IOException {
        Path work = Files.createDirectories(folder.resolve("mine"));
        Files.writeString(work.resolve("thesis.txt"), "ten years of work");
        RehearsalPlan careless = new RehearsalPlan(1, 1, 60, 1, work, List.of());

        assertThatThrownBy(() -> new KillRehearsal(careless, line -> { }).run())
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("thesis.txt");
        assertThat(work.resolve("thesis.txt")).exists();
    }

    private static Finding finding(String invariant) {
        return check().stream().filter(finding -> finding.invariant().strip().equals(invariant)).findFirst()
                .orElseThrow(() -> new AssertionError("no finding about " + invariant));
    }

    private static List<Finding> check() {
        return new RehearsalCheck(plan.home(), plan.bars()).everything();
    }
}
