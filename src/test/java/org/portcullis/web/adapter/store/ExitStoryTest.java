package org.portcullis.web.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Side;
import org.portcullis.risk.exit.ExitReason;
import org.portcullis.strategy.Proposal;
import org.portcullis.web.PositionLine;
import org.portcullis.web.adapter.rest.WebJson;

/** What pages and REST say about exits and about what protects a position. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExitStoryTest {

    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "STOP        | 95.5    | 96      | 100 | The price reached the stop: 95.5, limit 96.",
        "LOSS        | 10.0004 | 10      | 100 | The price ran too far against the entry: 10.0004 %, limit 10 %.",
        "MAX_HOLD    | 7260000 | 7200000 | 100 | It was held for as long as the policy permits: 2 h 1 min, limit 2 "
        + "h 0 min.",
        "STAGNATION  | 1800000 | 1800000 | 100 | It was held for long and brought no profit: 30 min, limit 30 min.",
        "PARTIAL     | 1.25    | 1       | 50  | The price earned what was risked, a part is taken: 1.25 R, limit 1 R; "
            + "50 % of the position."})
    void an_exit_of_the_desk_says_why_with_both_numbers(ExitReason reason, String actual, String limit, String share,
            String sentence) {
        Proposal exit = Proposal.closing("p", "s", reason.rule(), BTC, Side.SELL, 60_000, FixedPoint.ONE, "v")
                .closing(Percent.of(share), Map.of("exit.actual", FixedPoint.parse(actual), "exit.limit",
                        FixedPoint.parse(limit)));
        assertThat(ExitWords.of(exit)).isEqualTo(sentence);
    }

    @Test
    void what_others_proposed_has_reasons_of_its_own() {
        assertThat(ExitWords.of(Proposal.closing("p", "s", "risk.breaker.drawdown", BTC, Side.SELL, 60_000,
                FixedPoint.ONE, "v"))).isNull();
        assertThat(ExitWords.of(Proposal.closing("p", "s", ExitReason.STOP.rule(), BTC, Side.SELL, 60_000,
                FixedPoint.ONE, "v"))).isEqualTo("The price reached the stop: not kept, limit not kept.");
    }

    @Test
    @DisplayName("B-E7: a position is shown with what protects it, and as unprotected when nobody gave it a stop")
    void positions_show_their_protections() {
        database.jdbc().sql("INSERT INTO portfolio.accounts VALUES ('paper-main', 'USDT', 0, 0, 0, 0, now())").update();
        for (String strategy : List.of("guarded", "bare", "unseen")) {
            database.jdbc().sql("INSERT INTO portfolio.positions (account, instrument, strategy, quantity_e8, cost_e8,"
                    + " entry_fees_e8, opened_at, updated_at) VALUES ('paper-main', 'BTCUSDT', :strategy, 100000000,"
                    + " 10000000000, 0, now(), now())").param("strategy", strategy).update();
        }
        for (String strategy : List.of("guarded", "bare")) {
            database.jdbc().sql("INSERT INTO risk.protections (account, instrument, strategy, side, opened_at,"
                    + " first_stop_e8, stop_e8, before_e8, moved_at, target_e8, best_e8, part_taken, unprotected)"
                    + " VALUES ('paper-main', 'BTCUSDT', :strategy, 'BUY', now(), 9600000000, 9700000000, 9600000000,"
                    + " now(), :target, 10400000000, :taken, :bare)").param("strategy", strategy)
                    .param("target", strategy.equals("bare") ? 0 : 11_000_000_000L)
                    .param("taken", !strategy.equals("bare")).param("bare", strategy.equals("bare")).update();
        }
        database.jdbc().sql("INSERT INTO risk.position_entries VALUES ('paper-main', 'BTCUSDT', 'guarded', 'BUY',"
                + " 100000000, 10000000000, 0, 61000000, now())").update();
        List<PositionLine> lines = new PortfolioReads(database.jdbc(), instrument -> Optional.empty())
                .open(Map.of(BTC, Price.of("103")), Instant.now().plusSeconds(3_600));
        assertThat(lines).extracting(PositionLine::strategy).containsExactlyInAnyOrder("guarded", "bare", "unseen");
        for (PositionLine line : lines) {
            assertThat(line.unprotected()).as(line.strategy()).isEqualTo(!line.strategy().equals("guarded"));
            assertThat(line.stop()).isEqualTo(line.strategy().equals("unseen") ? null : Price.of("97"));
        }
        assertThat(lines).filteredOn(line -> line.strategy().equals("guarded")).singleElement().satisfies(line -> {
            assertThat(line.protection()).isNotNull();
            assertThat(line.protection().target()).isEqualTo(Price.of("110"));
            assertThat(line.protection().firstStop()).isEqualTo(Price.of("96"));
            assertThat(line.protection().partTaken()).isTrue();
            JsonNode told = WebJson.mapper().valueToTree(line);
            assertThat(told.get("entryPrice").asText()).isEqualTo("100");
            assertThat(told.get("entryConfidence").asText()).isEqualTo("0.61");
            assertThat(told.get("unrealised").asText()).isEqualTo("3");
            assertThat(told.get("rMultiple").asText()).isEqualTo("0.75");
            assertThat(told.get("ageMs").asLong()).isBetween(3_590_000L, 3_700_000L);
            assertThat(line.armed()).containsExactly("stop", "target", "loss", "max-hold", "stagnation");
        });
        assertThat(lines).filteredOn(line -> line.strategy().equals("bare")).singleElement().satisfies(line -> {
            assertThat(line.entryConfidence()).isNull();
            assertThat(line.armed()).containsExactly("default-stop", "partial", "loss", "max-hold", "stagnation");
        });
        assertThat(lines).filteredOn(line -> line.strategy().equals("unseen")).singleElement()
                .satisfies(line -> assertThat(line.armed()).isEmpty());
    }
}
