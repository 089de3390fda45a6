package org.portcullis.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.portcullis.engine.route.Json;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.market.Bar;
import org.portcullis.risk.Check;
import org.portcullis.risk.Check.Relation;
import org.portcullis.risk.Decision;
import org.portcullis.risk.ReasonCode;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows as the other rooms would have written them, so that pages can be looked at and clicked without a running
 * market.
 */
final class PreviewRows {

    static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    static final InstrumentId ETH = new InstrumentId("ETHUSDT");
    /** The minute at which the seeded story ends. */
    static final long NOW_MS = Instant.parse("2026-03-02T14:00:00Z").toEpochMilli();

    private static final String RULE = "momentum.form-long-breakout";
    private static final String RULES = "7f3a91c2d4e5f607";
    private static final String POLICY = "0b7c1d2e3f405162";

    private final JdbcClient jdbc;

    PreviewRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void seed() {
        jdbc.sql("INSERT INTO portfolio.accounts VALUES ('paper-main','USDT',:cash,:left,:realised,:fees,:at)")
                .param("cash", e8("10000")).param("left", e8("8720.55")).param("realised", e8("214.60"))
                .param("fees", e8("11.20")).param("at", at(NOW_MS)).update();
        position(BTC, "0.012", "1142.30", "0.68", 31);
        position(ETH, "0.04", "148.08", "0.09", 12);
        protection(BTC, "95000", "96800", true, false, 31);
        protection(ETH, "3331.8", "0", false, true, 12);
        jdbc.sql("INSERT INTO strategy.judged_bars VALUES ('BTCUSDT','RSI_LOW',41200),('ETHUSDT','VOLUME_LOW',1204)")
                .update();
        fill("t-1", BTC, Side.BUY, "0.012", "95191.6", "0", 40);
        fill("t-2", ETH, Side.SELL, "0.03", "3702.1", "220.40", 28);
        fill("t-3", ETH, Side.SELL, "0.01", "3681.0", "-5.80", 21);
        for (int i = 0; i < 130; i++) {
            decide(i);
        }
        order("co-working-1", "d0000002", ETH, Side.BUY, "0.8", "3689.4", "OPEN", false, "0.25");
        ask("co-ask-1", "d0000001", BTC, "0.005", "95310.5");
        ask("co-ask-2", "d0000004", ETH, "0.12", "3694.8");
    }

    void ask(String id, String decision, InstrumentId instrument, String quantity, String price) {
        order(id, decision, instrument, Side.BUY, quantity, price, "NEW", true, "0");
    }

    /** Five hundred minutes of a seeded walk. */
    static List<Bar> bars(InstrumentId instrument, long from, long seed, int count) {
        Random random = new Random(seed);
        List<Bar> bars = new ArrayList<>();
        long close = from;
        long start = NOW_MS - count * Bar.INTERVAL_MS;
        for (int i = 0; i < count; i++) {
            long open = close;
            close = open + (long) (open * random.nextGaussian() * 0.0006);
            long high = Math.max(open, close) + (long) (open * Math.abs(random.nextGaussian()) * 0.0003);
            long low = Math.min(open, close) - (long) (open * Math.abs(random.nextGaussian()) * 0.0003);
            bars.add(new Bar(instrument, start + i * Bar.INTERVAL_MS, open, high, low, close,
                    (long) (FixedPoint.ONE * (1 + Math.abs(random.nextGaussian()) * 12))));
        }
        return bars;
    }

    private void position(InstrumentId instrument, String quantity, String cost, String fees, int minutes) {
        jdbc.sql("INSERT INTO portfolio.positions VALUES ('paper-main',:i,'momentum-core',:q,:c,:f,:at,:at)")
                .param("i", instrument.value()).param("q", e8(quantity)).param("c", e8(cost)).param("f", e8(fees))
                .param("at", at(NOW_MS - minutes * 60_000L)).update();
    }

    private void protection(InstrumentId instrument, String stop, String target, boolean taken, boolean bare,
            int minutes) {
        jdbc.sql("INSERT INTO risk.protections VALUES ('paper-main',:i,'momentum-core','BUY',:at,:s,:s,:s,:at,:t,"
                + ":s,:taken,:bare)")
                .param("i", instrument.value()).param("at", at(NOW_MS - minutes * 60_000L)).param("s", e8(stop))
                .param("t", e8(target)).param("taken", taken).param("bare", bare).update();
    }

    private void fill(String id, InstrumentId instrument, Side side, String quantity, String price, String realised,
            int minutes) {
        jdbc.sql("""
                INSERT INTO portfolio.fills_log (venue, venue_trade_id, client_order_id, account, instrument,
                strategy, side,
                    quantity_e8, price_e8, fee_e8, maker, realised_e8, at)
                VALUES ('paper', :id, 'co-x', 'paper-main', :i, 'momentum-core', :side, :q, :p, 12000000, true, :r,
                :at)""")
                .param("id", id).param("i", instrument.value()).param("side", side.name()).param("q", e8(quantity))
                .param("p", e8(price)).param("r", e8(realised)).param("at", at(NOW_MS - minutes * 60_000L)).update();
    }

    private void order(String id, String decision, InstrumentId instrument, Side side, String quantity, String price,
            String state, boolean ask, String filled) {
        jdbc.sql("""
                INSERT INTO orders.orders (client_order_id, decision_id, proposal_id, account, instrument, strategy,
                        rule,
                    intent, side, type, quantity_e8, limit_price_e8, reference_price_e8, stop_price_e8, target_price_e8,
                    filled_e8, filled_notional_e8, fees_e8, state, ask_person, ask_reasons, created_at, updated_at,
                    approval_expires_at, version)
                VALUES (:id, :d, :id, 'paper-main', :i, 'momentum-core', 'momentum.form-long-breakout', 'ENTER', :side,
                    'LIMIT', :q, :p, :p, :stop, :target, :filled, 0, 0, :state, :ask, :reasons, :at, :at, :until, 1)""")
                .param("id", id).param("d", decision).param("i", instrument.value()).param("side", side.name())
                .param("q", e8(quantity)).param("p", e8(price)).param("stop", e8(price) / 1000 * 992)
                .param("target", e8(price) / 1000 * 1016).param("filled", e8(filled)).param("state", state)
                .param("ask", ask).param("reasons", ask ? "PERSON_ASKED" : "").param("at", at(NOW_MS - 60_000))
                .param("until", ask ? at(NOW_MS + 240_000) : null).update();
    }

    private void decide(int number) {
        String outcome = number % 3 == 0 ? "DENIED" : number == 1 || number == 4 ? "ASK_PERSON" : "APPROVED";
        long decidedAt = NOW_MS - number * 180_000L;
        InstrumentId instrument = number % 2 == 0 ? ETH : BTC;
        long price = number % 2 == 0 ? e8("3694.8") : e8("95310.5");
        String id = String.format("d%07d", number);
        Proposal proposal = new Proposal("p-" + id, "momentum-core", RULE, Intent.ENTER, instrument, Side.BUY,
                decidedAt - 60_000, decidedAt, price, price / 1000 * 992, price / 1000 * 1016, 0.71, "a1b2c3d4e5f60718",
                new TreeMap<>(Map.of("ema.fast", 95280.21, "ema.slow", 95190.4, "rsi", 61.25, "volume.z", 1.84)));
        Quantity quantity = new Quantity(outcome.equals("DENIED") ? 0 : e8("0.005"));
        Decision decision = new Decision(id, new AccountId("paper-main"), proposal, decidedAt, quantity,
                new Price(price), new TreeMap<>(Map.of("sizing.risk", "0.0062", "sizing.cap", "0.0105")),
                checks(outcome), List.of("risk.gates.kill-switch", "risk.gates.mark-age", "risk.caps.positions",
                        "risk.caps.total-exposure", "risk.caps.asset-exposure", "risk.funds.cash"),
                new TreeMap<>(Map.of("equity", "10011.35", "cash", "8720.55", "positions", "2")), RULES, POLICY);
        keep(decision, outcome, 400 + number * 17L);
    }

    private static List<Check> checks(String outcome) {
        String total = outcome.equals("DENIED") ? "15.9" : "13.6";
        List<Check> checks = new ArrayList<>(List.of(
                check("kill.off", "1", "1", Relation.EQUAL, "flag", ReasonCode.KILL_SWITCH_ON),
                check("mark.age", "400", "90000", Relation.AT_MOST, "ms", ReasonCode.MARK_STALE),
                check("positions.open", "2", "3", Relation.AT_MOST, "positions", ReasonCode.POSITIONS_FULL),
                check("exposure.total", total, "15", Relation.AT_MOST, "%", ReasonCode.EXPOSURE_TOTAL_EXCEEDED),
                check("exposure.asset", "4.1", "5", Relation.AT_MOST, "%", ReasonCode.EXPOSURE_ASSET_EXCEEDED),
                check("cash.after", "8243.70", "0", Relation.AT_LEAST, "USDT", ReasonCode.CASH_SHORT)));
        if (outcome.equals("ASK_PERSON")) {
            checks.add(new Check("order.notional", e8("476.55"), e8("450"), Relation.AT_MOST, "USDT", false,
                    ReasonCode.PERSON_ASKED));
        }
        return checks;
    }

    private static Check check(String code, String actual, String limit, Relation relation, String unit,
            ReasonCode reason) {
        return new Check(code, e8(actual), e8(limit), relation, unit, true, reason);
    }

    private void keep(Decision decision, String outcome, long micros) {
        String reason = switch (outcome) {
            case "DENIED" -> "EXPOSURE_TOTAL_EXCEEDED";
            case "ASK_PERSON" -> "PERSON_ASKED";
            default -> null;
        };
        jdbc.sql("""
                INSERT INTO risk.decisions_log (decision_id, proposal_id, account, instrument, strategy, rule, intent,
                    side, decided_at, outcome, reason, reasons, quantity_e8, limit_price_e8, reference_price_e8,
                    decision, rules_version, policy_hash, verdict_micros)
                VALUES (:id, :p, 'paper-main', :i, 'momentum-core', :rule, 'ENTER', 'BUY', :at, :outcome, :reason,
                    :reasons, :q, :limit, :limit, :json::jsonb, :rules, :policy, :micros)""")
                .param("id", decision.decisionId()).param("p", decision.proposal().proposalId())
                .param("i", decision.proposal().instrument().value()).param("rule", RULE)
                .param("at", at(decision.decidedAtMs())).param("outcome", outcome).param("reason", reason)
                .param("reasons", reason == null ? "" : reason).param("q", decision.quantity().e8())
                .param("limit", decision.limitPrice().e8()).param("json", Json.write(decision)).param("rules", RULES)
                .param("policy", POLICY).param("micros", micros).update();
    }

    private static long e8(String number) {
        return FixedPoint.parse(number);
    }

    private static Object at(long ms) {
        return Instant.ofEpochMilli(ms).atOffset(ZoneOffset.UTC);
    }
}
