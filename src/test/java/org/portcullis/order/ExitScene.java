package org.portcullis.order;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Side;
import org.portcullis.market.Bar;
import org.portcullis.market.MarketFrame;
import org.portcullis.order.OrderReport.Kind;
import org.portcullis.order.adapter.store.OrderStore;
import org.portcullis.risk.adapter.store.ProtectionStore;
import org.portcullis.risk.exit.ExitIncident;
import org.portcullis.risk.exit.ExitPorts;
import org.portcullis.risk.exit.ExitRules;
import org.portcullis.risk.exit.ExitWatch;
import org.portcullis.risk.exit.PositionFilled;
import org.portcullis.risk.exit.Protection;
import org.portcullis.risk.exit.StrategyExits;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;

/** The desk with its exit watch: bars come, exits are judged, a test plays the venue. */
final class ExitScene implements AutoCloseable {

    final OrderScene desk;
    final List<ExitIncident> incidents = new ArrayList<>();
    ExitRules rules;
    ExitWatch watch;
    StrategyExits own = StrategyExits.NONE;
    OptionalLong sessionLeftMs = OptionalLong.empty();

    /** Nobody is asked and no stop follows; what else differs from the shipped policy is given. */
    ExitScene(Path home, String... limits) throws IOException {
        desk = new OrderScene(home, 1000, Stream.concat(Stream.of("order.gating: none", "risk.exit.trail: none"),
                Stream.of(limits)).toArray(String[]::new));
        rules = desk.rules.exits();
        restart();
        desk.ears = this::heard;
    }

    /** Forgets everything that is not in the database. */
    void restart() {
        watch = new ExitWatch(new ExitPorts(desk.portfolio, new OrderStore(desk.database.jdbc(), OrderScene::terms),
                id -> Optional.of(desk.price()), id -> Optional.empty(), OrderScene::terms,
                (id, atMs) -> sessionLeftMs, new ProtectionStore(desk.database.jdbc()), facts -> rules.read(facts),
                desk.policies, strategy -> own, this::heard, desk.database.transactions()), OrderScene.ACCOUNT);
    }

    private void heard(Object event) {
        if (event instanceof PositionFilled filled) {
            watch.filled(filled);
        } else if (event instanceof ExitIncident incident) {
            incidents.add(incident);
        }
    }

    /** Buys at 100 with that stop and target; everything is filled at once. */
    Order bought(String stop, String target) {
        Proposal bare = desk.proposal(Intent.ENTER, Side.BUY, stop);
        Order order = desk.order(new Proposal(bare.proposalId(), bare.strategy(), bare.rule(), bare.intent(),
                bare.instrument(), bare.side(), bare.barOpenTimeMs(), bare.decidedAtMs(), bare.referencePriceE8(),
                bare.stopPriceE8(), FixedPoint.parse(target), bare.confidence(), bare.rulesVersion(),
                bare.features()));
        desk.settle();
        fill(order);
        return desk.now(order);
    }

    void fill(Order order) {
        fill(order, order.quantity().toString());
    }

    void fill(Order order, String quantity) {
        desk.report(order, Kind.ACCEPTED, "0");
        desk.report(order, Kind.FILLED, quantity);
        booked();
    }

    /** What the application does once a fill's transaction is over. */
    void booked() {
        watch.changed(desk.now.toEpochMilli());
    }

    /** The next minute, at whose end the desk has looked and its exits were judged. */
    List<Proposal> bar(String high, String low, String close) {
        return bar(Duration.ofMinutes(1), high, low, close);
    }

    List<Proposal> bar(Duration later, String high, String low, String close) {
        desk.now = desk.now.plus(later);
        desk.price.set(close);
        desk.settle();
        List<Proposal> due = watch.onFrame(frame(high, low, close));
        due.forEach(exit -> desk.desk.onProposal(exit, 0));
        desk.settle();
        return due;
    }

    /** A frame whose bar ends now. */
    MarketFrame frame(String high, String low, String close) {
        long openMs = desk.now.toEpochMilli() - Bar.INTERVAL_MS;
        return new MarketFrame("test", openMs, 0, false, List.of(new Bar(OrderScene.BTC, openMs,
                FixedPoint.parse(close), FixedPoint.parse(high), FixedPoint.parse(low), FixedPoint.parse(close),
                FixedPoint.ONE)));
    }

    Order order(Proposal exit) {
        return desk.desk.newest(50).stream().filter(one -> one.proposalId().equals(exit.proposalId())).findFirst()
                .orElseThrow();
    }

    List<Protection> guards() {
        return new ProtectionStore(desk.database.jdbc()).all(OrderScene.ACCOUNT);
    }

    Protection guard() {
        return guards().get(0);
    }

    @Override
    public void close() {
        desk.close();
    }
}
