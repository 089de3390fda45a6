package org.portcullis.risk.exit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Side;
import org.portcullis.market.Bar;
import org.portcullis.market.MarketFrame;
import org.portcullis.risk.AccountState;
import org.portcullis.risk.AccountState.Held;
import org.portcullis.risk.PriceView.LastPrice;
import org.portcullis.risk.TradingTerms;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door to exits. Looks at every open position at the close of every believed bar and says what is to be closed;
 * costs nothing while nothing is held. What it knows stands in the database, in memory is only a copy that is read
 * again after every fill, so a restart forgets nothing. It fails open: where rules cannot say, the default stop acts.
 */
public final class ExitWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ExitWatch.class);

    private final ExitPorts ports;
    private final AccountId account;
    private final ExitPolicies limits;
    private final ExitJudge judge;
    private final Map<InstrumentId, List<Holding>> open = new LinkedHashMap<>();
    private AccountState state;
    private boolean known;

    /** A watch over the positions of that account. */
    public ExitWatch(ExitPorts ports, AccountId account) {
        this.ports = ports;
        this.account = account;
        this.limits = new ExitPolicies(ports.policies(), ports.strategies());
        this.judge = new ExitJudge(ports, limits, account);
        this.state = new AccountState(account, Money.ZERO, Money.ZERO, List.of());
    }

    /**
     * Compares every open position with the frame's believed bars, in event time.
     *
     * @return exits that are due, at most one a position; the same bar shown again gives the same ones
     */
    public synchronized List<Proposal> onFrame(MarketFrame frame) {
        if (frame.warmUp()) {
            return List.of();
        }
        if (!known) {
            read(frame.closeTimeMs());
        }
        if (open.isEmpty()) {
            return List.of();
        }
        judge.pricesMoved();
        List<Proposal> due = new ArrayList<>();
        List<Protection> changed = new ArrayList<>();
        for (Bar bar : frame.bars()) {
            List<Holding> held = open.get(bar.instrument());
            if (held != null && believed(bar)) {
                for (int i = 0; i < held.size(); i++) {
                    held.set(i, looked(held.get(i), bar, due, changed));
                }
            }
        }
        if (!changed.isEmpty()) {
            ports.transactions().executeWithoutResult(status -> changed.forEach(ports.book()::keep));
        }
        return due;
    }

    /**
     * Something was booked, or the process has started: looks at once whether everything held is protected. Called
     * after the transaction that booked it.
     *
     * @param atMs event time, UTC milliseconds
     */
    public synchronized void changed(long atMs) {
        known = false;
        read(atMs);
    }

    /**
     * Keeps what protects a position with the fill that opens it, and forgets it with the one that closes it; in the
     * transaction of the fill.
     */
    public void filled(PositionFilled fill) {
        Optional<Protection> before = ports.book().find(account, fill.instrument(), fill.strategy());
        if (fill.closed()) {
            ports.book().remove(account, fill.instrument(), fill.strategy());
        } else if (fill.intent() == Intent.ENTER) {
            Protection opened = opened(fill);
            ports.book().keep(before.filter(known -> known.side() == fill.side())
                    .map(known -> known.enlarged(opened)).orElse(opened));
        } else if (fill.rule().equals(ExitReason.PARTIAL.rule())) {
            before.map(Protection::partTakenNow).ifPresent(ports.book()::keep);
        }
    }

    private Protection opened(PositionFilled fill) {
        boolean named = fill.stop().e8() > 0;
        ExitPolicy policy = limits.of(fill.strategy());
        Price stop = named ? fill.stop() : policy.defaultStop(fill.side(), fill.price());
        Price target = fill.target().e8() > 0 ? fill.target()
                : policy.defaultTarget(fill.side(), fill.price(), stop);
        return Protection.opened(account, fill.instrument(), fill.strategy(), fill.side(), fill.atMs(), fill.price(),
                stop, target, !named);
    }

    private Holding looked(Holding holding, Bar bar, List<Proposal> due, List<Protection> changed) {
        Protection before = holding.guard();
        if (bar.closeTimeMs() <= before.openedAtMs()) {
            return holding;
        }
        if (judge.quiet(holding, bar, state)) {
            Protection seen = before.seen(holding.favourableE8(bar));
            if (seen == before) {
                return holding;
            }
            changed.add(seen);
            return holding.after(seen, holding.band());
        }
        ExitJudge.Looked looked = judge.look(holding, bar, state);
        if (looked.due() != null) {
            due.add(looked.due());
        }
        if (!looked.after().guard().equals(before)) {
            changed.add(looked.after().guard());
        }
        return looked.after();
    }

    /** Whether the guards let the bar move the price. */
    private boolean believed(Bar bar) {
        LastPrice last = ports.prices().last(bar.instrument()).orElse(null);
        return last != null && last.price().e8() == bar.closeE8() && last.eventTimeMs() == bar.closeTimeMs();
    }

    /** Reads what is held and what protects it; what nobody protects gets the default stop, which is an incident. */
    private void read(long atMs) {
        List<ExitIncident> incidents = new ArrayList<>();
        open.clear();
        judge.pricesMoved();
        ports.transactions().executeWithoutResult(status -> {
            incidents.clear();
            state = ports.accounts().lockAndRead(account);
            Map<String, Protection> guards = new LinkedHashMap<>();
            ports.book().all(account).forEach(guard -> guards.put(guard.instrument() + " " + guard.strategy(), guard));
            for (Held held : state.held()) {
                Protection guard = guards.remove(held.instrument() + " " + held.strategy());
                Optional<TradingTerms> terms = ports.terms().find(held.instrument());
                if (terms.isEmpty()) {
                    incidents.add(incident(held, "it is not listed, so no order can close it", atMs));
                } else {
                    open.computeIfAbsent(held.instrument(), id -> new ArrayList<>())
                            .add(new Holding(held, terms.get(), guarded(held, terms.get(), guard, incidents, atMs),
                                    null));
                }
            }
            guards.values().forEach(gone -> ports.book().remove(account, gone.instrument(), gone.strategy()));
            incidents.forEach(ports.events()::publishEvent);
        });
        known = true;
        incidents.forEach(incident -> LOG.warn("position of {} in {} is unprotected: {}", incident.strategy(),
                incident.instrument(), incident.text()));
    }

    private Protection guarded(Held held, TradingTerms terms, @Nullable Protection kept, List<ExitIncident> incidents,
            long atMs) {
        Side side = Holding.side(held);
        if (kept != null && kept.side() == side) {
            return kept;
        }
        Price entry = Holding.entry(held, terms.multiplierE8());
        Price stop = limits.of(held.strategy()).defaultStop(side, entry);
        Protection guard = Protection.opened(account, held.instrument(), held.strategy(), side, atMs, entry, stop,
                new Price(0), true);
        ports.book().keep(guard);
        incidents.add(incident(held, "nobody gave it a stop; the policy's default holds at " + stop, atMs));
        return guard;
    }

    private ExitIncident incident(Held held, String text, long atMs) {
        return new ExitIncident(ExitIncident.Kind.POSITION_UNPROTECTED, account, held.instrument(), held.strategy(),
                text, atMs);
    }
}
