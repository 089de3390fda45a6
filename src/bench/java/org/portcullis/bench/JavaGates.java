package org.portcullis.bench;

import java.util.List;
import org.portcullis.risk.GateRules;
import org.portcullis.risk.ReasonCode;
import org.portcullis.risk.adapter.rules.Checks;
import org.portcullis.risk.adapter.rules.Sizes;
import org.portcullis.risk.domain.Cooling;
import org.portcullis.risk.domain.Direction;
import org.portcullis.risk.domain.EntryOrder;
import org.portcullis.risk.domain.Exposure;
import org.portcullis.risk.domain.Funds;
import org.portcullis.risk.domain.Gating;
import org.portcullis.risk.domain.Limits;
import org.portcullis.risk.domain.MarkAge;
import org.portcullis.risk.domain.QuoteAge;
import org.portcullis.risk.domain.Sizing;
import org.portcullis.risk.domain.TradingState;
import org.portcullis.risk.domain.VenueMinimum;
import org.portcullis.risk.domain.reconcile.ReconcileState;
import org.portcullis.risk.domain.rotation.SignalConfidence;
import org.portcullis.risk.domain.sizing.NetMinimum;

/**
 * The entry rules of {@code rules/risk} written in Java: the same facts, the same comparisons, the same records of
 * them. What a judgement by the shipped rules costs more than one by these is the price of rules that can be edited.
 */
final class JavaGates implements GateRules {

    private static final List<String> NOTHING_FIRED = List.of();

    @Override
    public Edition edition() {
        return new JavaEdition();
    }

    private static final class JavaEdition implements Edition {

        @Override
        public String version() {
            return "java";
        }

        @Override
        public Sized size(List<Object> facts) {
            Sizing sizing = (Sizing) facts.get(0);
            Limits limits = (Limits) facts.get(1);
            Sizes sizes = new Sizes();
            sizes.atMost("size.trade-risk", sizing.withinTradeRisk(limits));
            sizes.atMost("size.asset", sizing.withinAsset(limits));
            sizes.atMost("size.position", sizing.withinPosition(limits));
            sizes.atMost("size.total", sizing.withinTotal(limits));
            sizes.atMost("size.cash", sizing.withinCash());
            return new Sized(sizes.stated(), NOTHING_FIRED);
        }

        /** The facts stand in the order of {@code Situation.entryFacts}, the gating last. */
        @Override
        public Judged judge(List<Object> facts, String currency) {
            EntryOrder order = (EntryOrder) facts.get(0);
            Exposure exposure = (Exposure) facts.get(1);
            Limits limits = (Limits) facts.get(2);
            Checks checks = new Checks(currency);
            QuoteAge quote = (QuoteAge) facts.get(9);
            state(checks, (TradingState) facts.get(3), (MarkAge) facts.get(4), quote, order, limits);
            facts.stream().filter(Direction.class::isInstance).map(Direction.class::cast).forEach(direction ->
                    direction(checks, order, direction));
            caps(checks, order, exposure, limits);
            funds(checks, order, (Funds) facts.get(6), (VenueMinimum) facts.get(7));
            checks.atLeast("minimum.net", order.sizedNotional(), ((NetMinimum) facts.get(8)).grossMin(),
                    ReasonCode.BELOW_MINIMUM);
            rests(checks, (Cooling) facts.get(5));
            checks.atLeast("stop.distance", order.stopDistance(), order.tick(), ReasonCode.STOP_INVALID);
            checks.atMost("loss.trade", exposure.lossPct(order), limits.tradeRiskPctMax(),
                    ReasonCode.TRADE_RISK_TOO_LARGE);
            Gating gating = (Gating) facts.get(9);
            if (gating.asks()) {
                checks.askAbove("person.asked", order.notional(), gating.notionalMax(), ReasonCode.PERSON_ASKED);
            }
            facts.stream().filter(ReconcileState.class::isInstance).map(ReconcileState.class::cast).forEach(books ->
                    checks.mustBe("reconcile.clean", books.clean(), true, ReasonCode.RECONCILE_OPEN));
            facts.stream().filter(SignalConfidence.class::isInstance).map(SignalConfidence.class::cast)
                    .forEach(signal -> checks.atLeast("confidence.signal", signal.confidence(), signal.confidenceMin(),
                            ReasonCode.CONFIDENCE_LOW));
            return new Judged(checks.made(), NOTHING_FIRED);
        }

        private static void state(Checks checks, TradingState state, MarkAge mark, QuoteAge quote, EntryOrder order,
                Limits limits) {
            checks.mustBe("kill.off", !state.killOn(), true, ReasonCode.KILL_SWITCH_ON);
            checks.mustBe("mode.sends-orders", state.sendsOrders(), true, ReasonCode.MODE_NOT_TRADING);
            checks.mustBe("mark.present", mark.present(), true, ReasonCode.MARK_MISSING);
            if (mark.present()) {
                checks.atMostMs("mark.age", mark.ageMs(), limits.markAgeMsMax(), ReasonCode.MARK_STALE);
            }
            checks.atMostMs("quote.age", quote.ageMs(), quote.ageMsMax(), ReasonCode.QUOTE_STALE);
        }

        private static void direction(Checks checks, EntryOrder order, Direction direction) {
            checks.mustBe("direction.entry", direction.permits(order), true, ReasonCode.SHORT_NOT_PERMITTED);
            checks.mustBe("direction.opposite", direction.opposes(order), false, ReasonCode.POSITION_OPPOSITE);
        }

        private static void caps(Checks checks, EntryOrder order, Exposure exposure, Limits limits) {
            checks.atMost("positions.open", exposure.positionsWithOrder(), limits.positionsMax(), "positions",
                    ReasonCode.POSITIONS_FULL);
            checks.atMost("exposure.total", exposure.totalPctWith(order), limits.exposureTotalPctMax(),
                    ReasonCode.EXPOSURE_TOTAL_EXCEEDED);
            checks.atMost("exposure.asset", exposure.assetPctWith(order), limits.exposureAssetPctMax(),
                    ReasonCode.EXPOSURE_ASSET_EXCEEDED);
            checks.atMost("exposure.position", exposure.positionPctWith(order), limits.positionPctMax(),
                    ReasonCode.POSITION_TOO_LARGE);
        }

        private static void funds(Checks checks, EntryOrder order, Funds funds, VenueMinimum minimum) {
            checks.atMost("cash.cost", order.cost(), funds.free(), ReasonCode.CASH_SHORT);
            checks.atLeast("minimum.quantity", order.sized(), minimum.quantityMin(), ReasonCode.BELOW_MINIMUM);
            checks.atLeast("minimum.notional", order.sizedNotional(), minimum.notionalMin(), ReasonCode.BELOW_MINIMUM);
        }

        private static void rests(Checks checks, Cooling cooling) {
            checks.atMostMs("cooldown.failure", cooling.failureMs(), cooling.leftMsMax(), ReasonCode.COOLING_DOWN);
            checks.atMostMs("cooldown.fill", cooling.fillMs(), cooling.leftMsMax(), ReasonCode.COOLING_DOWN);
            checks.atMostMs("cooldown.stop", cooling.stopMs(), cooling.leftMsMax(), ReasonCode.COOLING_DOWN);
        }
    }
}
